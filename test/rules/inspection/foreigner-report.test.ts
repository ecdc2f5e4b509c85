import { describe, expect, it } from 'vitest'
import { foreignerReport as rule } from '../../../server/rules/inspection/foreigner-report.ts'
import { measure, notice, person } from '../../support/custody.ts'
import { describeLimit } from '../../support/limits.ts'
import { at, given } from '../../support/timeline.ts'

const foreigner = person('2026-03-01 00:00', { foreigner: true })
const detention = measure('administrative-detention')
const approved = detention.approved('2026-03-02 09:00', 'bureau-chief')

describe('决定机关应当在四十八小时内 … 报告省级公安机关（程序规定第二百五十四条）', () => {
  it('finds nothing when reported at 48 hours sharp', () =>
    expect(
      given(rule, foreigner, approved, notice('2026-03-04 09:00', 'm1', 'province')).until('2026-03-06 00:00'),
    ).toEqual([]))
  it('opens just past it with nobody reporting', () =>
    expect(given(rule, foreigner, approved).until('2026-03-04 09:01')).toMatchObject([
      { since: at('2026-03-04 09:00'), openedAt: at('2026-03-04 09:00') + 1 },
    ]))
  it('does not count a notice to someone else, and does not stop at the week-end', () =>
    expect(
      given(
        rule,
        foreigner,
        detention.approved('2026-03-06 09:00', 'bureau-chief'),
        notice('2026-03-07 09:00', 'm1', 'family'),
      ).until('2026-03-08 09:01'),
    ).toHaveLength(1))
  it('judges late when the nationality is told late', () =>
    expect(
      given(rule, approved, person('2026-03-05 00:00', { foreigner: true })).until('2026-03-05 00:01'),
    ).toMatchObject([{ since: at('2026-03-04 09:00') }]))
  it('is due for continued questioning too: 其他限制人身自由 (程序规定第五十四条第二项)', () => {
    const held = measure('continued-questioning')
    const decided = [foreigner, held.approved('2026-03-02 09:00', 'station-chief'), held.ends('2026-03-02 12:00')]
    expect(given(rule, ...decided).until('2026-03-06 00:00')).toMatchObject([{ since: at('2026-03-04 09:00') }])
    expect(given(rule, ...decided, notice('2026-03-04 09:00', 'm1', 'province')).until('2026-03-06 00:00')).toEqual([])
  })
  it('is about foreigners and detention', () => {
    expect(given(rule, approved).until('2026-03-06 00:00')).toEqual([])
    expect(
      given(rule, foreigner, measure('summons-written').approved('2026-03-02 09:00', 'station-chief')).until(
        '2026-03-06 00:00',
      ),
    ).toEqual([])
  })
})

describeLimit('四十八小时内，六种情形', {
  rule,
  begins: (when, heard) => [
    person(when, { foreigner: true }, heard),
    detention.approved(when, 'bureau-chief', {}, heard),
  ],
  done: (when) => notice(when, 'm1', 'province'),
  begin: '2026-03-02 10:00',
  last: '2026-03-04 10:00',
  past: '2026-03-04 10:01',
  tooEarly: '2012-12-31 10:00',
  lawBegins: '2013-01-01 00:00',
  lawPast: '2013-01-03 00:01',
  unmoved: [notice('2026-03-03 10:00', 'm1', 'family')],
})
