import { describe, expect, it } from 'vitest'
import { releasedAtNight as rule } from '../../../server/rules/continued-questioning/released-at-night.ts'
import { departs, measure, notice, person } from '../../support/custody.ts'
import { describeLimit } from '../../support/limits.ts'
import { at, given } from '../../support/timeline.ts'

const begun = [
  measure('continued-questioning').starts('2026-03-02 19:00'),
  person('2026-03-02 19:00', { birthDate: '1950-01-01' }),
]

describe('在晚上九点至次日早上七点之间释放的，应当通知其家属或者监护人领回 … 护送至其住地（第十条）', () => {
  it('opens an hour after a release at 22:00 with nobody collecting', () =>
    expect(given(rule, ...begun, departs('2026-03-02 22:00')).until('2026-03-03 00:00')).toMatchObject([
      { since: at('2026-03-02 23:00') },
    ]))
  it('finds nothing at the hour sharp, when collected before, when escorted, or by day', () => {
    expect(given(rule, ...begun, departs('2026-03-02 22:00')).until('2026-03-02 23:00')).toEqual([])
    expect(
      given(rule, ...begun, notice('2026-03-02 21:50', 'm1', 'collected-by-family'), departs('2026-03-02 22:00')).until(
        '2026-03-03 05:00',
      ),
    ).toEqual([])
    expect(
      given(rule, ...begun, departs('2026-03-02 22:00'), notice('2026-03-02 22:40', 'm1', 'escorted-home')).until(
        '2026-03-03 05:00',
      ),
    ).toEqual([])
    expect(given(rule, ...begun, departs('2026-03-02 20:59')).until('2026-03-03 05:00')).toEqual([])
    expect(given(rule, ...begun, departs('2026-03-03 07:00')).until('2026-03-03 15:00')).toEqual([])
  })
  it('counts from nine sharp until just before seven', () => {
    expect(given(rule, ...begun, departs('2026-03-02 21:00')).until('2026-03-03 00:00')).toHaveLength(1)
    expect(given(rule, ...begun, departs('2026-03-03 06:59')).until('2026-03-03 09:00')).toHaveLength(1)
  })
  it('is about protected persons only', () =>
    expect(
      given(
        rule,
        begun[0]!,
        person('2026-03-02 19:00', { birthDate: '1990-01-01' }),
        departs('2026-03-02 22:00'),
      ).until('2026-03-03 05:00'),
    ).toEqual([]))
})

describeLimit('领回或者护送（一小时为本地设定），六种情形', {
  rule,
  begins: (when, heard) => [
    measure('continued-questioning').starts(when, {}, heard),
    person(when, { pregnant: true }, heard),
    departs(when, {}, heard),
  ],
  done: (when) => notice(when, 'm1', 'escorted-home'),
  begin: '2026-03-02 22:00',
  last: '2026-03-02 23:00',
  past: '2026-03-02 23:01',
  tooEarly: '2004-09-30 23:00',
  lawBegins: '2004-10-01 00:00',
  lawPast: '2004-10-01 01:01',
  unmoved: [notice('2026-03-02 22:10', 'm1', 'family')],
})
