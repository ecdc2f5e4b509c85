import type { Interval } from '../custody/marks.ts'
import type { Presence } from '../custody/register.ts'
import type { Entry } from '../entry.ts'
import type { LngLat } from '../geo.ts'
import type { WatchKind } from '../observation/case-area.ts'
import type { RadioSite } from '../radio/state.ts'
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

/** A radio handed to somebody, or taken back into store. */
export interface Handover {
  readonly at: Instant
  readonly radio: string
  readonly carrier: string | null
}

/** What the journal holds beside the register: fixes of the officers and their cars, counts of the room, handovers. */
export interface Heard {
  readonly fixes: readonly Fix[]
  /** Of radios, in any order. */
  readonly handovers: readonly Handover[]
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
  /** Where the act took place: the place of the room's unit; null when nobody knows, or the room is not registered. */
  readonly place: LngLat | null
  readonly badges: Readiness
  readonly entry: Readiness
  readonly counter: Readiness
  readonly recorder: Readiness
  /** Where the officers and the person were about that time, and who of the others' kinds was in the act's room. */
  readonly presence: readonly (Presence & { readonly room: string })[]
  /** Passages of the room's doors, and its recordings, from before these are no longer known. */
  readonly doorsFrom: Instant
  readonly recordingsFrom: Instant
  readonly recordings: readonly Interval[]
  /** Devices bound to the officers and to the cars they crew. */
  readonly devices: readonly { readonly device: string; readonly carrier: string }[]
  /** Who was on a car about that time. */
  readonly cars: readonly Car[]
  /** When a site heard a radio that an officer had then. */
  readonly heardAtSites: readonly SiteHeard[]
  /** Officers whose radio could not be heard for a while. */
  readonly radiosLost: readonly { readonly carrier: string; readonly seqs: readonly number[] }[]
}

/** A car with its crew for a while: by the roster, or with whoever is known to have driven it. */
export interface Car {
  readonly carrier: string
  readonly crew: readonly string[]
  /** Null where only the roster tells. */
  readonly driver: string | null
  readonly from: Instant
  readonly to: Instant | undefined
}

export interface SiteHeard {
  readonly seq: number
  readonly at: Instant
  readonly carrier: string
  readonly site: string
  readonly coverage: RadioSite['coverage']
}

/** A radio handed over, if the entry tells of one. */
export const handoverOf = ({ observation: o }: Entry): Handover | undefined =>
  o.kind === 'radio.assigned' ? { at: o.observedAt, radio: o.data.radio, carrier: o.data.carrier } : undefined

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

/** The carriers whose positions bear on a claim: its officers, and the cars they were on about that time. */
export const carriersOf = (claim: Claim, register: Register, now: Instant): readonly string[] => {
  const officers = [...new Set(claim.parts.map((p) => p.officer))]
  const cars = carsOf(claim, register, now).map((c) => c.carrier)
  return [...officers.map((o) => `officer/${o}`), ...new Set(cars)]
}

const carsOf = (claim: Claim, register: Register, now: Instant): readonly Car[] => {
  const named = new Set(claim.parts.map((p) => p.officer))
  const to = claim.to ?? now
  const about = (c: Car): boolean => c.from < to && (c.to === undefined || c.to > claim.from)
  return register.vehicles().flatMap(({ vehicle }) => {
    const carrier = `vehicle/${vehicle}`
    const rostered = register
      .shiftsOf(carrier)
      .map((s) => ({ carrier, crew: s.crew, driver: null, from: s.startsAt, to: s.endsAt }))
    const driven = register.duty
      .drivings(vehicle)
      .map((d) => ({ carrier, crew: [d.officer], driver: d.officer, from: d.from, to: d.to ?? undefined }))
    const all = [...rostered, ...driven].filter(about)
    return all.some((c) => c.crew.some((o) => named.has(o))) ? all : []
  })
}

/** What sites say of the radios that the officers had then. */
const radiosOf = (claim: Claim, { radio }: Register, handovers: readonly Handover[], to: Instant) => {
  const carriers = new Set(claim.parts.map((p) => `officer/${p.officer}`))
  const inOrder = handovers.toSorted((a, b) => a.at - b.at)
  const holderAt = (one: string, at: Instant): string | null =>
    inOrder.findLast((h) => h.radio === one && h.at <= at)?.carrier ?? null
  const held = [...new Set(handovers.filter((h) => h.carrier !== null && carriers.has(h.carrier)).map((h) => h.radio))]
  const heardAtSites = held.flatMap((one) =>
    radio.sightings(one).flatMap(({ at, seq, site }) => {
      const carrier = holderAt(one, at)
      if (site === null || carrier === null || at < claim.from || at > to) return []
      return [{ seq, at, carrier, site, coverage: radio.site(site)?.coverage ?? null }]
    }),
  )
  const radiosLost = held.flatMap((one) => {
    const carrier = holderAt(one, to)
    if (carrier === null || !(radio.channelOf(one, claim.from).is === 'down' || radio.wasDown(one, claim.from, to)))
      return []
    const seqs = [claim.from, to]
      .map((at) => radio.channelOf(one, at))
      .flatMap((c) => (c.is === 'down' ? c.evidence : []))
    return [{ carrier, seqs: [...new Set(seqs)] }]
  })
  return { heardAtSites, radiosLost }
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
  const cars = carsOf(claim, register, now)
  const carriers = new Set([...claim.parts.map((p) => `officer/${p.officer}`), ...cars.map((c) => c.carrier)])
  // Of a room that nobody registered the place is not known: its unit's act may be in another house.
  const unit = custody.room(room)?.unit
  return {
    ...heard,
    now,
    toleranceMs,
    nearM,
    place: unit === undefined ? null : (register.unit(unit)?.place ?? null),
    badges: readiness(register, room, 'badges'),
    entry: readiness(register, room, 'entry'),
    counter: readiness(register, room, 'people-count'),
    recorder: readiness(register, room, 'recording'),
    presence: (rooms ?? custody.rooms().map((r) => r.room))
      .flatMap((one) => custody.presence(one).map((p) => ({ ...p, room: one })))
      .filter((p) => (wanted.has(p.who) || (p.room === room && others.has(p.as))) && about(p)),
    doorsFrom: custody.rememberedFrom('doors', room),
    recordingsFrom: custody.rememberedFrom('recordings', room),
    recordings: custody.recordings(room, claim.act).filter(about),
    devices: register
      .devices()
      .flatMap(({ device, carrier }) => (carrier !== null && carriers.has(carrier) ? [{ device, carrier }] : [])),
    cars,
    ...radiosOf(claim, register, heard.handovers, to),
  }
}
