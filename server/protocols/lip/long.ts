import { bitReader } from './bits.ts'

/**
 * The long location report of LIP (ETSI TS 100 392-18-1 §6.2.2). Widths and curves after two public decoders that agree, and
 * checked against a field report; no radio of this sort was at hand.
 *
 *   01 | extension 4 = 3 | time 2 (+ 2 or 22) | shape 4 + its data | velocity 3 + its data | acknowledge 1 | kind 1 | reason 8
 */

/** One long location report. */
export interface LongReport {
  readonly pduType: 1
  /** What is told of the time: nothing, how old at most (as in the short report), or day of the month and time of day, UTC. */
  readonly time:
    | { readonly is: 'none' }
    | { readonly is: 'elapsed'; readonly elapsed: number }
    | {
        readonly is: 'at'
        readonly day: number
        readonly hour: number
        readonly minute: number
        readonly second: number
      }
  /** 0 none · 1 point · 2 circle · 3 ellipse · 4–6 the same with altitude · 7, 8 and its uncertainty · 9 arc · 10 point and error. */
  readonly shape: number
  /** Degrees, WGS-84. Null where the shape has no place: none, or an arc, whose centre is where the radio is not. */
  readonly longitude: number | null
  readonly latitude: number | null
  /** 0–63: radius of the circle, or half of the ellipse's longer axis; `radiusM` says in metres. Null: not told. */
  readonly uncertainty: number | null
  /** As in the short report; null unless the shape is a point and its error. */
  readonly error: number | null
  /** Metres above the ellipsoid; null: not told, or above something else. */
  readonly altitudeM: number | null
  /** As in the short report; null: not told. */
  readonly velocity: number | null
  /** In 360/256°, 0 north; null: not told. */
  readonly direction: number | null
  readonly acknowledge: number
  /** 0: `additional` is the reason for sending; 1: it is the user's own. */
  readonly additionalKind: number
  readonly additional: number
  /** How long it is. */
  readonly bits: number
}

const LONG_REPORT = 3

/** Data of a shape behind longitude and latitude, in order. Half axes, radii and angles that nobody asks for are passed over. */
const shapes: Readonly<Record<number, readonly (readonly [name: string, bits: number])[]>> = {
  1: [],
  2: [['uncertainty', 6]],
  3: [
    ['uncertainty', 6],
    ['minor, angle, confidence', 6 + 8 + 3],
  ],
  4: [['altitude', 12]],
  5: [
    ['uncertainty', 6],
    ['altitude', 12],
  ],
  6: [
    ['uncertainty', 6],
    ['minor, angle', 6 + 8],
    ['altitude', 12],
    ['confidence', 3],
  ],
  7: [
    ['uncertainty', 6],
    ['altitude', 12],
    ['its uncertainty', 3],
  ],
  8: [
    ['uncertainty', 6],
    ['minor, angle', 6 + 8],
    ['altitude', 12],
    ['its uncertainty, confidence', 3 + 3],
  ],
  9: [['radii, angles, confidence', 16 + 16 + 8 + 8 + 3]],
  10: [['error', 3]],
}
const ARC = 9

/** Data of a velocity type: how many bits lie between speed and direction, and behind it; null: no direction. */
const velocities: readonly (null | { readonly skip: number; readonly direction: boolean; readonly rest: number })[] = [
  null,
  { skip: 0, direction: false, rest: 0 },
  { skip: 3, direction: false, rest: 0 },
  { skip: 8, direction: false, rest: 0 },
  { skip: 3 + 8 + 3, direction: false, rest: 0 },
  { skip: 0, direction: true, rest: 0 },
  { skip: 3, direction: true, rest: 3 },
  { skip: 3 + 8 + 3, direction: true, rest: 3 },
]

/** Reads the digits behind the protocol identifier of a PDU with extension; a text says why they are no long report. Never throws. */
export const readLong = (digits: string): LongReport | { readonly short: string } | { readonly unknown: string } => {
  const bits = bitReader(digits)
  const { take } = bits
  take(2)
  const extension = take(4)
  if (extension !== LONG_REPORT) return { unknown: `extension ${extension}; the long report is ${LONG_REPORT}` }
  const time = timeOf(take)
  if (!time) return { unknown: 'time type 3 is reserved' }
  const shape = take(4)
  const data = shapes[shape]
  if (shape !== 0 && !data) return { unknown: `shape ${shape} is reserved` }
  const [lng, lat] = data ? [bits.longitude(), bits.latitude()] : [null, null]
  const told = new Map((data ?? []).map(([name, width]) => [name, take(width)]))
  const velocity = velocities[take(3)]!
  const speed = velocity && take(7)
  if (velocity) take(velocity.skip)
  const direction = velocity?.direction ? take(8) : null
  if (velocity) take(velocity.rest)
  const [acknowledge, additionalKind, additional] = [take(1), take(1), take(8)]
  if (bits.at() > bits.length) return { short: `${bits.length} bits, this long location report has ${bits.at()}` }
  return {
    pduType: 1,
    time,
    shape,
    longitude: shape === ARC ? null : lng,
    latitude: shape === ARC ? null : lat,
    uncertainty: told.get('uncertainty') ?? null,
    error: told.get('error') ?? null,
    altitudeM: altitudeOf(told.get('altitude')),
    velocity: speed,
    direction,
    acknowledge,
    additionalKind,
    additional,
    bits: bits.at(),
  }
}

const timeOf = (take: (bits: number) => number): LongReport['time'] | undefined => {
  switch (take(2)) {
    case 0:
      return { is: 'none' }
    case 1:
      return { is: 'elapsed', elapsed: take(2) }
    case 2:
      return { is: 'at', day: take(5), hour: take(5), minute: take(6), second: take(6) }
    default:
      return undefined
  }
}

/** Steps of 1 m up to 1,000, of 2 m up to 2,450, of 75 m above; the first bit says above what. */
const altitudeOf = (code: number | undefined): number | null => {
  if (code === undefined || code >= 2048 || code === 0) return null
  if (code <= 1201) return code - 201
  return code <= 1926 ? 1000 + (code - 1201) * 2 : 2450 + (code - 1926) * 75
}

/** Metres of an uncertainty's code, 1 to some 480,000. The longer half axis of an ellipse is taken to be coded as a radius is. */
export const radiusM = (code: number): number => 2 * 1.2 ** (code + 5) - 4

/** The instant nearest to `near` that a day of the month and a time of day, UTC, stand for; undefined: there is none such. */
export const instantOf = (
  { day, hour, minute, second }: Extract<LongReport['time'], { is: 'at' }>,
  near: number,
): number | undefined => {
  if (day < 1 || hour > 23 || minute > 59 || second > 59) return undefined
  const now = new Date(near)
  return [-1, 0, 1]
    .map((months) => Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, day, hour, minute, second))
    .filter((at) => new Date(at).getUTCDate() === day)
    .sort((a, b) => Math.abs(a - near) - Math.abs(b - near))[0]
}
