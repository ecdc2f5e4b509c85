import { expect, it } from 'vitest'
import { recusalLate as rule } from '../../../server/rules/case/recusal-late.ts'
import { inCase } from '../../support/cases.ts'
import { describeLimit } from '../../support/limits.ts'
import { at, given } from '../../support/timeline.ts'

const asked = inCase('recusal.asked', { request: 'q1', officer: 'o1' })
const answered = inCase('recusal.decided', { request: 'q1', granted: false })

describeLimit('在收到申请之日起二日内作出决定并通知申请人（第二十一条）', {
  rule,
  begins: (when, heard) => [asked(when, {}, heard)],
  done: (when) => answered(when),
  begin: '2026-03-02 09:00',
  last: '2026-03-05 00:00',
  past: '2026-03-05 00:01',
  tooEarly: '2012-12-31 09:00',
  lawBegins: '2013-01-01 09:00',
  lawPast: '2031-01-01 00:00',
})

it('作出决定并通知申请人：a decision that the applicant was not told is none until they are', () => {
  const untold = [asked('2026-03-02 09:00'), answered('2026-03-03 09:00', { told: false })]
  expect(given(rule, ...untold).until('2031-01-01 00:00')).toMatchObject([{ since: at('2026-03-05 00:00') }])
  expect(given(rule, ...untold, answered('2026-03-04 09:00', { told: true })).until('2031-01-01 00:00')).toEqual([])
})
