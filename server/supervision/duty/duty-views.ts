import type { BeatHeat, BeatPage, BeatVerdict, ShiftBoard, StopPage } from '../../contract/duty.ts'
import type { RowView } from '../../contract/roll-call.ts'
import type { FindingView, UserView } from '../../contract/views.ts'
import type { Register, Shift } from '../../domain/register.ts'
import { chinaDay, days, hours, type Instant, minutes } from '../../domain/time.ts'
import { valueAt } from '../../engine/in-force.ts'
import type { BeatPatrolParams } from '../../rules/patrol/beat-not-patrolled.ts'
import type { StopParams } from '../../rules/patrol/stops-too-long.ts'
import { onlyUnit, sees, sightOf } from '../access.ts'
import { readFindingsAt } from '../finding-table.ts'
import { viewThen } from '../finding-then.ts'
import { readFixesAt } from '../position-table.ts'
import { yardstickOf } from '../roll-call/yardstick.ts'
import type { Supervision } from '../supervision.ts'
import { type BeatShift, type BeatSources, beatRow } from './beats.ts'
import { beatHeat } from './heat.ts'
import { readMarks } from './marks.ts'
import { shiftBoard } from './shift-board.ts'
import { stopRows } from './stops.ts'
import { shiftsIn } from './words.ts'

/** The register forgets what has been over for forty days; a day before that is folded anew. */
const REMEMBERED_MS = days(38)
const MOST_FINDINGS = 2_000
/** Shifts whose stops are looked for in one go. */
const MOST_SHIFTS = 300

export interface DayQuery {
  /** `YYYY-MM-DD` in China. */
  readonly day: string
  readonly unit?: string | undefined
  readonly carrier?: string | undefined
}
export interface Paged {
  readonly page: number
  readonly pageSize: number
}

/** Who is on duty where, and how beats were patrolled; narrowed to what the reader may see. */
export const createDutyViews = (supervision: Supervision) => {
  const { database, journal } = supervision
  const spanOf = (day: string) => ({ from: chinaDay(day), to: chinaDay(day) + days(1) })
  const paramsOf = <P>(rule: string, at: Instant): P | undefined => {
    const held = supervision.inForce(rule)
    return held ? (valueAt(held.steps, at) as P | undefined) : undefined
  }

  /** Folding the past costs; consoles that look at one moment share it. */
  let past: { readonly at: Instant; readonly then: ReturnType<Supervision['dutyPast']['at']> } | undefined
  const thenAt = (at: Instant): ReturnType<Supervision['dutyPast']['at']> => {
    if (past?.at !== at) {
      const then = supervision.dutyPast.at(at)
      past = { at, then }
      then.catch(() => {
        if (past?.then === then) past = undefined
      })
    }
    return past.then
  }

  /** The register as it was known at `at`; the running one for now. */
  const registerAt = async (at: Instant): Promise<{ readonly register: Register; readonly seq: number }> =>
    at >= supervision.now() ? { register: supervision.register, seq: supervision.seq() } : await thenAt(at)

  /** For what became of a day: the running register as long as it remembers, late reports and all. */
  const registerOfDay = async (to: Instant): Promise<Register> =>
    to > supervision.now() - REMEMBERED_MS ? supervision.register : (await thenAt(to + days(1))).register

  const findingsAt = async (user: UserView, at: Instant): Promise<FindingView[]> => {
    const sight = sightOf(user)
    const own = (v: FindingView): boolean => sees(sight, v.finding.concerns.unit)
    if (at >= supervision.now()) return [...supervision.cases.all()].map((c) => c.view).filter(own)
    const rows = await readFindingsAt(database, at, onlyUnit(sight), MOST_FINDINGS)
    return rows.flatMap((one) => viewThen(one, at) ?? []).filter(own)
  }

  const patrolFindings = async (shifts: readonly Shift[]): Promise<FindingView[]> => {
    if (shifts.length === 0) return []
    const from = Math.min(...shifts.map((s) => s.startsAt))
    const to = Math.max(...shifts.map((s) => s.endsAt))
    const rows = await database.query<{ view: FindingView }>(
      `select view from finding where carrier = any($1::text[]) and since between $2 and $3 and rule like 'patrol.%'
        order by since limit ${MOST_FINDINGS}`,
      [[...new Set(shifts.map((s) => s.carrier))], from, to],
    )
    return rows.map((r) => r.view)
  }

  const rowsOfRollCalls = async (from: Instant, at: Instant): Promise<RowView[]> => {
    const rows = await database.query<{ view: RowView }>(
      'select view from roll_call_row where opened_at between $1 and $2 order by opened_at desc limit 5000',
      [from, at],
    )
    return rows.map((r) => r.view)
  }

  const board = async (user: UserView, day: string, asked: Instant | undefined): Promise<ShiftBoard> => {
    await supervision.written()
    const { from, to } = spanOf(day)
    const at = Math.min(asked ?? supervision.now(), supervision.now(), to - 1)
    const { register, seq } = await registerAt(at)
    const sight = sightOf(user)
    const carriers = [
      ...register.vehicles().map((v) => `vehicle/${v.vehicle}`),
      ...register.officers().map((o) => `officer/${o.officer}`),
    ].filter((c) => sees(sight, register.unitOf(c)))
    const yard = yardstickOf(supervision.inForce('roll-call.wrong-place'), at)
    const [marks, fixes, rows, findings] = await Promise.all([
      readMarks(journal, { from, at }),
      readFixesAt(database, carriers, at, at - hours(12)),
      rowsOfRollCalls(at - hours(14), at),
      findingsAt(user, at),
    ])
    const handover = paramsOf<{ amount: number }>('duty.handover', at)
    return shiftBoard(
      { at, from, to, seq, sees: (unit) => sees(sight, unit) },
      {
        ...{ register, marks, fixes, rows, findings },
        nearMetres: yard.nearMetres,
        assumedAccuracyMetres: yard.assumedAccuracyMetres,
        handoverMs: minutes(handover?.amount ?? 0),
      },
    )
  }

  const shiftsFor = async (user: UserView, { day, unit, carrier }: DayQuery) => {
    await supervision.written()
    const { from, to } = spanOf(day)
    const register = await registerOfDay(to)
    const sight = sightOf(user)
    const shifts = shiftsIn(register, from, to).filter(
      (s) =>
        s.startsAt < supervision.now() &&
        sees(sight, s.unit) &&
        (unit === undefined || s.unit === unit) &&
        (carrier === undefined || s.carrier === carrier),
    )
    return { register, shifts, from, to }
  }
  const withBeat = (s: Shift): s is BeatShift => s.beat !== null

  const beats = async (
    user: UserView,
    q: DayQuery & Paged & { verdict?: BeatVerdict | undefined },
  ): Promise<BeatPage> => {
    const { register, shifts, from, to } = await shiftsFor(user, q)
    const all = shifts.filter(withBeat)
    const now = supervision.now()
    // Without a verdict to look for only one page is worked out.
    const wanted = q.verdict === undefined ? all.slice((q.page - 1) * q.pageSize, q.page * q.pageSize) : all
    const sources: BeatSources = {
      ...{ database, register, now },
      paramsAt: (at) => paramsOf<BeatPatrolParams>('patrol.beat-not-patrolled', at),
      findings: await patrolFindings(wanted),
    }
    const rows = []
    for (const shift of wanted) {
      const row = await beatRow(shift, sources)
      if (row && (q.verdict === undefined || row.verdict === q.verdict)) rows.push(row)
    }
    const items = q.verdict === undefined ? rows : rows.slice((q.page - 1) * q.pageSize, q.page * q.pageSize)
    const total = q.verdict === undefined ? all.length : rows.length
    return { items, total, page: q.page, pageSize: q.pageSize, at: now, from, to }
  }

  const heat = async (user: UserView, q: DayQuery): Promise<BeatHeat> => {
    const { register, shifts, from, to } = await shiftsFor(user, q)
    const times = shifts.filter(withBeat).map((s) => ({ carrier: s.carrier, from: s.startsAt, to: s.endsAt }))
    const latitude = register.units().find((u) => u.place !== null)?.place?.[1] ?? 30
    return beatHeat(database, times, { from, to, latitude })
  }

  const stops = async (user: UserView, q: DayQuery & Paged & { minutes: number }): Promise<StopPage> => {
    const { register, shifts, from, to } = await shiftsFor(user, q)
    const looked = shifts.filter((s) => s.carrier.startsWith('vehicle/')).slice(0, MOST_SHIFTS)
    const paramsAt = (at: Instant) => paramsOf<StopParams>('patrol.stops-too-long', at)
    const sources = { database, register, paramsAt, findings: await patrolFindings(looked) }
    const rows = []
    for (const shift of looked) rows.push(...(await stopRows(shift, minutes(q.minutes), sources)))
    rows.sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)
    return {
      items: rows.slice((q.page - 1) * q.pageSize, q.page * q.pageSize),
      total: rows.length,
      page: q.page,
      pageSize: q.pageSize,
      ...{ from, to },
      limitMinutes: paramsAt(to - 1)?.stopMinutes ?? 0,
      truncated: looked.length < shifts.filter((s) => s.carrier.startsWith('vehicle/')).length,
    }
  }

  return { board, beats, heat, stops }
}
