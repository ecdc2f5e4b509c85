import { describe, expect, it } from 'vitest'
import { examinationLimit as rule } from '../../../server/rules/detention/examination-limit.ts'
import { measure } from '../../support/custody.ts'
import { describeLimit } from '../../support/limits.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const own = measure('detention-for-examination', { stay: null })

describeLimit('拘留审查的期限不得超过三十日（程序规定第二百四十二条）', {
  rule,
  begins: (when, heard) => [own.starts(when, {}, heard)],
  done: (when) => own.ends(when),
  begin: '2026-03-02 09:00',
  last: '2026-04-02 00:00',
  past: '2026-04-02 00:01',
  tooEarly: '2013-06-30 09:00',
  lawBegins: '2013-07-01 00:00',
  lawPast: '2013-08-01 00:01',
})
describe('经上一级公安机关 … 批准可以延长至六十日; 身份不明的 … 自查清 … 之日起计算', () => {
  const begun = own.starts('2026-03-02 09:00')
  it('counts sixty days when the bureau above approved in time', () => {
    expect(
      given(rule, begun, own.extended('2026-03-30 09:00', 60, 'day', 'city-bureau')).until('2026-05-02 00:00'),
    ).toEqual([])
    expect(
      given(rule, begun, own.extended('2026-03-30 09:00', 60, 'day', 'city-bureau')).until('2026-05-02 00:01'),
    ).toMatchObject([{ since: at('2026-05-02 00:00') }])
    expect(
      given(rule, begun, own.extended('2026-03-30 09:00', 60, 'day', 'bureau-chief')).until('2026-04-02 00:01'),
    ).toHaveLength(1)
  })
  it('stands still until the identity is known', () => {
    const stopped: Moment = [
      '2026-03-02 10:00',
      'measure.clock-stopped',
      { ...own.of, reason: 'identity-unknown', rank: 'bureau-chief' },
    ]
    expect(given(rule, begun, stopped).until('2026-12-01 00:00')).toEqual([])
    expect(
      given(rule, begun, stopped, ['2026-04-10 10:00', 'measure.clock-restarted', own.of]).until('2026-05-11 00:01'),
    ).toMatchObject([{ since: at('2026-05-11 00:00') }])
  })
})
