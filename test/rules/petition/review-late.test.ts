import { describe, expect, it } from 'vitest'
import { petitionReviewLate as rule } from '../../../server/rules/petition/review-late.ts'
import { told } from '../../support/cases.ts'
import { describeLimit } from '../../support/limits.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const of = { petition: 'x1', unit: 'bureau', request: 'q1' }
const asked = (step: string) => told('petition.review-asked', { ...of, step })
const decided = told('petition.review-decided', of)
const heard = (from: string, to: string): Moment =>
  told('petition.review-heard', { ...of, from: at(from), to: at(to) })(to)

describeLimit('自收到复查请求之日起30日内提出复查意见（第三十五条）', {
  rule,
  begins: (when, late) => [asked('first-review')(when, {}, late)],
  done: (when) => decided(when),
  begin: '2026-03-02 09:00',
  last: '2026-04-02 00:00',
  past: '2026-04-02 00:01',
  tooEarly: '2022-04-30 09:00',
  lawBegins: '2022-05-01 09:00',
  lawPast: '2031-01-01 00:00',
  // Only the re-check may leave out a hearing.
  unmoved: [heard('2026-03-09 09:00', '2026-03-10 17:00')],
})

describeLimit('自收到复核请求之日起30日内提出复核意见（第三十六条）', {
  rule,
  begins: (when, late) => [asked('re-check')(when, {}, late)],
  done: (when) => decided(when),
  begin: '2026-03-02 09:00',
  last: '2026-04-02 00:00',
  past: '2026-04-02 00:01',
  tooEarly: '2022-04-30 09:00',
  lawBegins: '2022-05-01 09:00',
  lawPast: '2031-01-01 00:00',
  // A hearing that begins when the time is over gives none.
  unmoved: [heard('2026-04-02 00:00:01', '2026-04-02 00:00:30')],
})

describe('听证所需时间不计算在前款规定的期限内（第三十六条）', () => {
  const end = (...hearings: readonly Moment[]) =>
    given(rule, asked('re-check')('2026-03-02 09:00'), ...hearings).until('2031-01-01 00:00')
  it.each<[string, readonly Moment[], string]>([
    ['one afternoon is a day', [heard('2026-03-09 14:00', '2026-03-09 17:00')], '2026-04-03 00:00'],
    ['two days', [heard('2026-03-09 14:00', '2026-03-10 17:00')], '2026-04-04 00:00'],
    [
      'a day on which two hearings meet counts once',
      [heard('2026-03-09 09:00', '2026-03-10 12:00'), heard('2026-03-10 14:00', '2026-03-11 17:00')],
      '2026-04-05 00:00',
    ],
  ])('%s', (_, hearings, since) => expect(end(...hearings)).toMatchObject([{ since: at(since) }]))
})
