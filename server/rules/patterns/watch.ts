import { z } from 'zod'
import { intervals } from '../../domain/custody/marks.ts'
import type { Watch } from '../../domain/duty/register.ts'
import { common, joined, type Stretch, stretchOf, without } from '../../domain/duty/spans.ts'
import type { WatchKind } from '../../domain/observation/case-area.ts'
import type { DutyRole } from '../../domain/observation/post-duty.ts'
import type { Register } from '../../domain/register.ts'
import { hours, type Instant } from '../../domain/time.ts'
import type { LocalSetting } from '../define-rule.ts'
import { toleranceOf } from './stretches.ts'

/** Rules that go by signing in: what they tolerate, and how long one sign-in is believed. */
export const signSchema = toleranceOf.extend({ signInHours: z.number().min(1).max(72) })
export const signSetting: LocalSetting = {
  param: 'signInHours',
  title: { zh: '一次签到的有效时长', en: 'How long a sign-in is believed' },
  unit: 'hour',
}

/** The kinds that tell who is to be on duty, and who signed in. */
export const rosterKinds = ['duty.assigned', 'duty.cancelled', 'duty.swapped'] as const
export const signKinds = ['duty.signed-in', 'duty.signed-out'] as const
export const absenceKinds = ['post.absence-reported', 'post.absence-ended'] as const
export const leaveKinds = ['leave.approved', 'leave.withdrawn'] as const
/** Orders and tasks take people from their posts lawfully. */
export const orderKinds = ['dispatch.ordered', 'dispatch.closed', 'task.approved', 'task.withdrawn'] as const
/** What tells whether somebody is at a post. */
export const presenceKinds = [
  'post.observed',
  'window.staffed',
  'window.unstaffed',
  'room.entered',
  'room.left',
  'room.counted',
] as const

/** Signs and reports may come this long before or after the duty they are about. */
const AROUND_MS = hours(14)

type About = { readonly data: object; readonly observedAt: Instant }

/** The duties of these roles that an observation is about: the one it names, or those of the officer or the unit about then. */
export const dutiesOf =
  (...roles: readonly DutyRole[]) =>
  ({ data, observedAt }: About, register: Register): readonly string[] => {
    const { duty, custody } = register
    const read = data as {
      duty?: string | null
      officer?: string
      unit?: string
      sensor?: string
      carrier?: string
      carriers?: readonly string[]
      startsAt?: Instant
      endsAt?: Instant
    }
    const wanted = (id: string): boolean => roles.includes(duty.assigned(id)?.data.role ?? 'other')
    // A leave or a task may have been granted long before the time that it is about.
    const about = [
      { from: observedAt - AROUND_MS, to: observedAt + AROUND_MS },
      ...(read.startsAt === undefined || read.endsAt === undefined ? [] : [{ from: read.startsAt, to: read.endsAt }]),
    ]
    const near = (w: Watch): boolean =>
      roles.includes(w.role) && about.some((s) => w.startsAt <= s.to && s.from <= w.endsAt)
    const named = read.duty && wanted(read.duty) ? [read.duty] : []
    const own = read.officer === undefined ? [] : duty.ofOfficer(read.officer).filter(near)
    if (read.carrier !== undefined || read.carriers !== undefined)
      return peopleOf(register, read.carriers ?? [read.carrier!], observedAt).flatMap((officer) =>
        duty
          .ofOfficer(officer)
          .filter(near)
          .map((w) => w.duty),
      )
    // The system that tells of duty came or went: every watch of now is to be looked at again.
    if (read.sensor !== undefined)
      return custody.sensor(read.sensor)?.watches.includes('duty')
        ? duty.unitsOnDuty().flatMap((unit) =>
            duty
              .ofUnit(unit)
              .filter(near)
              .map((w) => w.duty),
          )
        : []
    // Somebody else of the unit may stand in: their signing in concerns the duty as well.
    const ofUnit = read.unit === undefined ? [] : duty.ofUnit(read.unit).filter(near)
    return [...new Set([...named, ...[...own, ...ofUnit].map((w) => w.duty)])]
  }

/** The officers whom carriers stand for: themselves, or the crew of then. */
const peopleOf = (register: Register, carriers: readonly string[], at: Instant): readonly string[] =>
  carriers.flatMap((c) =>
    c.startsWith('officer/') ? [c.slice('officer/'.length)] : (register.shiftAt(c, at)?.crew ?? []),
  )

/** When an officer was signed in at a unit; a sign-in nobody ended is believed for `holdMs`. */
export const signedInTimes = (register: Register, officer: string, unit: string, holdMs: number): Stretch[] =>
  joined(
    intervals(register.duty.signs(officer).filter((m) => m.unit === unit)).map(({ from, to }) => ({
      from,
      to: Math.min(to ?? Number.POSITIVE_INFINITY, from + holdMs),
    })),
  )

/** The entries that tell of the officer's signing in or out before a stretch of this duty. */
export const signsBefore = (register: Register, officer: string, startsAt: Instant, from: Instant): number[] =>
  register.duty
    .signs(officer)
    .filter((m) => m.at >= startsAt - AROUND_MS && m.at <= from)
    .slice(-4)
    .map((m) => m.seq)

/** The parts of what has begun in which a declared source of `what` worked; what lies ahead as it is. */
export const whileFed = (
  register: Register,
  what: WatchKind,
  these: readonly Stretch[],
  now: Instant,
): readonly Stretch[] => {
  const fed = register.custody.fedTimes(what).map(stretchOf)
  return these.flatMap((s) => (s.from >= now ? [s] : common([s], fed)))
}
/** Whether nobody can tell of what goes on now, or of any of it. */
export const isBlind = (these: readonly Stretch[], known: readonly Stretch[], now: Instant): boolean => {
  const on = (s: Stretch): boolean => s.from < now && now < s.to
  return (these.some(on) && !known.some(on)) || (these.some((s) => s.from < now) && !known.some((s) => s.from < now))
}

/** When an officer was in any room of the unit, by doors and badges. */
export const insideTimes = (register: Register, officer: string, unit: string): Stretch[] =>
  joined(
    register.custody
      .rooms()
      .filter((room) => room.unit === unit)
      .flatMap((room) => register.custody.presence(room.room))
      .filter((p) => p.who === officer)
      .map(stretchOf),
  )

/** When an officer was under an order or at an approved task, alone or with the car they crew. */
export const orderedAway = (register: Register, officer: string): Stretch[] =>
  joined([
    ...register.ordersOf(`officer/${officer}`).map((o) => ({
      from: o.orderedAt,
      to: o.closedAt ?? Number.POSITIVE_INFINITY,
    })),
    ...register.tasksOf(`officer/${officer}`).map((t) => ({ from: t.startsAt, to: t.endsAt })),
    ...register.shiftsWith(officer).flatMap((shift) =>
      common(
        [{ from: shift.startsAt, to: shift.endsAt }],
        register.ordersOf(shift.carrier).map((o) => ({
          from: o.orderedAt,
          to: o.closedAt ?? Number.POSITIVE_INFINITY,
        })),
      ),
    ),
  ])

/** When an officer was on leave in force. */
export const onLeave = (register: Register, officer: string): Stretch[] =>
  joined(
    register.duty
      .leavesOf(officer)
      .map((l) => ({ from: l.startsAt, to: Math.min(l.endsAt, l.withdrawnAt ?? l.endsAt) })),
  )

/** The time of a duty that is not covered. */
export const uncovered = ({ startsAt, endsAt }: Watch, covered: readonly Stretch[]): Stretch[] =>
  without([{ from: startsAt, to: endsAt }], covered)
