import { describe, expect, it } from 'vitest'
import { questioningNotifyFamily as rule } from '../../../server/rules/questioning/notify-family.ts'
import { excused, measure, notice, sensor, sensorFails, sensorReturns } from '../../support/custody.ts'
import { describeLimit } from '../../support/limits.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const feed = sensor('2026-03-01 00:00', ['notices'], { room: null })
const summons = measure('summons-written')
const started = summons.starts('2026-03-02 09:00')

describe('公安机关应当及时将传唤的原因和处所通知被传唤人家属（第九十七条）', () => {
  it('opens after the local four hours, not at them', () => {
    expect(given(rule, feed, started).until('2026-03-02 13:00')).toEqual([])
    expect(given(rule, feed, started).until('2026-03-02 13:01')).toMatchObject([{ since: at('2026-03-02 13:00') }])
  })
  it('finds nothing once told, excused with a note, or released', () => {
    expect(given(rule, feed, started, notice('2026-03-02 10:00', 'm1', 'family')).until('2026-03-03 00:00')).toEqual([])
    expect(
      given(rule, feed, started, excused('2026-03-02 10:00', 'm1', 'family', 'refuses-contact')).until(
        '2026-03-03 00:00',
      ),
    ).toEqual([])
    expect(given(rule, feed, started, summons.ends('2026-03-02 12:00')).until('2026-03-03 00:00')).toEqual([])
  })
  it('does not take 有碍侦查 for an excuse, nor a notice about another measure', () => {
    const impedes = excused('2026-03-02 10:00', 'm1', 'family', 'impedes-investigation', { grounds: ['terrorism'] })
    expect(given(rule, feed, started, impedes).until('2026-03-02 13:01')).toHaveLength(1)
    expect(
      given(rule, feed, started, notice('2026-03-02 10:00', 'm9', 'family')).until('2026-03-02 13:01'),
    ).toHaveLength(1)
  })
  it('lets an excuse suspend the duty until its ground is gone', () => {
    const unknown = excused('2026-03-02 09:30', 'm1', 'family', 'identity-unknown')
    const found: Moment = ['2026-03-02 15:00', 'notice.excuse-ended', { about: 'm1', person: 'p1', to: 'family' }]
    expect(
      given(rule, feed, started, unknown, found, notice('2026-03-02 15:05', 'm1', 'family')).until('2026-03-03 00:00'),
    ).toEqual([])
    expect(given(rule, feed, started, unknown, found).until('2026-03-03 00:00')).toMatchObject([
      { since: at('2026-03-02 19:00') },
    ])
  })
  it('does not know while the source of notices is down, and keeps what it knew before', () => {
    const down = sensorFails('2026-03-02 12:30')
    const silent = given(rule, feed, started, down, sensorReturns('2026-03-02 13:10'))
    expect(silent.until('2026-03-03 00:00')).toEqual([])
    expect(silent.verdict('2026-03-03 00:00', 'm1')).toMatchObject({ is: 'unknown' })
    expect(given(rule, feed, started, sensorFails('2026-03-02 13:30')).until('2026-03-03 00:00')).toHaveLength(1)
  })
  it('does not judge without a declared source of notices', () =>
    expect(given(rule, started).until('2026-03-03 00:00')).toEqual([]))
})

describeLimit('及时通知（四小时为本地设定），六种情形', {
  rule,
  begins: (when, heard) => [sensor('1990-01-01 00:00', ['notices'], { room: null }), summons.starts(when, {}, heard)],
  done: (when) => notice(when, 'm1', 'family'),
  begin: '2026-03-02 10:00',
  last: '2026-03-02 14:00',
  past: '2026-03-02 14:01',
  tooEarly: '2006-02-28 10:00',
  lawBegins: '2006-03-01 00:00',
  lawPast: '2006-03-01 04:01',
  unmoved: [notice('2026-03-02 11:00', 'm9', 'family')],
})
