import { describe, expect, it } from 'vitest'
import { callUnanswered as rule } from '../../../server/rules/dispatch/call-unanswered.ts'
import { told } from '../../support/cases.ts'
import { at, given } from '../../support/timeline.ts'

const rang = told('call.unanswered', { line: '110', unit: 's1', waitedSeconds: 20 })

describe('应当立即救助（第二十一条）', () => {
  it('twenty seconds', () => expect(given(rule, rang('2026-03-02 09:00')).until('2031-01-01 00:00')).toHaveLength(1))
  it('nineteen may be a slip', () =>
    expect(given(rule, rang('2026-03-02 09:00', { waitedSeconds: 19 })).until('2031-01-01 00:00')).toEqual([]))
})

it('charges the unit whose line rang, from when it rang', () =>
  expect(given(rule, rang('2026-03-02 09:00')).until('2026-03-03 00:00')).toMatchObject([
    {
      since: at('2026-03-02 09:00'),
      evidence: [0],
      concerns: { unit: 's1', officers: [] },
      facts: { waitedSeconds: 20 },
    },
  ]))
