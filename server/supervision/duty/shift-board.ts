import type {
  AlcoholView,
  CameraDutyView,
  ConferenceView,
  HandoverView,
  LeaveView,
  PatrolView,
  ShiftBoard,
  UnitShift,
  WatchView,
} from '../../contract/duty.ts'
import type { FindingView } from '../../contract/views.ts'
import type { Watch } from '../../domain/duty/register.ts'
import type { Register, Shift } from '../../domain/register.ts'
import { hours, type Instant } from '../../domain/time.ts'
import { changeOf, isOfChange, isSigned } from '../../rules/patterns/handover.ts'
import type { Marks } from './marks.ts'
import { awayOf, evidenceOf, patrolEvidence, type Seen, stateOf } from './presence.ts'
import { briefOf, carrierWords, personOf, postOf, shiftsIn, unitName, zoneOf } from './words.ts'

/** Rules whose findings stand beside the roster. */
const families = /^(duty|window|body-camera|patrol|vehicle|roll-call)\./
/** A test so long before a watch still speaks of it. */
const TEST_BEFORE_MS = hours(12)

export interface BoardSources extends Seen {
  readonly marks: Marks
  readonly findings: readonly FindingView[]
  /** How long after a watch its handover may still be written, in ms. */
  readonly handoverMs: number
}

export interface BoardAsked {
  readonly at: Instant
  readonly from: Instant
  readonly to: Instant
  readonly seq: number
  readonly sees: (unit: string) => boolean
}

/** A day's roster unit by unit, in the register's own order; units without any of it are left out. */
export const shiftBoard = (asked: BoardAsked, sources: BoardSources): ShiftBoard => {
  const { register } = sources
  const shifts = shiftsIn(register, asked.from, asked.to)
  const units = register
    .units()
    .filter(({ unit }) => asked.sees(unit))
    .map(({ unit }): UnitShift => {
      const watches = watchesOf(unit, asked, register)
      const onDuty = new Set(watches.map((w) => w.officer))
      return {
        unit,
        name: unitName(register, unit),
        watches: watches.map((w) => watchView(w, asked.at, sources)),
        patrols: shifts
          .filter((s) => (s.unit === unit && s.carrier.startsWith('vehicle/')) || (s.unit === unit && s.beat !== null))
          .map((s) => patrolView(s, asked.at, sources)),
        handovers: watches.flatMap((w) => handoverView(w, asked, sources) ?? []),
        leave: leaveOf(unit, asked, onDuty, register),
        conferences: conferencesOf(unit, asked, sources),
        findings: sources.findings
          .filter(({ finding }) => finding.concerns.unit === unit && families.test(finding.rule))
          .map(briefOf),
      }
    })
    .filter((u) => u.watches.length + u.patrols.length + u.leave.length + u.conferences.length + u.findings.length > 0)
  return { seq: asked.seq, at: asked.at, from: asked.from, to: asked.to, units }
}

const order = ['leader', 'officer', 'command', 'window', 'guard', 'standby', 'patrol', 'handover', 'other']

const watchesOf = (unit: string, { from, to }: BoardAsked, { duty }: Register): Watch[] =>
  duty
    .ofUnit(unit)
    .filter((w) => w.startsAt < to && w.endsAt > from)
    .sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role) || a.startsAt - b.startsAt)

/** What is over is shown as it was at its end, what is ahead without evidence. */
const clamped = (at: Instant, { startsAt, endsAt }: { startsAt: Instant; endsAt: Instant }) =>
  at < startsAt ? ('ahead' as const) : at >= endsAt ? ('over' as const) : ('now' as const)

const watchView = (w: Watch, at: Instant, sources: BoardSources): WatchView => {
  const { register, marks } = sources
  const when = clamped(at, w)
  const who = { officer: w.officer, unit: w.unit, role: w.role, post: w.post, startsAt: w.startsAt, at }
  const evidence = when === 'now' ? evidenceOf(who, sources) : []
  const away = when === 'now' ? awayOf(who, register) : null
  const first = register.duty.assigned(w.duty)?.data.officer
  return {
    duty: w.duty,
    role: w.role,
    person: personOf(register, w.officer),
    post: w.post === null ? null : postOf(register, w.post, at),
    startsAt: w.startsAt,
    endsAt: w.endsAt,
    insteadOf: first !== undefined && first !== w.officer ? personOf(register, first) : null,
    backup: w.backup === null ? null : personOf(register, w.backup),
    state: when === 'now' ? stateOf(evidence, away) : when,
    evidence,
    away,
    alcohol: testOf(marks, w.officer, w.startsAt, Math.min(at, w.endsAt)),
    camera: when === 'ahead' ? null : cameraOf(w, at, register, marks),
  }
}

const testOf = ({ tests }: Marks, officer: string, startsAt: Instant, at: Instant): AlcoholView | null => {
  const test = tests.findLast((t) => t.data.officer === officer && t.at >= startsAt - TEST_BEFORE_MS && t.at <= at)
  return test ? { at: test.at, result: test.data.result, mgPer100ml: test.data.mgPer100ml } : null
}

const cameraOf = (w: Watch, at: Instant, { duty }: Register, { uploads }: Marks): CameraDutyView | null => {
  const until = Math.min(at, w.endsAt)
  const held = duty.cameras(w.officer).findLast((c) => c.from <= until && (c.to === null || c.to > w.startsAt))
  if (!held) return null
  const on = duty
    .footage(w.officer)
    .findLast((f) => f.recording !== null && f.from <= at && (f.to === null || f.to > at))
  const uploaded = uploads.findLast(
    ({ data, at: when }) => data.device === held.device && data.to > w.startsAt && when <= at,
  )
  return {
    device: held.device,
    issuedAt: held.from,
    returnedAt: held.to !== null && held.to <= at ? held.to : null,
    recordingSince: on?.from ?? null,
    uploadedAt: uploaded?.at ?? null,
  }
}

const patrolView = (s: Shift, at: Instant, sources: BoardSources): PatrolView => {
  const { register, marks } = sources
  const when = clamped(at, s)
  const evidence = when === 'now' ? patrolEvidence(s, at, s.startsAt, sources) : []
  const carriers = [s.carrier, ...s.crew.map((o) => `officer/${o}`)]
  const under = when === 'now' ? carriers.flatMap((c) => register.orderAt(c, at) ?? [])[0] : undefined
  return {
    shift: s.shift,
    carrier: s.carrier,
    ...carrierWords(register, s.carrier),
    beat: s.beat === null ? null : zoneOf(register, s.beat, s.startsAt),
    crew: s.crew.map((o) => personOf(register, o)),
    startsAt: s.startsAt,
    endsAt: s.endsAt,
    state: when === 'now' ? stateOf(evidence, null) : when,
    evidence,
    order: under?.order ?? null,
    alcohol: s.crew.flatMap((o) => {
      const test = testOf(marks, o, s.startsAt, Math.min(at, s.endsAt))
      return test ? [{ ...test, person: personOf(register, o) }] : []
    }),
  }
}

/** The change at the end of a watch, where another follows it at the same post. */
const handoverView = (w: Watch, { at, to }: BoardAsked, { register, marks, handoverMs }: BoardSources) => {
  const change = changeOf(w.duty, register)
  if (!change || change.watch.officer !== w.officer || w.post === null || w.endsAt > to) return undefined
  const { watch, next } = change
  const told = marks.handovers.filter(({ data, at: when }) => when <= at && isOfChange(data, watch, next))
  const signed = told.find(({ data }) => isSigned(data))
  const shown = signed ?? told.at(-1)
  const until = watch.endsAt + handoverMs
  const open = at < watch.endsAt ? 'ahead' : at <= until ? 'due' : 'overdue'
  const view: HandoverView = {
    duty: w.duty,
    post: postOf(register, w.post, at),
    from: personOf(register, watch.officer),
    to: next.map((n) => personOf(register, n.officer)),
    dueAt: watch.endsAt,
    until,
    state: signed ? 'signed' : told.length > 0 ? 'one-sided' : open,
    signedAt: signed?.at ?? null,
    openItems: shown?.data.openItems ?? null,
    personsHeld: shown?.data.personsHeld ?? null,
  }
  return view
}

const leaveOf = (
  unit: string,
  { from, to }: BoardAsked,
  onDuty: ReadonlySet<string>,
  register: Register,
): LeaveView[] =>
  register
    .officers()
    .filter((o) => o.unit === unit)
    .flatMap((o) =>
      register.duty
        .leavesOf(o.officer)
        .filter((l) => l.startsAt < to && l.endsAt > from && l.withdrawnAt === null)
        .map((l) => ({
          person: personOf(register, o.officer),
          kind: l.kind,
          startsAt: l.startsAt,
          endsAt: l.endsAt,
          onDuty: onDuty.has(o.officer),
        })),
    )

const conferencesOf = (
  unit: string,
  { from, to, at }: BoardAsked,
  { register, marks }: BoardSources,
): ConferenceView[] =>
  register.duty
    .conferences()
    .filter(({ data }) => data.startsAt < to && data.endsAt > from)
    .flatMap(({ data }) => {
      const required = data.venues.filter((v) => v.unit === unit).flatMap((v) => v.required)
      if (required.length === 0) return []
      const last = <
        T extends {
          readonly at: Instant
          readonly data: { readonly conference: string; readonly officer: string | null }
        },
      >(
        all: readonly T[],
        officer: string,
      ) => all.findLast((m) => m.data.conference === data.conference && m.data.officer === officer && m.at <= at)
      return [
        {
          conference: data.conference,
          title: data.title,
          startsAt: data.startsAt,
          endsAt: data.endsAt,
          attendance: required.map((officer) => {
            const joined = last(marks.joined, officer)
            const left = last(marks.left, officer)
            return {
              person: personOf(register, officer),
              joinedAt: joined?.at ?? null,
              leftAt: joined && left && left.at > joined.at ? left.at : null,
            }
          }),
        },
      ]
    })
