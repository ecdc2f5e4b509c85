import { describe, expect, it } from 'vitest'
import { continuedQuestioningStartsLate as rule } from '../../../server/rules/continued-questioning/starts-late.ts'
import { act, measure } from '../../support/custody.ts'
import { describeLimit } from '../../support/limits.ts'
import { given } from '../../support/timeline.ts'

const approved = measure('continued-questioning').approved('2026-03-02 09:00', 'station-chief')

describe('批准继续盘问后不立即 … 继续进行盘问（规定第十二条第六项）', () => {
  it('ships off, because the law gives no number', () => expect(rule.shipsOff?.zh).toContain('立即'))
  it('opens after the local hour without questioning', () =>
    expect(given(rule, approved).until('2026-03-02 10:01')).toHaveLength(1))
  it('finds nothing when questioning begins within it; a questioning of another kind does not count', () => {
    expect(
      given(rule, approved, act('continued-questioning').starts('2026-03-02 10:00')).until('2026-03-03 00:00'),
    ).toEqual([])
    expect(given(rule, approved, act('questioning').starts('2026-03-02 09:30')).until('2026-03-02 10:01')).toHaveLength(
      1,
    )
  })
})

describeLimit('立即盘问（一小时为本地设定），六种情形', {
  rule,
  begins: (when, heard) => [measure('continued-questioning').approved(when, 'station-chief', {}, heard)],
  done: (when) => act('continued-questioning').starts(when),
  begin: '2026-03-02 10:00',
  last: '2026-03-02 11:00',
  past: '2026-03-02 11:01',
  tooEarly: '2004-09-30 10:00',
  lawBegins: '2004-10-01 00:00',
  lawPast: '2004-10-01 01:01',
  unmoved: [act('questioning').starts('2026-03-02 10:30')],
})
