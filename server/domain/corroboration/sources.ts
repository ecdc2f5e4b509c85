import type { Interval } from '../custody/marks.ts'
import type { Presence } from '../custody/register.ts'
import type { LngLat } from '../geo.ts'
import type { WatchKind } from '../observation/case-area.ts'
import type { Register } from '../register.ts'
import { type Instant, minutes } from '../time.ts'
import { type Claim, othersAtDoors } from './claim.ts'

/** Where a device said it was. */
export interface Fix {
  readonly seq: number
  readonly at: Instant
  readonly device: string
  readonly carrier: string
  readonly position: LngLat | null
  readonly accuracyM: number | null
  readonly mocked: boolean
}

/** What the journal holds beside the register: fixes of the officers and their cars, counts of the room. */
export interface Heard {
  readonly fixes: readonly Fix[]
  readonly counts: readonly { readonly seq: number; readonly at: Instant; readonly people: number }[]
}

/** A sensor's readiness: whether there is one at all, and when it worked. */
export interface Readiness {
  readonly known: boolean
  readonly working: readonly Interval[]
  /** Entries that tell of the sensor: installed, failed, restored. */
  readonly seqs: readonly number[]
}

/** Everything a claim is held against, as plain data. */
export interface Sources extends Heard {
  readonly now: Instant
  /** Clocks differ and people pass doors: shorter than this nothing is said against anybody. */
  readonly toleranceMs: number
  /** Within this distance of the place counts as there. */
  readonly nearM: number
  /** Where the act took place: the place of the room's unit; null when nobody knows. */
  readonly place: LngLat | null
  readonly badges: Readiness
  readonly entry: Readiness
  readonly counter: Readiness
  readonly recorder: Readiness
  /** Where the officers and the person were about that time, and who of the others' kinds was in the act's room. */
  readonly presence: readonly (Presence & { readonly room: string })[]
  readonly recordings: readonly Interval[]
  /** Devices bound to the officers and to the cars they crew. */
  readonly devices: readonly { readonly device: string; readonly carrier: string }[]
  /** Who was on a car's crew about that time. */
  readonly crews: readonly { readonly carrier: string; readonly crew: readonly string[] }[]
}

export const TOLERANCE_MS = minutes(3)
export const NEAR_M = 500

const readiness = ({ custody }: Register, room: string | null, what: WatchKind): Readiness => {
  if (room === null) return { known: false, working: [], seqs: [] }
  const known = custody
    .sensorsIn(room)
    .some((s) => custody.sensor(s)?.room === room && custody.sensor(s)?.watches.includes(what))
  const working = custody.watched(room, what)
  return { known, working, seqs: [...new Set(working.flatMap((w) => w.evidence))].sort((a, b) => a - b) }
}

/** The carriers whose positions bear on a claim: its officers, and the cars they crewed about that time. */
export const carriersOf = (claim: Claim, register: Register, now: Instant): readonly string[] => {
  const officers = [...new Set(claim.parts.map((p) => p.officer))]
  return [...officers.map((o) => `officer/${o}`), ...crewsOf(claim, register, now).map((c) => c.carrier)]
}

const crewsOf = (claim: Claim, register: Register, now: Instant): Sources['crews'] => {
  const named = new Set(claim.parts.map((p) => p.officer))
  const to = claim.to ?? now
  return register.vehicles().flatMap(({ vehicle }) => {
    const carrier = `vehicle/${vehicle}`
    return register
      .shiftsOf(carrier)
      .filter((s) => s.startsAt < to && s.endsAt > claim.from && s.crew.some((o) => named.has(o)))
      .map((s) => ({ carrier, crew: s.crew }))
  })
}

/** Gathers from the register, and from what the journal holds beside it, everything the claim is held against. */
export const sourcesOf = (
  claim: Claim,
  register: Register,
  heard: Heard,
  {
    now,
    toleranceMs = TOLERANCE_MS,
    nearM = NEAR_M,
    rooms,
  }: {
    readonly now: Instant
    readonly toleranceMs?: number
    readonly nearM?: number
    /** Where people are looked for; every room unless told. */
    readonly rooms?: readonly string[]
  },
): Sources => {
  const { custody } = register
  const { room } = claim
  const to = claim.to ?? now
  const about = (p: Interval): boolean => p.from < to && (p.to === undefined || p.to > claim.from)
  const wanted = new Set([...claim.parts.map((p) => p.officer), ...(claim.person === null ? [] : [claim.person])])
  const others = othersAtDoors(claim)
  const crews = crewsOf(claim, register, now)
  const carriers = new Set([...claim.parts.map((p) => `officer/${p.officer}`), ...crews.map((c) => c.carrier)])
  const unit = custody.room(room)?.unit ?? claim.unit
  return {
    ...heard,
    now,
    toleranceMs,
    nearM,
    place: room === null ? null : (register.unit(unit)?.place ?? null),
    badges: readiness(register, room, 'badges'),
    entry: readiness(register, room, 'entry'),
    counter: readiness(register, room, 'people-count'),
    recorder: readiness(register, room, 'recording'),
    presence: (rooms ?? custody.rooms().map((r) => r.room))
      .flatMap((one) => custody.presence(one).map((p) => ({ ...p, room: one })))
      .filter((p) => (wanted.has(p.who) || (p.room === room && others.has(p.as))) && about(p)),
    recordings: custody.recordings(room, claim.act).filter(about),
    devices: register
      .devices()
      .flatMap(({ device, carrier }) => (carrier !== null && carriers.has(carrier) ? [{ device, carrier }] : [])),
    crews,
  }
}
