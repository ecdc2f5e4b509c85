import { describe, expect, it } from 'vitest'
import { orderRefused as rule } from '../../../server/rules/dispatch/refused.ts'
import { told } from '../../support/cases.ts'
import { inside, order, roster } from '../../support/patrol.ts'
import { given } from '../../support/timeline.ts'

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
