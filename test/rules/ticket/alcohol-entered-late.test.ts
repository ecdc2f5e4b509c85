import { describe, expect, it } from 'vitest'
import { alcoholEnteredLate as rule } from '../../../server/rules/ticket/alcohol-entered-late.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const entered = (when: string, more: object = {}, heard?: string): Moment => [
  when,
  'driver-alcohol.recorded',
  {
    test: 'jj1',
    specimen: 'breath',
    person: 'd1',
    mgPer100ml: 86,
    measuredAt: at('2026-03-02 22:10'),
    unit: 'traffic',
    by: 'J07',
    account: 'zhang',
    ...more,
  },
  heard,
]
const end = '2026-03-09 00:00'

describe('对记录和处理的交通违法行为信息应当及时录入道路交通违法信息管理系统。（第六十八条）', () => {
  it('finds nothing two hours after the test exactly: the lawful twin', () =>
    expect(given(rule, entered('2026-03-03 00:10')).until(end)).toEqual([]))
  it('opens a second later, dated from the end of the two hours', () =>
    expect(given(rule, entered('2026-03-03 00:10:01')).until(end)).toMatchObject([
      {
        since: at('2026-03-03 00:10'),
        openedAt: at('2026-03-03 00:10:01'),
        facts: { test: 'jj1', limit: 120, measuredAt: at('2026-03-02 22:10'), enteredAt: at('2026-03-03 00:10:01') },
        concerns: { unit: 'traffic', officers: ['J07'] },
      },
    ]))
  it('goes by the first entry: a later one neither heals nor makes it late', () => {
    expect(given(rule, entered('2026-03-02 22:20'), entered('2026-03-05 10:00')).until(end)).toEqual([])
    expect(given(rule, entered('2026-03-03 09:00'), entered('2026-03-03 09:01')).until(end)).toHaveLength(1)
  })
  it('cannot observe a test without a time, and says so', () => {
    const events = given(rule, entered('2026-03-03 09:00', { measuredAt: null })).events(end)
    expect(events.map((e) => e.is)).not.toContain('opened')
  })
  it('dates it truly when the entry is heard of late', () => {
    expect(given(rule, entered('2026-03-02 22:20', {}, '2026-03-08 00:00')).until(end)).toEqual([])
    expect(given(rule, entered('2026-03-03 09:00', {}, '2026-03-08 00:00')).until(end)).toMatchObject([
      { since: at('2026-03-03 00:10'), openedAt: at('2026-03-08 00:00') },
    ])
  })
  it('judges by the law of the day of the test', () => {
    const on = (day: string) => entered('2020-05-01 09:00', { measuredAt: at(day) })
    expect(given(rule, on('2020-04-30 23:59')).until('2020-06-01 00:00')).toEqual([])
    expect(given(rule, on('2020-05-01 00:00')).until('2020-06-01 00:00')).toHaveLength(1)
  })
})
