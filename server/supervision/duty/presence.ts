import type { PresenceEvidence, PresenceWord, WatchState, WatchView } from '../../contract/duty.ts'
import type { RowView } from '../../contract/roll-call.ts'
import { stretchOf } from '../../domain/duty/spans.ts'
import { distanceM } from '../../domain/geometry/metric.ts'
import type { Register, Shift } from '../../domain/register.ts'
import { hours, type Instant, minutes } from '../../domain/time.ts'
import type { Fix } from '../carriers.ts'
import { personOf } from './words.ts'

/** A position or a look older than this says nothing of now. */
export const FRESH_MS = minutes(10)
/** Signs may come this long before the duty they are about. */
const AROUND_MS = hours(14)

export interface Seen {
  readonly register: Register
  /** The newest fix of a carrier by then. */
  readonly fixes: ReadonlyMap<string, Fix>
  /** Rows of roll-calls of the time, newest first. */
  readonly rows: readonly RowView[]
  /** From how far away somebody still counts as at their unit, in metres. */
  readonly nearMetres: number
  readonly assumedAccuracyMetres: number
}

/** Somebody who is to be somewhere at `at`. */
export interface Expected {
  readonly officer: string
  readonly unit: string
  readonly role: string
  readonly post: string | null
  readonly startsAt: Instant
  readonly at: Instant
}

type Told = Omit<PresenceEvidence, 'source' | 'metres' | 'where'> & { metres?: number | null; where?: string | null }
const told = (
  source: PresenceEvidence['source'],
  { metres = null, where = null, ...rest }: Told,
): PresenceEvidence => ({
  source,
  ...rest,
  metres,
  where,
})

/** Everything that tells of one person; a source that does not apply to them is left out. */
export const evidenceOf = (who: Expected, seen: Seen): PresenceEvidence[] => [
  ...signed(who, seen),
  ...throughDoors(who, seen),
  ...positions([`officer/${who.officer}`, ...carsOf(who, seen)], who, seen),
  ...answered(who, seen),
  ...atPost(who, seen),
  ...withCamera(who, seen),
]

const carsOf = ({ officer, at }: Expected, { register }: Seen): string[] =>
  register
    .shiftsWith(officer)
    .filter((s) => s.startsAt <= at && at <= s.endsAt && s.carrier !== `officer/${officer}`)
    .map((s) => s.carrier)

const signed = ({ officer, unit, startsAt, at }: Expected, { register }: Seen): PresenceEvidence[] => {
  const last = register.duty
    .signs(officer)
    .findLast((m) => m.unit === unit && m.at <= at && m.at >= startsAt - AROUND_MS)
  if (last) return [told('sign', { says: last.on ? 'present' : 'absent', at: last.at, where: last.post })]
  return [told('sign', { says: register.custody.feeds('duty', at) ? 'silent' : 'unobservable', at: null })]
}

/** Doors of the rooms of the unit. Elsewhere in the house is there; out of every room is not, where the post has a door. */
const throughDoors = ({ officer, unit, post, at }: Expected, { register }: Seen): PresenceEvidence[] => {
  const passages = register.custody
    .rooms()
    .filter((room) => room.unit === unit)
    .flatMap(({ room }) => register.custody.presence(room).map((p) => ({ ...p, room })))
    .filter((p) => p.who === officer && p.from <= at)
    .sort((a, b) => a.from - b.from)
  const inside = passages.findLast((p) => p.to === undefined || p.to > at)
  if (inside) return [told('door', { says: 'present', at: inside.from, where: inside.room })]
  const doored = post !== null && register.custody.sensorsIn(post).some((s) => watchesDoor(register, s))
  if (!doored) return []
  const works = register.custody
    .watched(post, 'badges')
    .map(stretchOf)
    .some((s) => s.from <= at && at < s.to)
  const last = passages.at(-1)
  if (!works) return [told('door', { says: 'unobservable', at: null, where: post })]
  return [told('door', { says: last ? 'absent' : 'silent', at: last?.to ?? null, where: post })]
}
const watchesDoor = (register: Register, sensor: string): boolean =>
  register.custody.sensor(sensor)?.watches.includes('badges') ?? false

/** A phone or radio of theirs, and the cars they crew: near the unit's place or not. */
const positions = (carriers: readonly string[], { unit, at }: Expected, seen: Seen): PresenceEvidence[] => {
  const place = seen.register.unit(unit)?.place
  const known = carriers.flatMap((carrier) => {
    const fix = seen.fixes.get(carrier)
    return fix ? [{ carrier, fix }] : []
  })
  const devices = seen.register.devices()
  // Nobody gave them anything that tells where they are: nothing to be silent.
  if (known.length === 0 && !carriers.some((c) => devices.some((d) => d.carrier === c))) return []
  const { carrier, fix } = known.sort((a, b) => b.fix.observedAt - a.fix.observedAt)[0] ?? {}
  if (!fix || fix.position === null || fix.mocked || at - fix.observedAt > FRESH_MS || !place)
    return [told('position', { says: 'unobservable', at: fix?.observedAt ?? null, where: carrier ?? null })]
  const metres = Math.max(0, distanceM(place, fix.position) - (fix.accuracyM ?? seen.assumedAccuracyMetres))
  return [
    told('position', {
      says: metres <= seen.nearMetres ? 'present' : 'absent',
      at: fix.observedAt,
      metres: Math.round(metres),
      where: carrier ?? null,
    }),
  ]
}

const answered = ({ officer, startsAt, at }: Expected, { rows }: Seen): PresenceEvidence[] => {
  const row = rows.find(
    (r) => r.officers.some((o) => o.id === officer) && r.post !== 'duty-room' && r.since >= startsAt && r.since <= at,
  )
  return row ? [told('roll-call', { says: wordOf(row), at: row.since, where: row.cycle })] : []
}

const wordOf = (row: RowView): PresenceWord => {
  if (row.state === 'answered' || row.state === 'on-behalf') {
    const against = row.reconciliation?.chips.filter((chip) => chip.says === 'contradicts') ?? []
    if (against.length === 0) return 'present'
    // Another's radio shows that the answer proves nothing, and not that they were elsewhere.
    return against.some((chip) => chip.source !== 'device') ? 'absent' : 'silent'
  }
  if (row.state === 'missed') return 'absent'
  return row.state === 'unobservable' ? 'unobservable' : 'silent'
}

/** What was last seen of the window or the room they are to be at; it tells of the post, not of the person. */
const atPost = ({ post, role, at }: Expected, { register }: Seen): PresenceEvidence[] => {
  if (post === null) return []
  const source = role === 'window' ? 'window' : 'post'
  const last = register.duty
    .seenAt(post)
    .filter((m) => m.at <= at)
    .sort((a, b) => b.lastAt - a.lastAt)[0]
  if (last) {
    const device = last.device === null ? undefined : register.custody.upTimes(last.device)
    const up = device?.map(stretchOf).some((s) => s.from <= at && at < s.to)
    // A system that works holds to what it said; one nobody declared is believed for a while.
    const holds = up ?? (register.custody.feeds('windows', at) && source === 'window' ? true : undefined)
    const fresh = at - Math.min(last.lastAt, at) <= FRESH_MS * 3
    const says = holds === false || (holds === undefined && !fresh) ? 'unobservable' : last.on ? 'present' : 'absent'
    return [told(source, { says, at: Math.min(last.lastAt, at), where: post })]
  }
  if (source === 'window')
    return [
      told('window', {
        says: register.custody.feeds('windows', at) ? 'silent' : 'unobservable',
        at: null,
        where: post,
      }),
    ]
  return []
}

/** A body camera that records is in somebody's hands at work; one on the shelf says nothing. */
const withCamera = ({ officer, startsAt, at }: Expected, { register }: Seen): PresenceEvidence[] => {
  const held = register.duty
    .cameras(officer)
    .findLast((c) => c.from <= at && c.from >= startsAt - AROUND_MS && (c.to === null || c.to > at))
  if (!held) return []
  const on = register.duty
    .footage(officer)
    .findLast((f) => f.recording !== null && f.from <= at && (f.to === null || f.to > at))
  return [told('body-camera', { says: on ? 'present' : 'silent', at: on?.from ?? held.from, where: held.device })]
}

/** What takes somebody from their post lawfully at `at`; an order is the true order, as it was given and closed. */
export const awayOf = ({ officer, at }: Expected, register: Register): WatchView['away'] => {
  const carriers = [
    `officer/${officer}`,
    ...register
      .shiftsWith(officer)
      .filter((s) => s.startsAt <= at && at <= s.endsAt)
      .map((s) => s.carrier),
  ]
  const order = carriers.flatMap((c) => register.orderAt(c, at) ?? [])[0]
  if (order) return { is: 'order', order: order.order }
  const absence = register.duty.absenceAt(officer, at)
  if (absence) {
    const { reason, substitute } = absence.data
    return { is: 'absence', reason, substitute: substitute === null ? null : personOf(register, substitute) }
  }
  const leave = register.duty.leaveAt(officer, at)
  return leave ? { is: 'leave', kind: leave.kind } : null
}

/** What the sources say together. */
export const stateOf = (evidence: readonly PresenceEvidence[], away: WatchView['away']): WatchState => {
  const there = evidence.some((e) => e.says === 'present')
  const gone = evidence.some((e) => e.says === 'absent')
  if (away !== null && !(there && !gone)) return 'away'
  if (there && gone) return 'contradicted'
  return there ? 'present' : gone ? 'absent' : 'unknown'
}

/** A patrol is there while its car or its phone tells where it is. */
export const patrolEvidence = (
  { carrier, crew }: Shift,
  at: Instant,
  startsAt: Instant,
  seen: Seen,
): PresenceEvidence[] => {
  const fix = seen.fixes.get(carrier)
  const fresh = fix && fix.position !== null && !fix.mocked && at - fix.observedAt <= FRESH_MS
  const row = seen.rows.find(
    (r) =>
      (r.carrier === carrier || r.officers.some((o) => crew.includes(o.id))) && r.since >= startsAt && r.since <= at,
  )
  return [
    told('position', { says: fresh ? 'present' : 'unobservable', at: fix?.observedAt ?? null, where: carrier }),
    ...(row ? [told('roll-call', { says: wordOf(row), at: row.since, where: row.cycle })] : []),
    ...crew.flatMap((officer) => withCamera({ officer, unit: '', role: 'patrol', post: null, startsAt, at }, seen)),
  ]
}
