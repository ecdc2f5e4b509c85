import { describe, expect, it } from 'vitest'
import { orderLate as rule } from '../../../server/rules/dispatch/order-late.ts'
import { told } from '../../support/cases.ts'
import { describeLimit } from '../../support/limits.ts'
import { order } from '../../support/patrol.ts'
import { at, given } from '../../support/timeline.ts'

const call = told('call.received', { incident: 'i1', channel: '110', urgency: 'ordinary' })

describeLimit('对公民的报警案件，应当及时查处（第二十一条）', {
  rule,
  begins: (when, heard) => [call(when, {}, heard)],
  done: (when) => order(when),
  begin: '2026-03-02 09:00',
  last: '2026-03-02 09:03',
  past: '2026-03-02 09:04',
  tooEarly: '2012-12-31 09:00',
  lawBegins: '2013-01-01 09:00',
  lawPast: '2031-01-01 00:00',
})

describe('from the end of the call; urgent calls have two minutes', () =>
  it('counts so', () => {
    const long = call('2026-03-02 09:00', { urgency: 'urgent', endedAt: at('2026-03-02 09:02') })
    expect(given(rule, long).until('2026-03-02 09:04')).toEqual([])
    expect(given(rule, long).until('2026-03-02 09:05')).toHaveLength(1)
    expect(given(rule, call('2026-03-02 09:00', { test: true })).until('2026-03-02 12:00')).toEqual([])
    expect(given(rule, call('2026-03-02 09:00', { urgency: 'not-police' })).until('2026-03-02 12:00')).toEqual([])
  }))
