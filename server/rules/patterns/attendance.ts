import { z } from 'zod'
import type { Presence } from '../../domain/custody/register.ts'
import type { attendeeKinds } from '../../domain/observation/act.ts'
import type { OccupantKind } from '../../domain/observation/case-area.ts'
import type { Register } from '../../domain/register.ts'
import { type Instant, seconds } from '../../domain/time.ts'
import type { LocalSetting } from '../define-rule.ts'
import { actOf, type RecordKind } from './acts.ts'
import { all, type CaseFile, type Seen } from './case-file.ts'

export type AttendeeKind = (typeof attendeeKinds)[number]

export const attendance = z.object({ toleranceSeconds: z.number().nonnegative() })
export const attendanceSettings: readonly LocalSetting[] = [
  {
    param: 'toleranceSeconds',
    title: { zh: '稍迟到场、短暂离开的容许时间', en: 'How late they may come, or how long step out' },
    unit: 'second',
  },
]

/** Whether somebody was there at an instant, and who says no: the record itself, or doors against it. */
export type There = 'yes' | 'not-on-record' | 'not-by-doors'

/** The first stretch of an act without somebody whom the law wants there. */
export interface Lack {
  readonly from: Instant
  /** Undefined while it lasts. */
  readonly to: Instant | undefined
  /** From the beginning to the end: the person never came. */
  readonly whole: boolean
  readonly shownBy: 'record' | 'doors'
  readonly seen: readonly (Seen<RecordKind> | readonly number[])[]
}

/** Somebody who was in the act's room at any time of the act, as doors saw it. */
export const seenAtDoors = (
  file: CaseFile<RecordKind>,
  { custody }: Register,
  wanted: (p: Presence) => boolean,
): readonly Presence[] => {
  const act = actOf(file)
  if (!act || act.data.room === null) return []
  const end = act.endedAt ?? Number.POSITIVE_INFINITY
  return custody.presence(act.data.room).filter((p) => wanted(p) && p.from < end && !(p.to && p.to <= act.started.at))
}

export const inside = (p: Presence, at: Instant): boolean => p.from <= at && (p.to === undefined || at < p.to)

/** How many of the kinds the record has there at `at`: they are counted, because it gives them no names. */
export const attendeesAt = (file: CaseFile<RecordKind>, at: Instant, kinds: readonly AttendeeKind[]): number => {
  const counts = (as: AttendeeKind | null | undefined): boolean => as != null && kinds.includes(as)
  let there = actOf(file)?.data.attendees.filter((a) => counts(a.as)).length ?? 0
  for (const seen of all(file, 'act.joined', 'act.left')) {
    if (seen.at > at) break
    if (counts(seen.data.as)) there = Math.max(0, there + (seen.kind === 'act.joined' ? 1 : -1))
  }
  return there
}

/**
 * Whether one of the kinds was there at `at`. The record says so; a door that knows one of them and has them outside
 * speaks against it, one for one; a door that never saw any says nothing.
 */
export const attended = (
  file: CaseFile<RecordKind>,
  at: Instant,
  kinds: readonly AttendeeKind[],
  doors: readonly Presence[],
): There => {
  if (doors.some((p) => inside(p, at))) return 'yes'
  const named = attendeesAt(file, at, kinds)
  if (named > new Set(doors.map((p) => p.who)).size) return 'yes'
  const left = all(file, 'act.left').some((s) => s.at <= at && s.data.as != null && kinds.includes(s.data.as))
  return left || doors.length === 0 ? 'not-on-record' : 'not-by-doors'
}

/** Occupants of a room that may be one of the kinds. */
export const asOccupant =
  (...kinds: readonly OccupantKind[]) =>
  (p: Presence): boolean =>
    kinds.includes(p.as)

/**
 * The first stretch of the act for which `there` says no, when longer than the tolerance: at the end of a session it is
 * chance whether its end or somebody's leaving is told first. A session shorter than that in which nobody ever came counts.
 */
export const firstLack = (
  file: CaseFile<RecordKind>,
  doors: readonly Presence[],
  now: Instant,
  { toleranceSeconds }: z.infer<typeof attendance>,
  there: (at: Instant) => There,
): { readonly found: Lack | undefined; readonly growing: Instant | undefined } => {
  const act = actOf(file)
  if (!act) return { found: undefined, growing: undefined }
  const { started, endedAt } = act
  const last = endedAt ?? now
  const changes = [...all(file, 'act.joined', 'act.left').map((s) => s.at), ...doors.flatMap((p) => [p.from, p.to])]
  const moments = [
    ...new Set([
      started.at,
      ...changes.filter((t) => t !== undefined && t > started.at && (endedAt === undefined ? t <= last : t < last)),
    ]),
  ] as Instant[]
  const stretches: { from: Instant; to: Instant | undefined; byRecord: boolean }[] = []
  let open: { from: Instant; byRecord: boolean } | undefined
  for (const at of moments.sort((a, b) => a - b)) {
    const is = there(at)
    if (is === 'yes') {
      if (open) stretches.push({ ...open, to: at })
      open = undefined
    } else open = { from: open?.from ?? at, byRecord: open?.byRecord || is === 'not-on-record' }
  }
  if (open) stretches.push({ ...open, to: endedAt })
  const long = (s: { from: Instant; to: Instant | undefined }): boolean =>
    (s.to ?? now) - s.from > seconds(toleranceSeconds)
  const neverCame = (s: (typeof stretches)[number]): boolean =>
    s.byRecord && s.from === started.at && s.to !== undefined && s.to === endedAt
  const wrong = stretches.find((s) => neverCame(s) || long(s))
  if (!wrong) return { found: undefined, growing: endedAt === undefined ? open?.from : undefined }
  const { from, to, byRecord } = wrong
  return {
    found: {
      from,
      to,
      whole: from === started.at && to === endedAt,
      shownBy: byRecord ? 'record' : 'doors',
      seen: [...all(file, 'act.started', 'act.joined', 'act.left'), doors.flatMap((p) => p.evidence)],
    },
    growing: undefined,
  }
}
