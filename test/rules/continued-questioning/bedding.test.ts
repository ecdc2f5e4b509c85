import { describe, expect, it } from 'vitest'
import { continuedQuestioningBedding as rule } from '../../../server/rules/continued-questioning/bedding.ts'
import { arrives, departs, measure, sensor } from '../../support/custody.ts'
import { describeLimit } from '../../support/limits.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const feed = sensor('2026-03-01 00:00', ['care'], { room: null })
const day = [arrives('2026-03-02 09:00'), measure('continued-questioning').starts('2026-03-02 09:00')]
const bedding: Moment = ['2026-03-02 20:00', 'care.given', { stay: 's1', care: 'bedding' }]

describe('继续盘问十二小时以上的，应当为其提供必要的卧具（规定第二十七条）', () => {
  it('opens past twelve hours without bedding', () =>
    expect(given(rule, feed, ...day).until('2026-03-02 21:01')).toMatchObject([{ since: at('2026-03-02 21:00') }]))
  it('finds nothing at twelve hours sharp, with bedding, or after release', () => {
    expect(given(rule, feed, ...day).until('2026-03-02 21:00')).toEqual([])
    expect(given(rule, feed, ...day, bedding).until('2026-03-03 09:00')).toEqual([])
    expect(given(rule, feed, ...day, departs('2026-03-02 20:00')).until('2026-03-03 09:00')).toEqual([])
  })
  it('says when it was given too late; a release after it was due is no bedding', () => {
    const late: Moment = ['2026-03-02 22:00', 'care.given', { stay: 's1', care: 'bedding' }]
    const facts = (then: Moment) => given(rule, feed, ...day, then).grown('2026-03-03 09:00')[0]?.facts
    expect(facts(late)).toMatchObject({ doneAt: at('2026-03-02 22:00') })
    expect(facts(late)).not.toHaveProperty('fellAwayAt')
    expect(facts(departs('2026-03-02 22:00'))).toMatchObject({ doneAt: null, fellAwayAt: at('2026-03-02 22:00') })
  })
  it('does not judge without a declared source', () =>
    expect(given(rule, ...day).until('2026-03-03 09:00')).toEqual([]))
})

describeLimit('十二小时以上的卧具，六种情形', {
  rule,
  begins: (when, heard) => [
    sensor('1990-01-01 00:00', ['care'], { room: null }),
    arrives(when, {}, heard),
    measure('continued-questioning').starts(when, {}, heard),
  ],
  done: (when) => [when, 'care.given', { stay: 's1', care: 'bedding' }],
  begin: '2026-03-02 10:00',
  last: '2026-03-02 22:00',
  past: '2026-03-02 22:01',
  tooEarly: '2004-09-30 10:00',
  lawBegins: '2004-10-01 00:00',
  lawPast: '2004-10-01 12:01',
  unmoved: [['2026-03-02 12:00', 'care.given', { stay: 's1', care: 'meal' }]],
})
