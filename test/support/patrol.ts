import type { LngLat } from '../../server/domain/geo.ts'
import { at, type Moment } from './timeline.ts'

/** A beat some ten kilometres wide: 116.00–116.10 east, 30.00–30.10 north. */
export const square = (west: number, south: number, east: number, north: number): LngLat[][] => [
  [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ],
]

/** Degrees of latitude that a distance in metres spans. */
export const metresNorth = (metres: number): number => metres / 111_195
export const inside: LngLat = [116.05, 30.05]
/** A place `metres` north of the beat's northern edge. */
export const beyond = (metres: number, lng = 116.05): LngLat => [lng, 30.1 + metresNorth(metres)]

export const zone = (id: string, kind: string, polygon: LngLat[][], more: object = {}): Moment => [
  '2026-03-01 00:00',
  'zone.drawn',
  {
    zone: id,
    kind,
    name: { zh: '区', en: 'Zone' },
    unit: null,
    polygon,
    validFrom: at('2026-03-01 00:00'),
    routePoints: [],
    limitKmh: null,
    by: 'system',
    reason: 'import',
    ...more,
  },
]

/** The map and the roster of 2 March 2026: car v1 of unit s1 patrols beat b1 from 08:00 to 16:00 with officers o1 and o2. */
export const roster: readonly Moment[] = [
  [
    '2026-03-01 00:00',
    'vehicle.registered',
    { vehicle: 'v1', plate: '鄂A0001警', unit: 's1', name: { zh: '一号车', en: 'Car 1' } },
  ],
  ['2026-03-01 00:00', 'device.bound', { device: 'jt808:1', carrier: 'vehicle/v1', owner: 'tech' }],
  zone('b1', 'beat', square(116, 30, 116.1, 30.1)),
  shift('2026-03-02 08:00', '2026-03-02 16:00'),
]

export function shift(startsAt: string, endsAt: string, more: object = {}): Moment {
  return [
    '2026-03-01 00:00',
    'shift.scheduled',
    {
      shift: 'day',
      carrier: 'vehicle/v1',
      unit: 's1',
      beat: 'b1',
      startsAt: at(startsAt),
      endsAt: at(endsAt),
      crew: ['o1', 'o2'],
      ...more,
    },
  ]
}

/** A report of car v1; `heard` when it reached us later than it happened. */
export const fix = (when: string, position: LngLat | null, more: object = {}, heard?: string): Moment => {
  const data = {
    device: 'jt808:1',
    carrier: 'vehicle/v1',
    position,
    accuracyM: 10,
    altitudeM: null,
    speedKmh: 30,
    headingDeg: null,
    satellites: null,
    ignitionOn: null,
    delivery: 'live',
    mocked: null,
    ...more,
  }
  return heard === undefined ? [when, 'position.reported', data] : [when, 'position.reported', data, heard]
}

const clock = (ms: number): string => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')

/** Reports every `everySeconds` from one instant to another, both included. */
export const fixes = (
  from: string,
  to: string,
  place: (share: number) => LngLat,
  more: object = {},
  everySeconds = 30,
): Moment[] => {
  const [start, end] = [at(from), at(to)]
  const moments: Moment[] = []
  for (let ms = start; ms <= end; ms += everySeconds * 1000)
    moments.push(fix(clock(ms), place(end === start ? 0 : (ms - start) / (end - start)), more))
  return moments
}

export const order = (when: string, more: object = {}, heard?: string): Moment => {
  const data = { order: 'x1', incident: 'i1', carriers: ['vehicle/v1'], place: null, urgent: false, ...more }
  return heard === undefined ? [when, 'dispatch.ordered', data] : [when, 'dispatch.ordered', data, heard]
}
export const closed = (when: string): Moment => [
  when,
  'dispatch.closed',
  { order: 'x1', carriers: ['vehicle/v1'], result: 'done' },
]
export const task = (from: string, to: string, purpose = 'meal'): Moment => [
  '2026-03-01 00:00',
  'task.approved',
  { task: 't1', carrier: 'vehicle/v1', purpose, startsAt: at(from), endsAt: at(to), approvedBy: 'o9' },
]
