import { describe, expect, it } from 'vitest'
import { chinaDate, chinaDay, days } from '../../../server/domain/time.ts'
import { absentDays as rule } from '../../../server/rules/duty/absent-days.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const day = (from: string, n: number): string => chinaDate(chinaDay(from) + days(n))
const marked = (date: string, state: string, heard?: string): Moment => [
  `${date} 18:00`,
  'attendance.recorded',
  { officer: 'o1', unit: 'station-1', day: date, state },
  heard,
]
/** So many days in a row from a day on. */
const run = (from: string, n: number, state = 'absent'): Moment[] =>
  Array.from({ length: n }, (_, i) => marked(day(from, i), state))
const far = '2027-06-01 00:00'

describe('旷工……连续超过15天，或者1年内累计超过30天的（公安机关组织管理条例第三十条）', () => {
  it('the fifteenth day is not more than fifteen; the sixteenth is', () => {
    expect(given(rule, ...run('2026-03-02', 15)).until(far)).toEqual([])
    expect(given(rule, ...run('2026-03-02', 16)).until(far)).toMatchObject([
      {
        grade: 'B',
        since: at('2026-03-17 00:00'),
        facts: { because: 'in-a-row', daysAbsent: 16, limit: 15 },
        concerns: { unit: 'station-1', officers: ['o1'] },
      },
    ])
  })
  it('thirty within a year are not more than thirty; the thirty-first is', () => {
    const scattered = Array.from({ length: 31 }, (_, i) => [
      marked(day('2026-01-05', i * 7), 'absent'),
      marked(day('2026-01-05', i * 7 + 1), 'present'),
    ]).flat()
    expect(given(rule, ...scattered.slice(0, 60)).until(far)).toEqual([])
    expect(given(rule, ...scattered).until(far)).toMatchObject([{ facts: { because: 'in-a-year', daysAbsent: 31 } }])
  })
  it('a day that was worked breaks the run, a day off does not and is not counted', () => {
    expect(
      given(rule, ...run('2026-03-02', 10), marked('2026-03-12', 'present'), ...run('2026-03-13', 10)).until(far),
    ).toEqual([])
    const off = [...run('2026-03-02', 8), marked('2026-03-10', 'off'), ...run('2026-03-11', 8)]
    expect(given(rule, ...off).until(far)).toMatchObject([{ facts: { daysAbsent: 16 } }])
    expect(given(rule, ...off.slice(0, -1)).until(far)).toEqual([])
  })
  it('a working day that nobody recorded breaks it; an unrecorded week-end or holiday does not', () => {
    const mondays = Array.from({ length: 20 }, (_, i) => marked(day('2026-03-02', i * 7), 'absent'))
    expect(given(rule, ...mondays).until(far)).toEqual([])
    const weeks = Array.from({ length: 4 }, (_, i) => run(day('2026-03-02', i * 7), 5)).flat()
    expect(given(rule, ...weeks).until(far)).toMatchObject([{ since: at('2026-03-23 00:00') }])
    const table = (holidays: string[]): Moment => [
      '2026-01-01 00:00',
      'calendar.published',
      { year: 2026, holidays, workdays: ['2026-03-07'], source: 'x' },
    ]
    expect(given(rule, table([]), ...weeks).until(far)).toEqual([])
    const without9 = weeks.filter(([when]) => !when.startsWith('2026-03-09'))
    expect(given(rule, ...without9).until(far)).toEqual([])
    const closed: Moment = [
      '2026-01-01 00:00',
      'calendar.published',
      { year: 2026, holidays: ['2026-03-09'], workdays: [], source: 'x' },
    ]
    expect(given(rule, closed, ...without9).until(far)).toMatchObject([{ since: at('2026-03-24 00:00') }])
  })
  it('a day of leave breaks it, also one approved afterwards', () => {
    const leave: Moment = [
      '2026-04-01 09:00',
      'leave.approved',
      {
        leave: 'l',
        officer: 'o1',
        kind: 'sick',
        startsAt: at('2026-03-10 00:00'),
        endsAt: at('2026-03-10 23:59'),
      },
    ]
    expect(
      given(rule, ...run('2026-03-02', 18), leave)
        .events(far)
        .map((e) => e.is),
    ).toEqual(['opened', 'ended'])
  })
  it('an overdue return counts as absence does', () =>
    expect(given(rule, ...run('2026-03-02', 8), ...run('2026-03-10', 8, 'overdue')).until(far)).toHaveLength(1))
  it('leave that was approved, even afterwards, takes its days off', () => {
    const leave = (to: string, heard?: string): Moment => [
      '2026-03-01 09:00',
      'leave.approved',
      { leave: 'l', officer: 'o1', kind: 'sick', startsAt: at('2026-03-02 00:00'), endsAt: at(to) },
      heard,
    ]
    expect(given(rule, leave('2026-03-02 23:59'), ...run('2026-03-02', 16)).until(far)).toEqual([])
    const events = given(rule, ...run('2026-03-02', 16), leave('2026-03-09 23:59', '2026-03-20 09:00')).events(far)
    expect(events.map((e) => e.is)).toEqual(['opened', 'ended'])
  })
  it('what is older than a year is not counted', () => {
    const scattered = Array.from({ length: 31 }, (_, i) => [
      marked(day('2026-01-05', i * 13), 'absent'),
      marked(day('2026-01-05', i * 13 + 1), 'present'),
    ]).flat()
    expect(given(rule, ...scattered).until('2027-12-01 00:00')).toEqual([])
  })
  it('counts days whenever they are told, and judges from 2007', () => {
    const late = run('2026-03-02', 16).map(([w, k, d]): Moment => [w, k, d ?? {}, '2026-04-01 09:00'])
    expect(given(rule, ...late).until(far)).toMatchObject([
      { since: at('2026-03-17 00:00'), openedAt: at('2026-04-01 09:00') },
    ])
    expect(given(rule, ...run('2006-12-01', 31)).until('2007-06-01 00:00')).toEqual([])
    expect(given(rule, ...run('2006-12-20', 16)).until('2007-06-01 00:00')).toHaveLength(1)
  })
})

describe('what is put right afterwards', () => {
  it('a day recorded again is what was recorded last', () => {
    const corrected = [
      ...run('2026-03-02', 15),
      marked('2026-03-10', 'present', '2026-03-16 19:00'),
      ...run('2026-03-17', 1),
    ]
    expect(given(rule, ...corrected).until(far)).toEqual([])
  })
  it('a leave that is withdrawn no longer breaks the run, at once', () => {
    const leave: Moment = [
      '2026-03-05 09:00',
      'leave.approved',
      {
        ...{ leave: 'l1', officer: 'o1', kind: 'annual' },
        ...{ startsAt: at('2026-03-10 00:00'), endsAt: at('2026-03-11 00:00') },
      },
    ]
    const withdrawn: Moment = [
      '2026-03-09 09:00',
      'leave.withdrawn',
      { leave: 'l1', officer: 'o1' },
      '2026-03-20 09:00',
    ]
    expect(given(rule, leave, ...run('2026-03-02', 16)).until(far)).toEqual([])
    expect(given(rule, leave, ...run('2026-03-02', 16), withdrawn).until(far)).toMatchObject([
      { since: at('2026-03-17 00:00'), openedAt: at('2026-03-20 09:00') },
    ])
  })
})
