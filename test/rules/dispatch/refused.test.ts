import { describe, expect, it } from 'vitest'
import { orderRefused as rule } from '../../../server/rules/dispatch/refused.ts'
import { told } from '../../support/cases.ts'
import { inside, order, roster } from '../../support/patrol.ts'
import { at, given } from '../../support/timeline.ts'

const call = told('call.received', { incident: 'i1', channel: '110', area: 'urban', urgency: 'urgent', place: inside })
const base = [...roster, call('2026-03-02 09:59'), order('2026-03-02 10:00')]
const refused = told('dispatch.refused', { order: 'x1', unit: 's1', reason: 'not ours', by: 'o1' })

describe('不得中止或者改变决定和命令的执行（第三十二条）', () => {
  it('opens for the unit', () =>
    expect(given(rule, ...base, refused('2026-03-02 10:01')).until('2031-01-01 00:00')).toMatchObject([
      { facts: { order: 'x1', reason: 'not ours' } },
    ]))
  it('an order that nobody declined is none', () => expect(given(rule, ...base).until('2031-01-01 00:00')).toEqual([]))
})

it('a test call may be declined: it was no call for help', () => {
  const tested = [...roster, call('2026-03-02 09:59', { test: true }), order('2026-03-02 10:00')]
  expect(given(rule, ...tested, refused('2026-03-02 10:01')).until('2026-04-01 00:00')).toEqual([])
})

describe('what the finding shows', () => {
  const far = '2026-04-01 00:00'
  it('the refusal, when, whose unit and who, if that was told', () => {
    expect(given(rule, ...base, refused('2026-03-02 10:01')).until(far)).toMatchObject([
      {
        since: at('2026-03-02 10:01'),
        evidence: [base.length],
        concerns: { unit: 's1', officers: ['o1'] },
        facts: { incident: 'i1' },
      },
    ])
    expect(given(rule, ...base, refused('2026-03-02 10:01', { by: null })).until(far)).toMatchObject([
      { concerns: { unit: 's1', officers: [] } },
    ])
  })
  it('ends when the order that was declined turns out to be of a test call', () => {
    const before = [...roster, call('2026-03-02 09:59', { test: true }), refused('2026-03-02 10:01')]
    const events = given(rule, ...before, order('2026-03-02 10:00', {}, '2026-03-02 11:00')).events(far)
    expect(events.map((e) => e.is)).toEqual(['opened', 'ended'])
  })
})
