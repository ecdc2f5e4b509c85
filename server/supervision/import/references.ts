import type { Report } from './problem.ts'
import { type CountyData, fileOf, type SourceFile } from './read-files.ts'

/** What exists already, besides what the folder brings: a day's shifts refer to cars imported months ago. */
export interface Known {
  readonly unit: ReadonlySet<string>
  readonly vehicle: ReadonlySet<string>
  readonly officer: ReadonlySet<string>
  readonly room: ReadonlySet<string>
  /** Zones of any kind, withdrawn ones too. */
  readonly beat: ReadonlySet<string>
}

/** Every name that a line uses must exist, and no two lines may bear the same one. */
export const checkReferences = (
  data: CountyData,
  files: readonly SourceFile[],
  known: Known | undefined,
  report: Report,
): void => {
  const set = (lines: readonly { value: { id: string } }[]): Set<string> => new Set(lines.map((l) => l.value.id))
  const [units, vehicles, officers] = [set(data.units), set(data.vehicles), set(data.officers)]
  const rooms = set(data.rooms)
  const beats = new Set(data.beats.map((b) => b.value.properties.id))
  const exists = {
    unit: (id: string) => units.has(id) || known?.unit.has(id) === true,
    vehicle: (id: string) => vehicles.has(id) || known?.vehicle.has(id) === true,
    officer: (id: string) => officers.has(id) || known?.officer.has(id) === true,
    room: (id: string) => rooms.has(id) || known?.room.has(id) === true,
    beat: (id: string) => beats.has(id) || known?.beat.has(id) === true,
  }
  const zh = { unit: '单位', vehicle: '车辆', officer: '人员', room: '房间', beat: '巡区' }

  const at = (table: string, line: number) => ({
    needs: (kind: keyof typeof exists, id: string | null | undefined, field: string): void => {
      if (id === null || id === undefined || exists[kind](id)) return
      report({
        file: fileOf(files, table),
        line,
        field,
        message: { zh: `没有编号为「${id}」的${zh[kind]}`, en: `there is no ${kind} "${id}"` },
      })
    },
    carrier: (carrier: string | null): void => {
      if (carrier === null) return
      const [kind, id] = [carrier.split('/', 1)[0] as 'vehicle' | 'officer', carrier.slice(carrier.indexOf('/') + 1)]
      at(table, line).needs(kind, id, 'carrier')
    },
  })

  for (const { line, value } of data.units) at('units', line).needs('unit', value.parent, 'parent')
  for (const { line, value } of data.vehicles) at('vehicles', line).needs('unit', value.unit, 'unit')
  for (const { line, value } of data.officers) at('officers', line).needs('unit', value.unit, 'unit')
  for (const { line, value } of data.installations) at('installations', line).needs('unit', value.unit, 'unit')
  for (const { line, value } of data.rooms) at('rooms', line).needs('unit', value.unit, 'unit')
  for (const { line, value } of data.sensors) {
    at('sensors', line).needs('unit', value.owner, 'owner')
    at('sensors', line).needs('room', value.room, 'room')
  }
  for (const { line, value } of data.readers) at('readers', line).needs('room', value.room, 'room')
  for (const { line, value } of data.cards)
    if (value.as === 'officer' || value.as === 'auxiliary') at('cards', line).needs('officer', value.holder, 'holder')
  for (const { line, value } of data.talkgroups) at('talkgroups', line).needs('unit', value.unit, 'unit')
  for (const { line, value } of data.radios) {
    at('radios', line).needs('unit', value.unit, 'unit')
    at('radios', line).carrier(value.carrier)
  }
  for (const { line, value } of data.devices) {
    at('devices', line).needs('unit', value.owner, 'owner')
    at('devices', line).carrier(value.carrier)
  }
  for (const { line, value } of data['route-points']) at('route-points', line).needs('beat', value.beat, 'beat')
  for (const { line, value } of data.beats) at('beats', line).needs('unit', value.properties.unit, 'unit')
  for (const { line, value } of data.areas) at('areas', line).needs('unit', value.properties.unit, 'unit')
  for (const table of ['roster', 'shifts'] as const)
    for (const { line, value } of data[table]) {
      at(table, line).carrier(value.carrier)
      at(table, line).needs('unit', value.unit, 'unit')
      at(table, line).needs('beat', value.beat, 'beat')
      for (const officer of value.crew) at(table, line).needs('officer', officer, 'crew')
    }
  for (const { line, value } of data.duties) {
    at('duties', line).needs('unit', value.unit, 'unit')
    at('duties', line).needs('officer', value.officer, 'officer')
    at('duties', line).needs('officer', value.backup, 'backup')
  }
  for (const { line, value } of data.leave) at('leave', line).needs('officer', value.officer, 'officer')
  for (const { line, value } of data.leaders) {
    at('leaders', line).needs('unit', value.unit, 'unit')
    at('leaders', line).needs('officer', value.officer, 'officer')
  }
  for (const { line, value } of data.windows) at('windows', line).needs('unit', value.unit, 'unit')
  for (const { line, value } of data.tasks) at('tasks', line).carrier(value.carrier)
  for (const { line, value } of data.orders) for (const carrier of value.carriers) at('orders', line).carrier(carrier)
  checkDoubles(data, files, report)
}

const caseAreas = [
  'duties',
  'leave',
  'leaders',
  'windows',
  'rooms',
  'sensors',
  'readers',
  'cards',
  'radio-sites',
  'talkgroups',
  'radios',
] as const

const checkDoubles = (data: CountyData, files: readonly SourceFile[], report: Report): void => {
  const once = (table: string, lines: readonly { line: number; id: string }[]): void => {
    const first = new Map<string, number>()
    for (const { line, id } of lines) {
      const before = first.get(id)
      if (before === undefined) first.set(id, line)
      else
        report({
          file: fileOf(files, table),
          line,
          field: null,
          message: { zh: `「${id}」与第${before}行重复`, en: `"${id}" is on line ${before} already` },
        })
    }
  }
  for (const table of [
    'units',
    'vehicles',
    'officers',
    'installations',
    'tasks',
    'orders',
    'bands',
    ...caseAreas,
  ] as const)
    once(
      table,
      data[table].map((l) => ({ line: l.line, id: l.value.id })),
    )
  once(
    'holidays',
    data.holidays.map((l) => ({ line: l.line, id: l.value.day })),
  )
  once(
    'devices',
    data.devices.map((l) => ({ line: l.line, id: l.value.device })),
  )
  once(
    'shifts',
    data.shifts.map((l) => ({ line: l.line, id: `${l.value.carrier} ${l.value.id}` })),
  )
  once(
    'route-points',
    data['route-points'].map((l) => ({ line: l.line, id: `${l.value.beat} ${l.value.id}` })),
  )
  once(
    'roster',
    data.roster.flatMap((l) =>
      (l.value.weeks === 'every' ? ['odd', 'even'] : [l.value.weeks]).map((w) => ({
        line: l.line,
        id: `${l.value.id} ${w}`,
      })),
    ),
  )
  for (const map of ['townships', 'beats', 'areas', 'roads', 'landscape'] as const)
    once(
      map,
      data[map].map((l) => ({ line: l.line, id: l.value.properties.id })),
    )
  const [, second] = data.boundary
  if (second)
    report({
      file: fileOf(files, 'boundary'),
      line: second.line,
      field: null,
      message: { zh: '县界只能有一个', en: 'there can be one boundary only' },
    })
}
