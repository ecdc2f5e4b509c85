import { describe, expect, it } from 'vitest'
import { continuedQuestioningMeals as rule } from '../../../server/rules/continued-questioning/meals.ts'
import { arrives, departs, measure, sensor } from '../../support/custody.ts'
import { describeLimit } from '../../support/limits.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const feed = sensor('1990-01-01 00:00', ['care'], { room: null })
const meal = (when: string): Moment => [when, 'care.given', { stay: 's1', care: 'meal' }]

describeLimit('公安机关应当为被盘问人提供基本的饮食（规定第三十四条；六小时为本地设定）', {
  rule,
  begins: (when, heard) => [feed, arrives(when, {}, heard), measure('continued-questioning').starts(when, {}, heard)],
  done: (when) => departs(when),
  begin: '2026-03-02 10:00',
  last: '2026-03-02 16:00',
  past: '2026-03-02 16:01',
  tooEarly: '2004-09-30 10:00',
  lawBegins: '2004-10-01 00:00',
  lawPast: '2004-10-01 06:01',
  unmoved: [['2026-03-02 14:00', 'care.given', { stay: 's1', care: 'rest' }]],
})

describe('在继续盘问期间', () => {
  const day = [arrives('2026-03-02 10:00'), measure('continued-questioning').starts('2026-03-02 10:30')]
  const found = (...moments: Moment[]) => given(rule, ...moments).until('2026-03-03 00:00')
  it('counts from arrival, and from each meal', () => {
    expect(found(feed, ...day, departs('2026-03-02 18:00'))).toMatchObject([{ since: at('2026-03-02 16:00') }])
    expect(found(feed, ...day, meal('2026-03-02 15:00'), departs('2026-03-02 21:00'))).toEqual([])
  })
  it('does not judge without a source of care records, nor another measure', () => {
    expect(found(...day)).toEqual([])
    expect(found(feed, arrives('2026-03-02 10:00'), measure('summons-written').starts('2026-03-02 10:00'))).toEqual([])
  })
})
