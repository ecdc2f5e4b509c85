import { z } from 'zod'
import { addMonths, dayAfter, type HolidayTable, isWeekEnd, isWorkday } from '../../domain/calendar.ts'
import type { Register } from '../../domain/register.ts'
import { chinaDay, days, hours, type Instant } from '../../domain/time.ts'
import type { Verdict } from '../../domain/verdict.ts'
import { defineRule } from '../define-rule.ts'
import { policeOrganisation } from '../patterns/enactments.ts'
import { about, breach, LATE_MS } from '../patterns/verdicts.ts'

const paramSchema = z.object({ inARowDays: z.number().positive(), inAYearDays: z.number().positive() })

interface Day {
  readonly day: string
  readonly state: string
  readonly unit: string
  readonly seq: number
}
/** Attendance of one officer over a little more than a year, by day. */
interface State {
  readonly days: readonly Day[]
}

const KEPT_MS = days(400)
const missed = (d: Day): boolean => d.state === 'absent' || d.state === 'overdue'

/** 旷工、逾期不归 (legal table N, duty-absence). */
export const absentDays = defineRule({
  id: 'duty.absent-days',
  title: {
    zh: '旷工或者逾期不归超过法定天数',
    en: 'Days absent without leave are more than the law allows',
  },
  grade: 'B',
  citations: [
    policeOrganisation(
      '第三十条',
      '(五)旷工或者因公外出、请假期满无正当理由逾期不归连续超过15天，或者1年内累计超过30天的。',
    ),
  ],
  paramSchema,
  params: [{ from: '2007-01-01', value: { inARowDays: 15, inAYearDays: 30 } }],
  localSettings: [],
  limits: {
    zh: '以考勤记为旷工或者逾期不归的日为准，休息日不记为旷工时不计入，也不打断连续；没有考勤记录的工作日，不知道是否旷工，打断连续（没有节假日表的年份，周一至周五为工作日）；补批的假期覆盖的日不计，并打断连续。“1年内”按任一日往前一年计。是否有正当理由由人核查。',
    en: 'Goes by the days that attendance records as absent or overdue; days off are neither counted, unless recorded so, nor do they break a run. A working day that nobody recorded breaks it, because nobody knows of it (Monday to Friday in a year whose holidays were not published); so does a day of leave, also one approved later, and it is not counted. “Within a year” is the year up to any day. Whether there was good reason is for people to check.',
  },
  consumes: ['attendance.recorded', 'leave.approved', 'leave.withdrawn'],
  subject: ({ data }) => data.officer,
  initial: { days: [] } as State,
  evolve(state: State, { seq, recordedAt, observation: o }): State {
    if (o.kind !== 'attendance.recorded') return state
    const { day, state: is, unit } = o.data
    const kept = state.days.filter((d) => d.day !== day && chinaDay(d.day) >= recordedAt - KEPT_MS)
    return { days: [...kept, { day, state: is, unit, seq }].sort((a, b) => (a.day < b.day ? -1 : 1)) }
  },
  evaluate(state: State, { now, paramsAt, register, subject: officer }): Verdict {
    const told = state.days.map((d) => (missed(d) && excused(register, officer, d.day) ? { ...d, state: 'leave' } : d))
    const over = firstOver(told, (at) => paramsAt(at), register.custody.holidays())
    if (!over) return state.days.length === 0 ? { is: 'clear' } : { is: 'clear', forgetAt: now + KEPT_MS }
    return breach(
      over.since,
      {
        evidence: over.days.map((d) => d.seq).sort((a, b) => a - b),
        facts: {
          officer,
          because: over.because,
          daysAbsent: over.days.length,
          limit: over.limit,
          lastDay: over.days.at(-1)!.day,
        },
        concerns: about(over.days.at(-1)!.unit, [officer]),
      },
      now + LATE_MS,
    )
  },
})

const excused = (register: Register, officer: string, day: string): boolean =>
  register.duty.leaveAt(officer, chinaDay(day) + hours(12)) !== undefined

const workedBetween = (from: string, to: string, holidays: HolidayTable): boolean => {
  for (let day = dayAfter(chinaDay(from), 1); day < to; day = dayAfter(chinaDay(day), 1))
    if (isWorkday(day, holidays) ?? !isWeekEnd(day)) return true
  return false
}

/** The first day on which a run, or a year, holds more days than the law allows, with all the days up to now. */
const firstOver = (
  told: readonly Day[],
  paramsAt: (at: Instant) => z.infer<typeof paramSchema> | undefined,
  holidays: HolidayTable,
): { since: Instant; because: 'in-a-row' | 'in-a-year'; days: readonly Day[]; limit: number } | undefined => {
  let run: Day[] = []
  const all: Day[] = []
  let before: string | undefined
  for (const d of told) {
    // Of a working day that nobody recorded it is not known that they were absent.
    if (before !== undefined && workedBetween(before, d.day, holidays)) run = []
    before = d.day
    if (missed(d)) {
      run.push(d)
      all.push(d)
    } else if (d.state !== 'off') run = []
    const since = chinaDay(d.day)
    const law = paramsAt(since)
    if (!law || !missed(d)) continue
    if (run.length > law.inARowDays) return { since, because: 'in-a-row', days: run, limit: law.inARowDays }
    const year = all.filter((x) => chinaDay(x.day) > addMonths(since, -12))
    if (year.length > law.inAYearDays) return { since, because: 'in-a-year', days: year, limit: law.inAYearDays }
  }
  return undefined
}
