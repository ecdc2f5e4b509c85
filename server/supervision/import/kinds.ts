import { type ImportColumn, type ImportGroup, type ImportKind, importGroups } from '../../contract/imports.ts'
import type { Permission } from '../../contract/roles.ts'
import type { Text } from '../../domain/text.ts'
import { type MapName, maps } from './maps.ts'
import { aliases } from './read-files.ts'
import { drawingSamples, tableSamples } from './samples.ts'
import { type TableName, tables } from './tables.ts'

interface Words {
  readonly group: ImportGroup
  readonly en: string
  readonly note?: Text
}

const withBeats: Text = {
  zh: '与 beats.geojson 一起导入：必巡点是巡区的一部分。',
  en: 'Import together with beats.geojson: route points are part of their beat.',
}
const withBoundary: Text = {
  zh: '仅用于底图。底图整体替换：须与县界及其他底图文件一起导入。',
  en: 'For the base layer only, which is replaced as a whole: import together with the boundary and its other files.',
}

/** In the order in which a bureau brings them: what is referred to first. */
const words: { readonly [N in TableName | MapName]: Words } = {
  units: { group: 'bureau', en: 'Units' },
  officers: { group: 'bureau', en: 'Officers and auxiliaries' },
  vehicles: { group: 'bureau', en: 'Vehicles' },
  devices: { group: 'bureau', en: 'Devices' },
  leaders: { group: 'bureau', en: 'Appointments' },
  roster: {
    group: 'duty',
    en: 'Repeating roster',
    note: {
      zh: '按天写出；已经开始的班次不变。',
      en: 'Written out day by day; a shift that is running stays as it is.',
    },
  },
  shifts: { group: 'duty', en: 'Shifts by date' },
  duties: { group: 'duty', en: 'Duties' },
  leave: { group: 'duty', en: 'Leave' },
  tasks: { group: 'duty', en: 'Approved tasks' },
  orders: { group: 'duty', en: 'Dispatch orders' },
  windows: { group: 'duty', en: 'Window hours' },
  rooms: { group: 'case-area', en: 'Rooms' },
  sensors: { group: 'case-area', en: 'Sensors' },
  readers: { group: 'case-area', en: 'Card readers' },
  cards: { group: 'case-area', en: 'Cards' },
  'radio-sites': { group: 'radio', en: 'Radio sites' },
  talkgroups: { group: 'radio', en: 'Talkgroups' },
  radios: { group: 'radio', en: 'Radios' },
  holidays: {
    group: 'law',
    en: 'Holidays',
    note: { zh: '一年整体替换。', en: 'A year is replaced as a whole.' },
  },
  bands: { group: 'law', en: 'Discretion bands' },
  boundary: {
    group: 'map',
    en: 'County boundary',
    note: {
      zh: '带县界的导入整体替换底图：请与其他底图文件一起导入。',
      en: 'An import with a boundary replaces the whole base layer: bring its other files as well.',
    },
  },
  townships: { group: 'map', en: 'Townships' },
  beats: {
    group: 'map',
    en: 'Beats',
    note: {
      zh: '与 route-points.csv 一起导入，否则巡区没有必巡点。',
      en: 'Import together with route-points.csv, else the beats have no route points.',
    },
  },
  'route-points': { group: 'map', en: 'Route points', note: withBeats },
  areas: { group: 'map', en: 'Areas' },
  roads: { group: 'map', en: 'Roads', note: withBoundary },
  landscape: { group: 'map', en: 'Landscape', note: withBoundary },
  installations: { group: 'map', en: 'Installations', note: withBoundary },
}

const chinese = new Map(Object.entries(aliases).map(([zh, is]) => [is, zh]))

/** Who imports what they may not change at its own page would go round the right that page asks for. */
const needsOf = (is: string): Permission | null => {
  if (is === 'devices') return 'devices.approve'
  return words[is as TableName | MapName]?.group === 'map' ? 'zones.edit' : null
}

const csvLine = (cells: readonly string[]): string =>
  cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')

const tableKind = (is: TableName): Pick<ImportKind, 'form' | 'columns' | 'sample'> => {
  const { columns, optional } = tables[is] as (typeof tables)[TableName] & { readonly optional: readonly string[] }
  const listed = Object.entries(columns).map(
    ([name, [heading = name]]): ImportColumn => ({ heading, name, needed: !optional.includes(name) }),
  )
  const lines = [listed.map(({ heading }) => heading), ...tableSamples[is]].map(csvLine)
  return { form: 'table', columns: listed, sample: `${lines.join('\r\n')}\r\n` }
}

const drawingKind = (is: MapName): Pick<ImportKind, 'form' | 'columns' | 'sample'> => ({
  form: 'drawing',
  columns: Object.entries(maps[is].properties.shape).map(([name, schema]) => ({
    heading: name,
    name,
    needed: !schema.safeParse(undefined).success,
  })),
  sample: `${JSON.stringify({ type: 'FeatureCollection', features: [drawingSamples[is]] }, null, 1)}\n`,
})

/** Every kind of file an import takes, group by group. */
export const importKindList: readonly ImportKind[] = importGroups.flatMap((group) =>
  (Object.keys(words) as (TableName | MapName)[])
    .filter((is) => words[is].group === group)
    .map((is): ImportKind => {
      const { en, note } = words[is]
      const shape = Object.hasOwn(tables, is) ? tableKind(is as TableName) : drawingKind(is as MapName)
      return { is, name: { zh: chinese.get(is) ?? en, en }, group, needs: needsOf(is), note: note ?? null, ...shape }
    }),
)

/** What the files of an import need besides `imports.run`. */
export const needsFor = (kinds: readonly string[]): readonly Permission[] => [
  ...new Set(kinds.flatMap((is) => needsOf(is) ?? [])),
]
