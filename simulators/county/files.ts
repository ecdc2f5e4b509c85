import { bandHeader, bandRows } from './bands.ts'
import type { County } from './county.ts'
import { band } from './curve.ts'
import { lineOf } from './graph.ts'
import { countyName } from './layout-data.ts'
import type { Area } from './places.ts'
import { type Point, toLngLat } from './plane.ts'

/** A file of the county folder: its name and its text. */
export interface CountyFile {
  readonly name: string
  readonly text: string
}

type Cell = string | number | null
type Properties = Readonly<Record<string, string | number | null>>

const csv = (header: readonly string[], rows: readonly (readonly Cell[])[]): string => {
  const cell = (value: Cell): string => {
    const text = value === null ? '' : String(value)
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  // Excel takes a UTF-8 file for one only with a byte order mark.
  return `\uFEFF${[header, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

const feature = (geometry: object, properties: Properties): string =>
  JSON.stringify({ type: 'Feature', properties, geometry })
/** One feature a line, so that an error and a difference can be found. */
const collection = (features: readonly string[]): string =>
  `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}\n`
const polygon = (ring: readonly Point[]): object => ({
  type: 'Polygon',
  coordinates: [counterclockwise(ring).map(toLngLat)],
})
const line = (points: readonly Point[]): object => ({ type: 'LineString', coordinates: points.map(toLngLat) })

/** RFC 7946: outer rings run counterclockwise. */
const counterclockwise = (ring: readonly Point[]): readonly Point[] => {
  let area = 0
  for (let i = 1; i < ring.length; i++) area += ring[i - 1]![0] * ring[i]![1] - ring[i]![0] * ring[i - 1]![1]
  return area >= 0 ? ring : [...ring].reverse()
}

/** On the shelf of the technicians: approved, in no car. What an integrator's test bench may speak as. */
const spareTerminals = ['13995480001', '13995480002']

/** The county as the files that `npm run import` reads; docs/county.md describes each column. */
export const countyFiles = (county: County): CountyFile[] => [
  {
    name: 'boundary.geojson',
    text: collection([
      feature(polygon(county.land.boundary), { id: 'county', name: countyName.zh, nameEn: countyName.en }),
    ]),
  },
  {
    name: 'townships.geojson',
    text: collection(
      county.land.townships.map((t) => feature(polygon(t.ring), { id: `township-${t.id}`, name: t.zh, nameEn: t.en })),
    ),
  },
  { name: 'roads.geojson', text: collection(roadFeatures(county)) },
  { name: 'landscape.geojson', text: collection(landscape(county)) },
  {
    name: 'beats.geojson',
    text: collection(
      county.beats.map((b) =>
        feature(polygon(b.ring), {
          id: b.id,
          name: b.zh,
          nameEn: b.en,
          unit: b.unit,
          lengthKm: Math.round(b.lengthM / 100) / 10,
        }),
      ),
    ),
  },
  { name: 'areas.geojson', text: collection(county.areas.map(areaFeature)) },
  ...tables(county),
]

const areaFeature = (a: Area): string =>
  feature(polygon(a.ring), { id: a.id, kind: a.kind, name: a.zh, nameEn: a.en, unit: a.unit, limitKmh: a.limitKmh })

const roadFeatures = ({ roads: { graph } }: County): string[] =>
  graph.edges.map((e) =>
    feature(line(lineOf(graph, [{ edge: e.id, forward: true }])), {
      id: `r${e.id}`,
      from: e.from,
      to: e.to,
      class: e.class,
      ref: e.ref,
      name: e.zh,
      nameEn: e.en,
      limitKmh: e.limitKmh,
      structure: e.structure,
    }),
  )

const landscape = ({ land }: County): string[] => [
  feature(polygon(band(land.river, 260)), { id: 'river', class: 'river', name: '岚津河', nameEn: 'Lanjin River' }),
  feature(polygon(land.lake.ring), { id: 'lake', class: 'lake', name: land.lake.zh, nameEn: land.lake.en }),
  ...land.canals.map((c, i) =>
    feature(line(c.line), { id: `canal-${i + 1}`, class: 'canal', name: c.zh, nameEn: c.en }),
  ),
  feature(line(land.railway), { id: 'railway', class: 'railway', name: '津朔铁路', nameEn: 'Jinshuo Railway' }),
]

const tables = (county: County): CountyFile[] => [
  {
    name: 'units.csv',
    text: csv(
      ['编号', '名称', '英文名称', '类型', '上级', '经度', '纬度'],
      county.units.map((u) => [u.id, u.zh, u.en, u.kind, u.parent, ...toLngLat(u.at)]),
    ),
  },
  {
    name: 'vehicles.csv',
    text: csv(
      ['编号', '车牌', '单位', '名称', '英文名称'],
      county.cars.map((c) => [c.id, c.plate, c.unit, c.zh, c.en]),
    ),
  },
  {
    name: 'officers.csv',
    text: csv(
      ['警号', '姓名', '单位', '身份', '性别', '警衔'],
      county.officers.map((o) => [
        o.id,
        o.name,
        o.unit,
        o.kind === 'officer' ? '民警' : '辅警',
        o.sex === 'male' ? '男' : '女',
        o.rank,
      ]),
    ),
  },
  {
    name: 'devices.csv',
    text: csv(
      ['设备', '承载者', '责任单位', '准入'],
      [
        ...county.cars.map((c) => [`jt808:${c.terminal.phone}`, `vehicle/${c.id}`, 'support', '是']),
        ...county.officers.map((o) => [`osmand:${o.phone}`, `officer/${o.id}`, 'support', '是']),
        ...spareTerminals.map((phone) => [`jt808:${phone}`, '', 'support', '是']),
      ],
    ),
  },
  ...radioTables(county),
  dutyRooms(county),
  {
    name: 'route-points.csv',
    text: csv(
      ['巡区', '编号', '名称', '经度', '纬度'],
      county.beats.flatMap((b) => b.routePoints.map((p) => [b.id, p.id, p.zh, ...toLngLat(p.at)])),
    ),
  },
  {
    name: 'roster.csv',
    text: csv(
      ['班次', '承载者', '单位', '巡区', '周次', '开始', '结束', '人员'],
      county.duties.map((d) => [
        d.id,
        d.carrier,
        d.unit,
        d.beat,
        d.weeks === 'odd' ? '单周' : '双周',
        d.start,
        d.end,
        d.crew.join(' '),
      ]),
    ),
  },
  { name: 'bands.csv', text: csv(bandHeader, bandRows) },
  {
    name: 'installations.csv',
    text: csv(
      ['编号', '类型', '名称', '英文名称', '单位', '用途', '经度', '纬度'],
      county.installations.map((i) => [i.id, i.kind, i.zh, i.en, i.unit, i.use, ...toLngLat(i.at)]),
    ),
  },
]

/** The duty room of whoever has a fixed radio: without it nobody would know where that radio is to be. */
const dutyRooms = ({ units, radio }: County): CountyFile => {
  const posts = new Set(radio.radios.map((r) => r.post))
  return {
    name: 'rooms.csv',
    text: csv(
      ['编号', '名称', '英文名称', '单位', '区域代码', '类型', '场所', '办案区'],
      units
        .filter((u) => posts.has(`duty-${u.id}`))
        .map((u) => [
          `duty-${u.id}`,
          `${u.zh}值班室`,
          `${u.en} duty room`,
          u.id,
          '',
          '值班室',
          u.kind === 'station' ? '派出所' : u.kind === 'command-centre' ? '公安局' : '其他',
          '',
        ]),
    ),
  }
}

const radioTables = (county: County): CountyFile[] => [
  {
    name: 'radio-sites.csv',
    text: csv(
      ['编号', '网关', '名称', '英文名称', '经度', '纬度', '覆盖半径'],
      county.radio.sites.map((s) => [s.id, s.gateway, s.zh, s.en, ...toLngLat(s.at), s.radiusM]),
    ),
  },
  {
    name: 'talkgroups.csv',
    text: csv(
      ['通话组', '网关', '名称', '英文名称', '单位'],
      county.radio.talkgroups.map((g) => [g.id, g.gateway, g.zh, g.en, g.unit]),
    ),
  },
  {
    name: 'radios.csv',
    text: csv(
      ['电台', '网关', '承载者', '岗位', '责任单位', '通话组'],
      county.radio.radios.map((r) => [r.id, r.gateway, r.carrier, r.post, 'support', r.talkgroup]),
    ),
  },
]
