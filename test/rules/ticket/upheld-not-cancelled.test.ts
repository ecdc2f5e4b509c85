import { expect, it } from 'vitest'
import { upheldNotCancelled as rule } from '../../../server/rules/ticket/upheld-not-cancelled.ts'
import { describeLimit } from '../../support/limits.ts'
import { calendar, changes, objection } from '../../support/tickets.ts'
import { given, type Moment } from '../../support/timeline.ts'

const upheld = (when: string, heard?: string): Moment => {
  const [at, kind, data = {}] = objection(when)
  return [at, kind, data, heard]
}

describeLimit('异议成立的，予以消除（处理程序规定第五条）', {
  rule,
  begins: (when, heard) => [...calendar(), upheld(when, heard)],
  done: (when) => changes(when, { status: 'cancelled' }),
  begin: '2026-03-06 09:00',
  last: '2026-03-12 00:00',
  past: '2026-03-12 00:01',
  tooEarly: '2020-04-30 09:00',
  lawBegins: '2020-05-01 00:00',
  lawPast: '2020-05-09 00:01',
  // Put right is not cancelled.
  unmoved: [changes('2026-03-09 09:00', { amountYuan: 50 })],
})

it('异议不成立的，告知当事人: there is nothing to cancel', () =>
  expect(given(rule, ...calendar(), objection('2026-03-06 09:00', false)).until('2026-12-01 00:00')).toEqual([]))
it('a decision that was revoked is gone too', () =>
  expect(
    given(rule, ...calendar(), upheld('2026-03-06 09:00'), [
      '2026-03-09 09:00',
      'ticket.decision-revoked',
      { ticket: 't1', document: 'c1', authority: 'same' },
    ]).until('2026-12-01 00:00'),
  ).toEqual([]))
