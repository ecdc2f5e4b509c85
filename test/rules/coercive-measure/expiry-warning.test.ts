import { describe, expect, it } from 'vitest'
import { expiryWarning as rule } from '../../../server/rules/coercive-measure/expiry-warning.ts'
import { measure } from '../../support/custody.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const of = { person: 'p1', facility: 'kss-1', facilityKind: 'detention-house', measure: 'm1' }
const set = (when: string, expires: string, heard?: string): Moment => [
  when,
  'custody.expiry-set',
  { ...of, expiresAt: at(expires) },
  heard,
]
const warned = (when: string): Moment => [when, 'custody.expiry-warned', of]

describe('羁押期限届满前七日以内向办案机关发出羁押期限即将届满通知书（检察规则第六百一十五条）', () => {
  const day = set('2026-03-05 15:00', '2026-05-06 00:00')
  it('finds nothing when warned at seven days sharp', () =>
    expect(given(rule, day, warned('2026-04-29 00:00')).until('2026-06-01 00:00')).toEqual([]))
  it('opens just past it, with nobody reporting', () => {
    expect(given(rule, day).until('2026-04-29 00:00')).toEqual([])
    expect(given(rule, day).until('2026-04-29 00:01')).toMatchObject([
      { since: at('2026-04-29 00:00'), concerns: { unit: 'kss-1' } },
    ])
    expect(given(rule, day, warned('2026-04-30 09:00')).grown('2026-05-05 00:00')).toMatchObject([
      { facts: { dueAt: at('2026-04-29 00:00'), doneAt: at('2026-04-30 09:00') } },
    ])
  })
  it('moves with an extension of the term', () =>
    expect(given(rule, day, set('2026-04-20 00:00', '2026-06-06 00:00')).until('2026-05-30 00:00')).toEqual([]))
  it('asks for a warning of each term, told once or again', () => {
    const longer = set('2026-05-04 10:00', '2026-06-06 00:00')
    expect(given(rule, day, warned('2026-04-28 10:00'), longer).until('2026-05-31 00:00')).toMatchObject([
      { since: at('2026-05-30 00:00') },
    ])
    expect(
      given(rule, day, warned('2026-04-28 10:00'), longer, warned('2026-05-29 10:00')).until('2026-05-31 00:00'),
    ).toEqual([])
    expect(
      given(rule, day, warned('2026-04-28 10:00'), set('2026-04-28 12:00', '2026-05-06 00:00')).until(
        '2026-06-01 00:00',
      ),
    ).toEqual([])
    const again = set('2026-05-01 00:00', '2026-05-06 00:00')
    expect(given(rule, day, again).verdict('2026-05-02 00:00', 'm1')).toMatchObject({ is: 'breach' })
  })
  it('counts a release that names no measure for those of the person', () =>
    expect(
      given(rule, measure('arrest').starts('2026-03-05 10:00'), day, [
        '2026-04-01 00:00',
        'custody.released',
        { person: 'p1', facility: 'kss-1', facilityKind: 'detention-house' },
      ]).until('2026-06-01 00:00'),
    ).toEqual([]))
  it('stops when the person is released', () =>
    expect(
      given(rule, day, [
        '2026-04-01 00:00',
        'custody.released',
        { person: 'p1', facility: 'kss-1', facilityKind: 'detention-house', measure: 'm1' },
      ]).until('2026-06-01 00:00'),
    ).toEqual([]))
  it('does not judge a term registered with less than seven days left, or before the rule', () => {
    expect(given(rule, set('2026-05-01 00:00', '2026-05-06 00:00')).until('2026-06-01 00:00')).toEqual([])
    expect(given(rule, set('2019-12-29 00:00', '2020-02-01 00:00')).until('2020-06-01 00:00')).toEqual([])
  })
  it('dates a late report truly', () =>
    expect(
      given(rule, set('2026-03-05 15:00', '2026-05-06 00:00', '2026-05-20 00:00')).until('2026-05-20 00:01'),
    ).toMatchObject([{ since: at('2026-04-29 00:00') }]))
})
