import { describe, expect, it } from 'vitest'
import { deliveryToDetentionHouse as rule } from '../../../server/rules/coercive-measure/delivery-to-detention-house.ts'
import { measure } from '../../support/custody.ts'
import { describeLimit } from '../../support/limits.ts'
import { given, type Moment } from '../../support/timeline.ts'

const own = measure('criminal-detention')
const admitted = (when: string, facilityKind = 'detention-house', more: object = {}): Moment => [
  when,
  'custody.admitted',
  { person: 'p1', facility: 'kss-1', facilityKind, ...more },
]

describeLimit('拘留后，应当立即将被拘留人送看守所羁押，至迟不得超过二十四小时（刑诉法第八十五条）', {
  rule,
  begins: (when, heard) => [own.starts(when, {}, heard)],
  done: admitted,
  begin: '2026-03-06 09:00',
  last: '2026-03-07 09:00',
  past: '2026-03-07 09:01',
  tooEarly: '2012-12-31 09:00',
  lawBegins: '2013-01-01 00:00',
  lawPast: '2013-01-02 00:01',
})
describe('送看守所: not any other place', () => {
  it('does not count a hospital or a lock-up', () =>
    expect(
      given(rule, own.starts('2026-03-02 09:00'), admitted('2026-03-02 12:00', 'lockup')).until('2026-03-03 09:01'),
    ).toHaveLength(1))
  it('ends when the person is released or the measure changed', () =>
    expect(given(rule, own.starts('2026-03-02 09:00'), own.ends('2026-03-02 20:00')).until('2026-03-05 00:00')).toEqual(
      [],
    ))
  it('does not count the admission of another person', () =>
    expect(
      given(
        rule,
        own.starts('2026-03-02 09:00'),
        admitted('2026-03-02 12:00', 'detention-house', { person: 'p2' }),
      ).until('2026-03-03 09:01'),
    ).toHaveLength(1))
})
