import type { Entry } from '../entry.ts'
import type { WatchKind } from '../observation/case-area.ts'
import type { Instant } from '../time.ts'
import { applyCustody } from './fold.ts'
import { type Interval, intervals, type Mark, union } from './marks.ts'
import type { PersonFacts } from './people.ts'
import {
  type ActSpan,
  type CustodyState,
  emptyCustody,
  type FacilityMark,
  type MeasureSpan,
  type Passage,
  type Room,
  type SensorMark,
  type StaySpan,
} from './state.ts'

/** Someone's time in a room. */
export interface Presence extends Interval {
  readonly who: string
  readonly as: Passage['as']
  readonly sex: Passage['sex']
}

/** Read-only face of what the journal has told of persons, rooms, recorders and sensors. */
export type CustodyRegister = Omit<ReturnType<typeof createCustodyRegister>, 'apply'>

/** The marks of a room or a recorder are replaced, never changed: what follows from them is worked out once. */
const once = <A extends object, B>(work: (from: A) => B): ((from: A) => B) => {
  const known = new WeakMap<A, B>()
  return (from) => {
    const before = known.get(from)
    if (before !== undefined) return before
    const result = work(from)
    known.set(from, result)
    return result
  }
}
const none: readonly never[] = []
const intervalsOf = once((marks: readonly Mark[]): readonly Interval[] => intervals(marks))
const outagesOf = once((marks: readonly SensorMark[]): readonly Interval[] =>
  intervals(marks.flatMap((m) => (m.fault === 'unreachable' ? [] : [{ ...m, on: !m.on }]))),
)
const presenceOf = once((passages: readonly Passage[]): readonly Presence[] => {
  const byWho = new Map<string, Passage[]>()
  for (const p of passages) {
    const own = byWho.get(p.who)
    if (own) own.push(p)
    else byWho.set(p.who, [p])
  }
  return [...byWho].flatMap(([who, marks]) =>
    intervals(marks).map((i) => {
      const entered = marks.find((m) => m.on && m.at === i.from)!
      return { ...i, who, as: entered.as, sex: entered.sex }
    }),
  )
})

/** A measure without a paper that ends it ends where the person left for good. */
const whole = (m: MeasureSpan): MeasureSpan => {
  if (m.endedAt !== undefined || m.leftAt === undefined || m.leftAt < (m.startedAt ?? m.leftAt)) return m
  return { ...m, endedAt: m.leftAt }
}

/** Persons and their measures, rooms and who is in them, recordings and working sensors. No clock, no I/O. */
export const createCustodyRegister = (state: CustodyState = emptyCustody()) => {
  const recordings = (room: string | null, act: string): Interval[] =>
    union([
      ...intervalsOf(state.recordings[`act/${act}`] ?? none),
      ...(room ? intervalsOf(state.recordings[`room/${room}`] ?? none) : []),
    ])

  /** When at least one sensor that watches `what` in `room` worked. */
  const watched = (room: string, what: WatchKind): Interval[] =>
    union(
      (state.sensorsByRoom[room] ?? [])
        .filter((s) => state.sensors[s]?.room === room && state.sensors[s]?.watches.includes(what))
        .flatMap((s) => intervalsOf(state.sensorMarks[s] ?? none)),
    )

  const fedTimes = (what: WatchKind): readonly Interval[] =>
    union(
      Object.values(state.sensors)
        .filter((s) => s.watches.includes(what))
        .flatMap((s) => intervalsOf(state.sensorMarks[s.sensor] ?? none)),
    )

  /**
   * When a device was down by its own doing, each time from its first fault since it worked. One that we could not
   * hear saw nothing, but is not known to have been down for that.
   */
  const outages = (id: string): readonly Interval[] => outagesOf(state.sensorMarks[id] ?? none)

  return {
    apply: (entry: Entry): void => applyCustody(state, entry),
    person: (id: string | null | undefined): PersonFacts | undefined => (id ? state.persons[id] : undefined),
    stay: (id: string | null | undefined): StaySpan | undefined => (id ? state.stays[id] : undefined),
    staysOf: (person: string): readonly StaySpan[] =>
      (state.staysByPerson[person] ?? []).flatMap((s) => state.stays[s] ?? []),
    /** Stays that have not ended as far as we know. */
    openStaysOf: (person: string): readonly StaySpan[] =>
      (state.staysByPerson[person] ?? [])
        .flatMap((s) => state.stays[s] ?? [])
        .filter((s) => s.departedAt === undefined),
    measure: (id: string | null | undefined): MeasureSpan | undefined => {
      const m = id ? state.measures[id] : undefined
      return m && whole(m)
    },
    /** Every measure on the person's one timeline, by beginning. */
    measuresOf: (person: string): readonly MeasureSpan[] =>
      (state.measuresByPerson[person] ?? [])
        .flatMap((m) => state.measures[m] ?? [])
        .map(whole)
        .sort((a, b) => (a.startedAt ?? a.approvedAt ?? 0) - (b.startedAt ?? b.approvedAt ?? 0)),
    /** The measures in force on a person at `at`, both ends included. */
    measuresAt: (person: string, at: Instant): readonly MeasureSpan[] =>
      (state.measuresByPerson[person] ?? [])
        .flatMap((m) => state.measures[m] ?? [])
        .map(whole)
        .filter((m) => m.startedAt !== undefined && m.startedAt <= at && (m.endedAt === undefined || at <= m.endedAt)),
    /** The person's last way into or out of custody until `at`, of a facility of any kind. */
    custodyAt: (person: string, at: Instant): FacilityMark | undefined =>
      state.facilityMarks[person]?.findLast((m) => m.at <= at),
    /** What was done to the person: ids of uses and acts; `<act>/<person>` of checks, `<person>/<instant>` of admissions. */
    deedsOf: (
      kind: 'restraint.applied' | 'body.checked' | 'act.started' | 'custody.admitted',
      person: string,
    ): readonly string[] => state.deeds[`${kind}/${person}`] ?? none,
    room: (id: string | null | undefined): Room | undefined => (id ? state.rooms[id] : undefined),
    /** Who was in the room and when, as doors and badges told. */
    presence: (room: string): readonly Presence[] => presenceOf(state.passagesByRoom[room] ?? none),
    /** From when on the passages or recordings of a room are all still known; earlier than anything when none was dropped. */
    rememberedFrom: (what: 'doors' | 'recordings', room: string | null): Instant =>
      state.wholeFrom[`${what}/${room}`] ?? Number.NEGATIVE_INFINITY,
    /** The room someone was last seen entering, and the one before. */
    whereabouts: (who: string) => state.whereabouts[who],
    act: (id: string | null | undefined): ActSpan | undefined => (id ? state.acts[id] : undefined),
    /** Acts in a room that are open, or ended not long ago. */
    actsIn: (room: string): readonly ActSpan[] => (state.actsByRoom[room] ?? []).flatMap((a) => state.acts[a] ?? []),
    /** Acts that an officer is or was on record at, in the order told. */
    actsOf: (officer: string): readonly ActSpan[] =>
      (state.actsByOfficer[officer] ?? []).flatMap((a) => state.acts[a] ?? []),
    /** When the act was being recorded, by its own recorder or that of its room. */
    recordings,
    /** The room and act of a recording, as far as any of its entries said. */
    recordingPlace: (id: string): { readonly room: string | null; readonly act: string | null } | undefined =>
      state.recordingPlaces[id],
    watched,
    /** Whether a working sensor for `what` covered the whole of `[from, to]` in `room`. */
    sees: (room: string, what: WatchKind, from: Instant, to: Instant): boolean =>
      watched(room, what).some((i) => i.from <= from && (i.to === undefined || i.to >= to)),
    /** Whether some declared source told us of `what` at `at`; without one, silence means nothing. */
    feeds: (what: WatchKind, at: Instant): boolean =>
      Object.values(state.sensors).some(
        (s) =>
          s.watches.includes(what) &&
          intervalsOf(state.sensorMarks[s.sensor] ?? none).some(
            (i) => i.from <= at && (i.to === undefined || at < i.to),
          ),
      ),
    /** Whether sources of `what` worked without a break from `from` to `to`. */
    fedFromTo: (what: WatchKind, from: Instant, to: Instant): boolean =>
      fedTimes(what).some((i) => i.from <= from && (i.to === undefined || to < i.to)),
    /** When at least one declared source of `what` worked, wherever it is. */
    fedTimes,
    /** When a declared sensor worked; undefined when nobody declared it. */
    upTimes: (id: string): readonly Interval[] | undefined =>
      state.sensors[id] === undefined ? undefined : intervalsOf(state.sensorMarks[id] ?? none),
    sensor: (id: string) => state.sensors[id],
    sensorsIn: (room: string): readonly string[] => state.sensorsByRoom[room] ?? [],
    outages,
    /** The outage a device is in by its own doing. */
    sensorDown: (id: string): Interval | undefined => outages(id).find((o) => o.to === undefined),
    rooms: (): readonly Room[] => Object.values(state.rooms),
    holidays: () => state.calendar,
  }
}
