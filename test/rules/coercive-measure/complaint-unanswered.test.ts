import { expect, it } from 'vitest'
import { measureComplaint as rule } from '../../../server/rules/coercive-measure/complaint-unanswered.ts'
import { inCase } from '../../support/cases.ts'
import { describeLimit } from '../../support/limits.ts'
import { given } from '../../support/timeline.ts'

const asked = inCase('case.request-made', { request: 'q1', kind: 'measure-complaint' })
const answered = inCase('case.request-answered', { request: 'q1', result: 'done' })

describeLimit('收到申诉、控告之日起三十日以内作出处理决定（第一百九十六条）', {
  rule,
  begins: (when, heard) => [asked(when, {}, heard)],
  done: (when) => answered(when),
  begin: '2026-03-02 09:00',
  last: '2026-04-02 00:00',
  past: '2026-04-02 00:01',
  tooEarly: '2012-12-31 09:00',
  lawBegins: '2013-01-01 09:00',
  lawPast: '2031-01-01 00:00',
})

it('one about property is for the rule on property', () =>
  expect(given(rule, asked('2026-03-02 09:00', { kind: 'property-complaint' })).until('2031-01-01 00:00')).toEqual([]))
