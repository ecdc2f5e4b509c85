import { createLineReader } from '../../server/commands/journal-lines.ts'
import { createHearing } from '../../server/domain/corroboration/hearing.ts'
import type { SourceName } from '../../server/domain/corroboration/matrix.ts'
import { createRegister } from '../../server/domain/register.ts'
import { act, officer, room } from './custody.ts'
import { at, type Moment } from './timeline.ts'

/** The station stands at 116 E, 30 N; a hundredth of a degree of longitude is 964 m there. */
export const DAY = '2026-03-02'
const HOUSE = [116, 30] as const
const M_PER_DEGREE = 111_320 * Math.cos((30 * Math.PI) / 180)
/** A place so many metres east of the station. */
export const east = (metres: number): [number, number] => [HOUSE[0] + metres / M_PER_DEGREE, HOUSE[1]]

const square = (middle: readonly [number, number], halfDegrees: number): [number, number][][] => {
  const [x, y] = middle
  const h = halfDegrees
  return [
    [
      [x - h, y - h],
      [x + h, y - h],
      [x + h, y + h],
      [x - h, y + h],
      [x - h, y - h],
    ],
  ]
}

const unit: Moment = [
  '2026-03-01 08:00',
  'unit.registered',
  { unit: 'station-1', name: { zh: '一所', en: 'Station 1' }, kind: 'station', parent: null, place: HOUSE },
]
const vehicle: Moment = [
  '2026-03-01 08:00',
  'vehicle.registered',
  { vehicle: 'v1', plate: 'x', unit: 'station-1', name: { zh: '车', en: 'Car' } },
]
const site = (id: string, middle: readonly [number, number] | null): Moment => [
  '2026-03-01 08:00',
  'radio-site.registered',
  {
    site: id,
    gateway: 'g1',
    name: { zh: id, en: id },
    place: middle,
    coverage: middle && square(middle, 0.05),
  },
]

/** Officers oA and oB of a station with one room, a car, and radio sites: over the station, far from it, not drawn. */
export const house: readonly Moment[] = [
  unit,
  vehicle,
  room('2026-03-01 08:00'),
  officer('2026-03-01 08:00', 'oA'),
  officer('2026-03-01 08:00', 'oB'),
  site('home', HOUSE),
  site('far', east(40_000)),
  site('undrawn', null),
]

/** A and B questioned p1 in room r1 from 09:10 to 10:00, says the case system. */
export const questioning = act('questioning', { officers: ['oA', 'oB'] })
export const session = [questioning.starts(`${DAY} 09:10`), questioning.ends(`${DAY} 10:00`)]

export const fixed = (
  carrier: string,
  local: string,
  position: readonly [number, number] | null,
  more: object = {},
  heard?: string,
): Moment => [
  `${DAY} ${local}`,
  'position.reported',
  { device: 'osmand:1', carrier, position, accuracyM: 20, delivery: 'live', ...more },
  heard === undefined ? undefined : `${DAY} ${heard}`,
]
export const counted = (local: string, people: number, heard?: string): Moment => [
  `${DAY} ${local}`,
  'room.counted',
  { room: 'r1', people },
  heard === undefined ? undefined : `${DAY} ${heard}`,
]

/** A line as somebody with the documentation alone would write it. */
const lineOf = ([happened, kind, data = {}, late]: Moment): string =>
  JSON.stringify({ kind, observedAt: at(happened), recordedAt: at(late ?? happened), data })

/** A journal, in the order in which it was heard, held against its own claim `a1`. */
export const held = (moments: readonly Moment[], until = `${DAY} 12:00`) => {
  const heard = ([happened, , , late]: Moment): number => at(late ?? happened)
  const read = createLineReader()
  const all = [...house, ...moments]
    .sort((a, b) => heard(a) - heard(b))
    .map(lineOf)
    .map((line) => {
      const found = read(line)
      if (found.is !== 'entry') throw new Error(`${line}: ${found.is === 'fault' ? found.problem : found.is}`)
      return found.entry
    })
  const register = createRegister()
  const hearing = createHearing()
  for (const entry of all) {
    hearing.take(entry, register)
    register.apply(entry)
  }
  const matrix = hearing.matrices(register, at(until)).find((m) => m.claim.act === 'a1')
  if (!matrix) throw new Error('no claim')
  const find = (source: SourceName, about: string) =>
    matrix.cells.find((c) => c.source === source && (c.about === about || c.about === `officer/${about}`))
  return {
    ...matrix,
    find,
    cell: (source: SourceName, about: string) => {
      const found = find(source, about)
      return found && `${found.says} ${found.because}`
    },
    /** The kinds of the entries that a cell names. */
    named: (source: SourceName, about: string) =>
      find(source, about)?.seqs.map((s) => all.find((e) => e.seq === s)!.observation.kind),
  }
}
