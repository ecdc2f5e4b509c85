import { expect, it } from 'vitest'
import { cancelledLate as rule } from '../../../server/rules/ticket/cancelled-late.ts'
import { describeLimit } from '../../support/limits.ts'
import { calendar, changes, step } from '../../support/tickets.ts'
import { given, type Moment } from '../../support/timeline.ts'

describeLimit('应当自核实之日起三日内予以消除（处理程序规定第二十二条）', {
  rule,
  begins: (when, heard) => [...calendar(), step(when, 'verified', {}, heard)],
  done: (when) => changes(when, { status: 'cancelled' }),
  begin: '2026-03-06 09:00',
  last: '2026-03-12 00:00',
  past: '2026-03-12 00:01',
  tooEarly: '2020-04-30 09:00',
  lawBegins: '2020-05-01 00:00',
  lawPast: '2020-05-09 00:01',
  unmoved: [step('2026-03-09 09:00', 'notified')],
})

it('予以消除：a row that tells its new status only as a change is cancelled; a deleted one is for another rule', () => {
  const told = (op: string, more: object): Moment => [
    '2026-03-09 09:00',
    'ticket.changed',
    { ticket: 't1', op, ...more },
  ]
  const verified = [...calendar(), step('2026-03-06 09:00', 'verified')]
  const named = told('changed', { fields: {}, changes: [{ field: 'status', before: 'entered', after: 'cancelled' }] })
  for (const done of [named, told('deleted', { fields: {} })])
    expect(given(rule, ...verified, done).until('2026-04-01 00:00')).toEqual([])
  expect(given(rule, ...verified, told('changed', { fields: { points: 3 } })).until('2026-04-01 00:00')).toHaveLength(1)
})
