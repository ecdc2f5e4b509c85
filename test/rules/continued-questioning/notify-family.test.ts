import { describe, expect, it } from 'vitest'
import { continuedQuestioningNotifyFamily as rule } from '../../../server/rules/continued-questioning/notify-family.ts'
import { excused, measure, notice, sensor } from '../../support/custody.ts'
import { describeLimit } from '../../support/limits.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const feed = sensor('2026-03-01 00:00', ['notices'], { room: null })
const approved = measure('continued-questioning').approved('2026-03-02 09:00', 'station-chief')

describe('并立即通知其家属或者单位（规定第十四条）', () => {
  it('opens after the local two hours, not at them', () => {
    expect(given(rule, feed, approved).until('2026-03-02 11:00')).toEqual([])
    expect(given(rule, feed, approved).until('2026-03-02 11:01')).toMatchObject([{ since: at('2026-03-02 11:00') }])
  })
  it('finds nothing once family or employer is told, or cannot be and the notice says why', () => {
    expect(given(rule, feed, approved, notice('2026-03-02 10:00', 'm1', 'employer')).until('2026-03-03 00:00')).toEqual(
      [],
    )
    expect(
      given(rule, feed, approved, excused('2026-03-02 10:00', 'm1', 'family', 'identity-unknown')).until(
        '2026-03-03 00:00',
      ),
    ).toEqual([])
    expect(
      given(
        rule,
        feed,
        approved,
        excused('2026-03-02 10:00', 'm1', 'family', 'identity-unknown', { noted: false }),
      ).until('2026-03-03 00:00'),
    ).toHaveLength(1)
  })
  it('runs again when the identity becomes known（查明身份后，应当依照前款的规定通知）', () => {
    const known: Moment = ['2026-03-02 15:00', 'notice.excuse-ended', { about: 'm1', person: 'p1', to: 'family' }]
    const day = [feed, approved, excused('2026-03-02 10:00', 'm1', 'family', 'identity-unknown'), known]
    expect(given(rule, ...day).until('2026-03-02 17:01')).toMatchObject([{ since: at('2026-03-02 17:00') }])
    expect(given(rule, ...day, notice('2026-03-02 16:00', 'm1', 'family')).until('2026-03-03 00:00')).toEqual([])
  })
  it('does not judge without a declared source of notices', () =>
    expect(given(rule, approved).until('2026-03-03 00:00')).toEqual([]))
})

describeLimit('立即通知（两小时为本地设定），六种情形', {
  rule,
  begins: (when, heard) => [
    sensor('1990-01-01 00:00', ['notices'], { room: null }),
    measure('continued-questioning').approved(when, 'station-chief', {}, heard),
  ],
  done: (when) => notice(when, 'm1', 'family'),
  begin: '2026-03-02 10:00',
  last: '2026-03-02 12:00',
  past: '2026-03-02 12:01',
  tooEarly: '2004-09-30 10:00',
  lawBegins: '2004-10-01 00:00',
  lawPast: '2004-10-01 02:01',
  unmoved: [notice('2026-03-02 11:00', 'm9', 'family')],
})
