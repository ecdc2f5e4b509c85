import dgram from 'node:dgram'
import fs from 'node:fs'
import path from 'node:path'
import { pacedClock } from '../../simulators/clock.ts'
import { type Point, toLngLat, toPoint } from '../../simulators/county/plane.ts'
import { createMotorolaRadio } from '../../simulators/devices/radio-motorola.ts'
import { createRepeater, type RadioMood, type Repeater } from '../../simulators/devices/radio-repeater.ts'
import { clockOf, type House, newFolder, startHouse, tokensOf } from './house.ts'

/** A quiet evening; eight seconds pass in one. */
export const EPOCH = Date.parse('2026-03-02T20:00:00+08:00')
export const SPEED = 8
const HEARTBEAT_MS = 1_200

/**
 * Six stations with ten radios each: the leader, five duty officers, three patrols on foot and the fixed one of the duty
 * room. Two stations share a Hytera site; leader and officers of the sixth have Motorola radios. Sixty in all.
 */
export const stations = [1, 2, 3, 4, 5, 6]
const stationAt = (s: number): Point => [Math.floor((s - 1) / 2) * 60_000 + ((s - 1) % 2) * 10_000, 0]
const siteAt = (s: number): number => Math.floor((s - 1) / 2)
const siteNames = ['site-a', 'site-b', 'site-c']
const addresses = ['127.0.0.41', '127.0.0.42', '127.0.0.43']
/** A fourth repeater that nobody is behind. */
export const IDLE_SITE = '127.0.0.44'
/** The one patrol whose beat no site reaches. */
export const FAR = 'K58'

const officers = stations.flatMap((s) => [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => ({ id: `K${s}${n}`, s, n })))
const isPatrol = (n: number): boolean => n >= 7 && n <= 9
const isMotorola = (s: number, n: number): boolean => s === 6 && n <= 6
const beatAt = (s: number, n: number): Point => {
  const [x, y] = stationAt(s)
  return `K${s}${n}` === FAR ? [x, y + 40_000] : [x + (n - 8) * 2_500, y + 4_000]
}
export const radioOf = (id: string): string => {
  const [s, n] = [Number(id[1]), Number(id.slice(2))]
  return isMotorola(s, n) ? `motorola:127-${140_000 + n}` : `hytera:10-${s * 100 + n}`
}
/** Who is called, as the board names them. */
export const targetOf = (id: string): string => {
  const n = Number(id.slice(2))
  if (n === 10) return `duty-room:${radioOf(id)}`
  return `${n === 1 ? 'leader' : isPatrol(n) ? 'patrol' : 'officer'}:officer/${id}`
}
/** Every target of a station. */
export const targetsOf = (...of: readonly number[]): readonly string[] =>
  of.flatMap((s) => [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((n) => targetOf(`K${s}${n}`)))

const table = (name: string, header: string, rows: readonly (readonly (string | number)[])[]) => ({
  name: `${name}.csv`,
  text: `${[header, ...rows.map((row) => row.join(','))].join('\r\n')}\r\n`,
})
const SHIFT = ['2026-03-02 19:00:00', '2026-03-03 08:00:00']

/** What the bureau knows, as a folder for the import. */
const folderOf = () => [
  table('units', 'id,name,nameEn,kind,parent,longitude,latitude', [
    ['ju', '县公安局', 'Bureau', '公安局', '', ...toLngLat([0, -2_000])],
    ...stations.map((s) => [`s${s}`, `第${s}派出所`, `Station ${s}`, '派出所', 'ju', ...toLngLat(stationAt(s))]),
  ]),
  table(
    'officers',
    'id,name,unit,kind',
    officers.map(({ id, s }) => [id, `警员${id}`, `s${s}`, '民警']),
  ),
  table('devices', 'device,carrier,owner,approved', [[`osmand:${FAR}`, `officer/${FAR}`, 'ju', '是']]),
  table(
    'rooms',
    'id,name,unit,areaCode,kind,facility,area',
    stations.map((s) => [`room-${s}`, `第${s}派出所值班室`, `s${s}`, '', '值班室', '派出所', '']),
  ),
  table(
    'radio-sites',
    'id,gateway,name,longitude,latitude,radiusM',
    siteNames.map((id, i) => [id, 'trunk-h', id, ...toLngLat([i * 60_000 + 5_000, 0]), 15_000]),
  ),
  table('radios', 'id,gateway,carrier,post,unit,talkgroups', [
    ...officers.map(({ id, s, n }) => [
      radioOf(id),
      isMotorola(s, n) ? 'trunk-m' : 'trunk-h',
      `officer/${id}`,
      '',
      'ju',
      '',
    ]),
    ...stations.map((s) => [radioOf(`K${s}10`), 'trunk-h', '', `room-${s}`, 'ju', '']),
  ]),
  table(
    'duties',
    'id,unit,role,officer,post,startsAt,endsAt',
    officers
      .filter(({ n }) => !isPatrol(n))
      .map(({ id, s, n }) => [`duty-${id}`, `s${s}`, n === 1 ? '带班领导' : '值班民警', id, '', ...SHIFT]),
  ),
  table(
    'shifts',
    'id,carrier,unit,beat,startsAt,endsAt,crew',
    officers
      .filter(({ n }) => isPatrol(n))
      .map(({ id, s }) => [`shift-${id}`, `officer/${id}`, `s${s}`, `beat-${id}`, ...SHIFT, id]),
  ),
  {
    name: 'beats.geojson',
    text: JSON.stringify({
      type: 'FeatureCollection',
      features: officers
        .filter(({ n }) => isPatrol(n))
        .map(({ id, s, n }) => {
          const [x, y] = beatAt(s, n)
          const ring = [
            [x - 700, y - 700],
            [x + 700, y - 700],
            [x + 700, y + 700],
            [x - 700, y + 700],
            [x - 700, y - 700],
          ] as const
          return {
            type: 'Feature',
            properties: { id: `beat-${id}`, name: `${id}巡区`, unit: `s${s}` },
            geometry: { type: 'Polygon', coordinates: [ring.map((p) => toLngLat(p))] },
          }
        }),
    }),
  },
]

/** UDP ports nobody listens on: the repeaters must find the server again after it was started anew. */
const freePorts = async (count: number): Promise<number[]> => {
  const sockets = Array.from({ length: count }, () => dgram.createSocket('udp4'))
  await Promise.all(sockets.map((s) => new Promise<void>((done) => s.bind(0, '127.0.0.1', () => done()))))
  const ports = sockets.map((s) => s.address().port)
  await Promise.all(sockets.map((s) => new Promise<void>((done) => s.close(() => done()))))
  return ports
}

/** The server and every radio of six stations, over real UDP; on a clock that runs, or that stands until it is moved. */
export const setRollCallStage = async ({ stands = false } = {}) => {
  const dataDir = newFolder()
  const reference = path.join(dataDir, 'reference')
  fs.mkdirSync(reference)
  for (const file of folderOf()) fs.writeFileSync(path.join(reference, file.name), file.text)
  const [rrs, lp, tmp, rcp, ars, lrrp, tms] = (await freePorts(7)) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const trunks = [
    {
      gateway: 'trunk-h',
      make: 'hytera',
      name: { zh: '集群', en: 'Trunk' },
      owner: 'ju',
      ports: { rrs, lp, tmp, rcp },
      heartbeatSeconds: HEARTBEAT_MS / 1_000,
      sites: [...siteNames, 'site-idle'].map((site, i) => ({ site, address: [...addresses, IDLE_SITE][i] })),
    },
    {
      gateway: 'trunk-m',
      make: 'motorola',
      name: { zh: '备用网', en: 'Reserve' },
      owner: 'ju',
      network: 127,
      ports: { ars, lrrp, tms },
    },
  ]
  fs.writeFileSync(path.join(dataDir, 'trunk-gateways.json'), JSON.stringify(trunks))
  const start = (epoch: number): Promise<House> =>
    startHouse({
      dataDir,
      env: {
        DEMO_COUNTY: reference,
        CLOCK_EPOCH: new Date(epoch).toISOString(),
        ...(stands ? { CLOCK_ANCHOR: '2100-01-01T00:00:00Z' } : { CLOCK_SPEED: String(SPEED) }),
      },
    })
  let house = await start(EPOCH)
  let standsAt = EPOCH
  const clockOfHouse = (): (() => number) => (stands ? () => standsAt : pacedClock(house.pace!))
  let clock = clockOfHouse()

  /** What each radio does; those that are not named do well. */
  const moods = new Map<string, RadioMood>()
  const carriedBy = new Map<string, string>()
  const placeOf = (id: string): readonly [number, number] => {
    const holder = carriedBy.get(id) ?? id
    const [s, n] = [Number(holder[1]), Number(holder.slice(2))]
    if (!isPatrol(n)) return toLngLat(stationAt(s))
    // Walks to and fro on the beat, a metre and a half a second.
    const [x, y] = beatAt(s, n)
    return toLngLat([x + 300 * Math.sin(clock() / 200_000), y])
  }
  const siteOfRadio = (id: string): number => {
    const holder = carriedBy.get(id) ?? id
    const [x] = toPoint(placeOf(holder))
    return Math.round((x - 5_000) / 60_000)
  }
  const everyone = [...officers.map((o) => o.id), ...stations.map((s) => `K${s}10`)]
  const hytera = everyone.filter((id) => radioOf(id).startsWith('hytera'))
  const repeaters: Repeater[] = []
  for (const [i, address] of addresses.entries())
    repeaters.push(
      await createRepeater({
        address,
        server: { host: '127.0.0.1', rrs, lp, tmp },
        deviceId: 700 + i,
        heartbeatMs: HEARTBEAT_MS,
        clock: () => clock(),
        radios: hytera.map((id) => ({
          number: Number(radioOf(id).split('-')[1]),
          place: () => placeOf(id),
          mood: () => (siteOfRadio(id) !== i || id === FAR ? 'out-of-coverage' : (moods.get(id) ?? 'well')),
        })),
      }),
    )
  const idle = await createRepeater({
    address: IDLE_SITE,
    server: { host: '127.0.0.1', rrs, lp, tmp },
    deviceId: 709,
    heartbeatMs: HEARTBEAT_MS,
    clock: () => clock(),
    radios: [],
  })
  const reserve = await Promise.all(
    officers
      .filter(({ s, n }) => isMotorola(s, n))
      .map(({ id }) =>
        createMotorolaRadio({
          number: Number(radioOf(id).split('-')[1]),
          network: 127,
          server: { host: '127.0.0.1', ars, lrrp, tms },
          ports: { ars, lrrp, tms },
          place: () => placeOf(id),
          silent: () => moods.get(id) === 'silent',
          clock: () => clock(),
        }),
      ),
  )
  for (const id of hytera) if (id !== FAR) repeaters[siteOfRadio(id)]!.register(Number(radioOf(id).split('-')[1]))
  for (const radio of reserve) radio.register()

  return {
    house: () => house,
    clock: () => clock(),
    moods,
    carriedBy,
    repeaters,
    rrs,
    ars,
    everyone,
    registered: (): number =>
      repeaters.reduce((n, r) => n + r.counts.registrations, 0) + reserve.reduce((n, r) => n + r.counts.registered, 0),
    siteOf: siteAt,
    /** The phone of the patrol that no site reaches says where it is. */
    phone: async (): Promise<number> => {
      const [lng, lat] = placeOf(FAR)
      const query = new URLSearchParams({
        id: FAR,
        token: tokensOf(house)[`osmand:${FAR}`] ?? '',
        lat: String(lat),
        lon: String(lng),
        timestamp: String(Math.floor(clock() / 1000)),
        accuracy: '8',
      })
      return (await fetch(`http://127.0.0.1:${house.ports.osmand}/?${query}`, { method: 'POST' })).status
    },
    /** The power fails; `laterMs` of the house's time afterwards the server is there again, on the same data. */
    powerCut: async (laterMs: number): Promise<void> => {
      const at = clock()
      await house.kill()
      house = await start(at + laterMs)
      standsAt = at + laterMs
      clock = clockOfHouse()
    },
    /** Of a clock that stands. */
    pass: async (ms: number): Promise<void> => {
      await clockOf(house)(standsAt + ms)
      standsAt += ms
    },
    close: async (): Promise<void> => {
      await Promise.all([...repeaters, idle, ...reserve].map((one) => one.close()))
      await house.stop()
      fs.rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
export type RollCallStage = Awaited<ReturnType<typeof setRollCallStage>>
