import type { CustodyRegister } from '../custody/register.ts'
import type { Entry } from '../entry.ts'
import type { DutyRole } from '../observation/post-duty.ts'
import type { Instant } from '../time.ts'
import { applyDuty, COUNTER } from './fold.ts'
import { drivingAt, holderOf } from './fold-equipment.ts'
import { type OpenTimes, openTimes } from './hours.ts'
import { type Manning, manningOf } from './posts.ts'
import { joined, type Stretch, stretchOf } from './spans.ts'
import {
  type Absence,
  type CameraSpan,
  type DutyState,
  type FootageSpan,
  type Leave,
  noDuty,
  type SignMark,
} from './state.ts'

/** One person's part of a duty: who, as what, where, from when until when. */
export interface Watch {
  readonly duty: string
  readonly unit: string
  readonly role: DutyRole
  readonly officer: string
  readonly post: string | null
  readonly startsAt: Instant
  readonly endsAt: Instant
  /** When the duty was assigned, or swapped to this officer. */
  readonly assignedAt: Instant
  readonly backup: string | null
  /** The entries that say so. */
  readonly seqs: readonly number[]
}

/** Read-only face of what the journal has told of duty. */
export type DutyRegister = Omit<ReturnType<typeof createDutyRegister>, 'apply'>

/** Who is on duty where and as what, who signed in, who is on leave, who leads, which hours are posted. No clock, no I/O. */
export const createDutyRegister = (custody: CustodyRegister, state: DutyState = noDuty()) => {
  const watches = (duty: string): readonly Watch[] => {
    const record = state.duties[duty]
    if (!record?.assigned || (record.cancelledAt !== null && record.cancelledAt >= record.assigned.at)) return []
    const { data, at, seq } = record.assigned
    let parts: Watch[] = [{ ...data, assignedAt: at, seqs: [seq] }]
    for (const swap of record.swaps) {
      const sinceAt = Math.max(swap.data.sinceAt ?? data.startsAt, data.startsAt)
      parts = parts.flatMap((part): Watch[] => {
        if (part.officer !== swap.data.from || sinceAt >= part.endsAt) return [part]
        const seqs = [...part.seqs, swap.seq]
        const after = { ...part, officer: swap.data.to, startsAt: Math.max(sinceAt, part.startsAt), seqs }
        const mine = { ...after, assignedAt: swap.at }
        return sinceAt > part.startsAt ? [{ ...part, endsAt: sinceAt }, mine] : [mine]
      })
    }
    return parts
  }
  const ofUnit = (unit: string): readonly Watch[] => (state.dutiesByUnit[unit] ?? []).flatMap(watches)
  const ofOfficer = (officer: string): readonly Watch[] =>
    (state.dutiesByOfficer[officer] ?? []).flatMap(watches).filter((w) => w.officer === officer)
  const holds = (at: Instant) => (w: Watch) => w.startsAt <= at && at < w.endsAt

  return {
    apply: (entry: Entry): void => applyDuty(state, entry),
    /** Who does the duty, part by part when it was swapped half-way; empty when it was cancelled or never assigned. */
    watches,
    /** The duty as it was last assigned, whatever became of it. */
    assigned: (duty: string) => state.duties[duty]?.assigned ?? undefined,
    /** Every duty of a unit that is remembered (40 days after its end). */
    ofUnit,
    /** Every duty that an officer has, had, or took over. */
    ofOfficer,
    /** Who is on duty at a unit at `at`, the end excluded; of one role when named. */
    onDuty: (unit: string, at: Instant, role?: DutyRole): readonly Watch[] =>
      ofUnit(unit).filter((w) => holds(at)(w) && (role === undefined || w.role === role)),
    /** Who is to be at a post (a room or a window) of a unit at `at`. */
    atPost: (unit: string, post: string, at: Instant): readonly Watch[] =>
      ofUnit(unit).filter((w) => w.post === post && holds(at)(w)),
    /** What an officer is on duty as at `at`. */
    dutyOf: (officer: string, at: Instant): readonly Watch[] => ofOfficer(officer).filter(holds(at)),
    unitsOnDuty: (): readonly string[] => Object.keys(state.dutiesByUnit),
    /** Sign-ins and sign-outs of an officer, oldest first. */
    signs: (officer: string): readonly SignMark[] => state.signs[officer] ?? [],
    /** Whether the officer is signed in at `at`; undefined when nothing was heard before. */
    signedIn: (officer: string, at: Instant): SignMark | undefined =>
      (state.signs[officer] ?? []).findLast((m) => m.at <= at),
    absences: (officer: string): readonly Absence[] => state.absences[officer] ?? [],
    /** The reported absence of an officer from a post at `at`, if there is one. */
    absenceAt: (officer: string, at: Instant): Absence | undefined =>
      (state.absences[officer] ?? []).findLast((a) => a.at <= at && (a.endedAt === null || at <= a.endedAt)),
    leavesOf: (officer: string): readonly Leave[] => state.leaves[officer] ?? [],
    /** The leave of an officer in force at `at`, both ends included. */
    leaveAt: (officer: string, at: Instant): Leave | undefined =>
      (state.leaves[officer] ?? []).findLast(
        (l) => l.startsAt <= at && at <= l.endsAt && (l.withdrawnAt === null || at < l.withdrawnAt),
      ),
    /** Who leads a unit at `at`, and in which office. */
    leaders: (unit: string, at: Instant) =>
      (state.appointments[unit] ?? []).filter(
        ({ data }) => data.startsAt <= at && (data.endsAt === null || at < data.endsAt),
      ),
    /** Every appointment to an office of a unit that is remembered. */
    appointments: (unit: string) => state.appointments[unit] ?? [],
    /** The units an officer was ever appointed to lead. */
    unitsLedBy: (officer: string): readonly string[] =>
      Object.entries(state.appointments).flatMap(([unit, all]) =>
        all.some((a) => a.data.officer === officer) ? [unit] : [],
      ),
    /** The hours posted for a window as they stood at `at`. */
    window: (id: string, at: Instant) => state.windows[id]?.findLast((w) => w.at <= at),
    windows: (): readonly string[] => Object.keys(state.windows),
    /** When a window is to be open between two instants, by the hours posted and the holidays known. */
    openTimes: (id: string, from: Instant, to: Instant): OpenTimes =>
      openTimes(state.windows[id] ?? [], from, to, custody.holidays()),
    /** The unit of a room or window that somebody must be at; undefined for other rooms. */
    unitOfPost: (post: string): string | undefined => state.posts[post]?.unit,
    posts: (): readonly string[] => Object.keys(state.posts),
    /** What each source saw of a post. */
    seenAt: (post: string) => state.posts[post]?.seen ?? [],
    /**
     * When somebody was at a post — by doors, counters, cameras, radios and people — and when anybody could have
     * told. What an undeclared source said is believed for `holdMs`.
     */
    manning: (post: string, holdMs: number): Manning => {
      const counters = custody.watched(post, 'people-count').map(stretchOf)
      const told = manningOf(
        state.posts[post]?.seen ?? [],
        ({ source, device }) => {
          if (source === COUNTER && counters.length > 0) return counters
          return device === null ? undefined : custody.upTimes(device)?.map(stretchOf)
        },
        holdMs,
      )
      const inside = custody.presence(post).filter((p) => p.as === 'officer' || p.as === 'auxiliary')
      return {
        manned: joined([...told.manned, ...inside.map(stretchOf)]),
        observed: joined([...told.observed, ...custody.watched(post, 'badges').map(stretchOf)]),
      }
    },
    /** The reason for which an officer need not, or must not, wear uniform at `at`. */
    dressExemption: (officer: string, at: Instant) =>
      (state.dressExemptions[officer] ?? []).findLast((e) => e.data.startsAt <= at && at <= e.data.endsAt),
    /** Approvals not to record, of an officer. */
    cameraExemptions: (officer: string) => state.cameraExemptions[officer] ?? [],
    /** Body cameras in an officer's hands, oldest first. */
    cameras: (officer: string): readonly CameraSpan[] => state.cameras[officer] ?? [],
    /** When a carrier first arrived under an order. */
    arrival: (order: string, carrier: string) => state.arrivals[`${order}#${carrier}`],
    /** Who drives a vehicle at an instant, and since when. */
    driving: (vehicle: string, at: Instant) => drivingAt(state.drivings[vehicle] ?? [], at),
    /** Who drove a vehicle and when, as far as it is remembered. */
    drivings: (vehicle: string) => state.drivings[vehicle] ?? [],
    /** Everything an officer drove that is remembered. */
    drivingsOf: (officer: string) =>
      Object.values(state.drivings).flatMap((all) => all.filter((d) => d.officer === officer)),
    /** Who had a body camera at an instant. */
    holderOf: (device: string, at: Instant): string | undefined => holderOf(state, device, at),
    isBodyCamera: (device: string): boolean =>
      Object.values(state.cameras).some((spans) => spans.some((c) => c.device === device)),
    /** Every arrival that is remembered, by `order#carrier`. */
    arrivals: () => Object.entries(state.arrivals),
    /** What an officer's body camera recorded, and explained interruptions (recording null). */
    footage: (officer: string): readonly FootageSpan[] => state.footage[officer] ?? [],
    lights: (vehicle: string) => state.lights[vehicle] ?? [],
    /** When a carrier was in pursuit, as somebody recorded it. */
    pursuits: (carrier: string): readonly Stretch[] =>
      (state.pursuits[carrier] ?? []).map((p) => ({ from: p.from, to: p.to ?? Number.POSITIVE_INFINITY })),
    driver: (officer: string) => state.drivers[officer],
    /** Who must attend a conference, by its newest notice, and who stands in for somebody. */
    required: (conference: string): readonly string[] => [
      ...(state.conferences[conference]?.data.venues.flatMap((v) => v.required) ?? []),
      ...(state.conferences[conference]?.substitutes ?? []),
    ],
    conference: (id: string) => state.conferences[id],
    conferences: () => Object.values(state.conferences),
    /** Trips approved for a vehicle, and those that nobody approved. */
    trips: (vehicle: string) => state.trips[vehicle] ?? [],
  }
}
