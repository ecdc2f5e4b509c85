import { describe, expect, it } from 'vitest'
import { continuedQuestioningFiledLate as rule } from '../../../server/rules/continued-questioning/filed-late.ts'
import { measure, notice } from '../../support/custody.ts'
import { describeLimit } from '../../support/limits.ts'
import { given } from '../../support/timeline.ts'

const own = measure('continued-questioning')

describeLimit('半小时内报督察部门备案（留置措施备案规定第二条，要旨）', {
  rule,
  begins: (when, heard) => [own.approved(when, 'station-chief', {}, heard)],
  done: (when) => notice(when, 'm1', 'supervision'),
  begin: '2026-03-02 10:00',
  last: '2026-03-02 10:30',
  past: '2026-03-02 10:31',
  tooEarly: '2002-06-27 10:00',
  lawBegins: '2002-06-28 00:00',
  lawPast: '2002-06-28 00:31',
  unmoved: [notice('2026-03-02 10:05', 'm1', 'family')],
})

describe('备案', () => {
  it('ships off: whether the text of 2002 still holds is doubtful', () => expect(rule.shipsOff?.zh).toContain('存疑'))
  it('is not asked of a refusal', () =>
    expect(
      given(rule, own.approved('2026-03-02 10:00', 'station-chief', { decision: 'refused' })).until('2026-03-03 00:00'),
    ).toEqual([]))
})
