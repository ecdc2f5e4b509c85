import { describe, expect, it } from 'vitest'
import { questioningMeals as rule } from '../../../server/rules/questioning/meals.ts'
import { arrives, departs, measure, sensor, sensorFails, sensorReturns } from '../../support/custody.ts'
import { describeLimit } from '../../support/limits.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const feed = sensor('2026-03-01 00:00', ['care'], { room: null })
const day = [arrives('2026-03-02 09:00'), measure('summons-written').starts('2026-03-02 09:00')]
const meal = (when: string, heard?: string): Moment => [when, 'care.given', { stay: 's1', care: 'meal' }, heard]

describe('应当保证违反治安管理行为人的饮食、必要的休息时间等正当需求（第九十七条）', () => {
  it('opens past the local six hours without a meal', () => {
    expect(given(rule, feed, ...day).until('2026-03-02 15:00')).toEqual([])
    expect(given(rule, feed, ...day).until('2026-03-02 15:01')).toMatchObject([{ since: at('2026-03-02 15:00') }])
  })
  it('counts from each meal', () => {
    expect(given(rule, feed, ...day, meal('2026-03-02 12:00')).until('2026-03-02 18:00')).toEqual([])
    expect(given(rule, feed, ...day, meal('2026-03-02 12:00')).until('2026-03-02 18:01')).toHaveLength(1)
  })
  it('does not start anew because something else is reported', () => {
    const rest: Moment = ['2026-03-02 14:00', 'care.given', { stay: 's1', care: 'rest' }]
    expect(given(rule, feed, ...day, rest).until('2026-03-02 15:01')).toHaveLength(1)
  })
  it('finds nothing when the person leaves in time', () =>
    expect(given(rule, feed, ...day, departs('2026-03-02 14:00')).until('2026-03-03 00:00')).toEqual([]))
  it('counts from its own beginning after a night of sobering up, and not for another measure', () => {
    const drunk = measure('protective-restraint', { measure: 'm0' })
    const night = [
      arrives('2026-03-02 00:00'),
      drunk.starts('2026-03-02 00:00'),
      drunk.ends('2026-03-02 06:00', 'lifted'),
    ]
    const asked = measure('summons-oral').starts('2026-03-02 06:00')
    expect(given(rule, feed, ...night, asked, departs('2026-03-02 12:00')).until('2026-03-03 00:00')).toEqual([])
    expect(given(rule, feed, ...night, asked, departs('2026-03-02 12:01')).until('2026-03-03 00:00')).toMatchObject([
      { since: at('2026-03-02 12:00') },
    ])
    expect(given(rule, feed, ...night, departs('2026-03-02 12:01')).until('2026-03-03 00:00')).toEqual([])
  })
  it('does not judge a time in which the source was down, and does the next', () => {
    const down = [sensorFails('2026-03-02 14:00'), sensorReturns('2026-03-02 15:10')]
    expect(given(rule, feed, ...day, ...down, departs('2026-03-02 16:00')).until('2026-03-03 00:00')).toEqual([])
    expect(
      given(rule, feed, ...day, ...down, meal('2026-03-02 15:30'), departs('2026-03-02 22:00')).until(
        '2026-03-03 00:00',
      ),
    ).toMatchObject([{ since: at('2026-03-02 21:30') }])
  })
  it('does not judge without a declared source', () =>
    expect(given(rule, ...day).until('2026-03-03 00:00')).toEqual([]))
})

describeLimit('饮食（六小时为本地设定），六种情形', {
  rule,
  begins: (when, heard) => [
    sensor('1990-01-01 00:00', ['care'], { room: null }),
    arrives(when, {}, heard),
    measure('summons-written').starts(when, {}, heard),
  ],
  done: (when) => departs(when),
  begin: '2026-03-02 10:00',
  last: '2026-03-02 16:00',
  past: '2026-03-02 16:01',
  tooEarly: '2012-12-31 10:00',
  lawBegins: '2013-01-01 00:00',
  lawPast: '2013-01-01 06:01',
  unmoved: [['2026-03-02 14:00', 'care.given', { stay: 's1', care: 'rest' }]],
})
