import { describe, expect, it } from 'vitest'
import { alcoholAltered as rule } from '../../../server/rules/ticket/alcohol-altered.ts'
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
    terminal: 'pda-17',
    ...more,
  },
  heard,
]
const first = entered('2026-03-02 22:20')
const end = '2026-03-09 00:00'

describe('车辆驾驶人对酒精呼气测试结果无异议的，应当签字确认。事后提出异议的，不予采纳。（第三十五条）', () => {
  it.each([
    ['mgPer100ml', 86, 19],
    ['measuredAt', at('2026-03-02 22:10'), at('2026-03-02 23:10')],
    ['person', 'd1', 'd2'],
    ['specimen', 'breath', 'blood'],
  ])('opens when %s is another than was entered', (field, before, after) =>
    expect(given(rule, first, entered('2026-03-03 10:00', { [field]: after, by: 'J09' })).until(end)).toMatchObject([
      {
        since: at('2026-03-03 10:00'),
        evidence: [0, 1],
        facts: { test: 'jj1', field, before, after, account: 'zhang', missing: 'document' },
        concerns: { unit: 'traffic', officers: ['J09'] },
      },
    ]),
  )
  it('finds nothing when it is entered again as it was, corrected by a paper, or is another test: the lawful twins', () => {
    expect(given(rule, first, entered('2026-03-03 10:00', { terminal: 'w3' })).until(end)).toEqual([])
    expect(given(rule, first, entered('2026-03-03 10:00', { mgPer100ml: 19, document: 'GZ-1' })).until(end)).toEqual([])
    expect(given(rule, first, entered('2026-03-03 10:00', { mgPer100ml: 19, test: 'jj2' })).until(end)).toEqual([])
  })
  it('sees the alteration of what was corrected before', () => {
    const corrected = entered('2026-03-03 10:00', { mgPer100ml: 80, document: 'GZ-1' })
    expect(given(rule, first, corrected, entered('2026-03-03 11:00', { mgPer100ml: 19 })).until(end)).toMatchObject([
      { since: at('2026-03-03 11:00'), facts: { before: 80, after: 19 } },
    ])
  })
  it('names everybody who altered it, also a second time', () =>
    expect(
      given(
        rule,
        first,
        entered('2026-03-03 10:00', { mgPer100ml: 79, by: 'J09' }),
        entered('2026-03-03 11:00', { mgPer100ml: 19, by: 'J11' }),
      ).grown(end),
    ).toMatchObject([
      {
        since: at('2026-03-03 10:00'),
        evidence: [0, 1, 2],
        facts: { before: 86, after: 79 },
        concerns: { officers: ['J09', 'J11'] },
      },
    ]))
  it('dates it truly when it is heard of late; nothing before the law; ships off', () => {
    const late = entered('2026-03-03 10:00', { mgPer100ml: 19 }, '2026-03-08 00:00')
    expect(given(rule, first, late).until(end)).toMatchObject([
      { since: at('2026-03-03 10:00'), openedAt: at('2026-03-08 00:00') },
    ])
    const old = [entered('2021-07-14 10:00'), entered('2021-07-14 11:00', { mgPer100ml: 19 })]
    expect(given(rule, ...old).until(end)).toEqual([])
    expect(rule.shipsOff).toBeDefined()
  })
})
