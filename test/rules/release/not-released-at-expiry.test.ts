import { describe, expect, it } from 'vitest'
import { notReleasedAtExpiry as rule } from '../../../server/rules/release/not-released-at-expiry.ts'
import { measure } from '../../support/custody.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const of = { person: 'p1', facility: 'kss-1', facilityKind: 'detention-house', measure: 'm1' }
const set = (when: string, expires: string, heard?: string): Moment => [
  when,
  'custody.expiry-set',
  { ...of, expiresAt: at(expires) },
  heard,
]
const released = (when: string): Moment => [when, 'custody.released', of]
const day = set('2026-03-05 15:00', '2026-05-06 00:00')

describe('法定期限届满的犯罪嫌疑人，应当予以释放（程序规定第一百六十一条）', () => {
  it('finds nothing when released at the expiry sharp', () =>
    expect(given(rule, day, released('2026-05-06 00:00')).until('2026-06-01 00:00')).toEqual([]))
  it('opens just past it with nobody reporting', () =>
    expect(given(rule, day).until('2026-05-06 00:01')).toMatchObject([
      { since: at('2026-05-06 00:00'), openedAt: at('2026-05-06 00:00') + 1 },
    ]))
  it('moves with an extension that is recorded', () =>
    expect(given(rule, day, set('2026-05-01 00:00', '2026-06-06 00:00')).until('2026-06-06 00:00')).toEqual([]))
  it('goes by the release, whichever paper was made before or after it', () => {
    const paper = (when: string, how = 'released') => measure('arrest').ends(when, how)
    expect(given(rule, day, released('2026-05-05 15:00'), paper('2026-05-07 09:00')).until('2026-06-01 00:00')).toEqual(
      [],
    )
    expect(
      given(rule, day, paper('2026-05-05 15:00'), released('2026-05-08 09:00')).until('2026-06-01 00:00'),
    ).toMatchObject([{ since: at('2026-05-06 00:00'), facts: { releasedAt: at('2026-05-08 09:00') } }])
    expect(
      given(rule, day, paper('2026-05-05 15:00', 'changed'), released('2026-09-08 09:00')).until('2026-10-01 00:00'),
    ).toEqual([])
  })
  it('counts a release that names no measure for those of the person', () =>
    expect(
      given(rule, measure('arrest').starts('2026-03-05 10:00'), day, [
        '2026-05-05 15:00',
        'custody.released',
        { ...of, measure: null },
      ]).until('2026-06-01 00:00'),
    ).toEqual([]))
  it('does not stop for a holiday', () =>
    expect(
      given(
        rule,
        [
          '2026-01-01 00:00',
          'calendar.published',
          { year: 2026, holidays: ['2026-05-05', '2026-05-06'], workdays: [], source: 't' },
        ],
        day,
      ).until('2026-05-06 00:01'),
    ).toHaveLength(1))
  it('dates a late report truly', () =>
    expect(
      given(rule, set('2026-03-05 15:00', '2026-05-06 00:00', '2026-05-20 00:00')).until('2026-05-20 00:01'),
    ).toMatchObject([{ since: at('2026-05-06 00:00') }]))
  it('says nothing of a time before 2013', () =>
    expect(given(rule, set('2012-10-01 00:00', '2012-12-31 00:00')).until('2013-06-01 00:00')).toEqual([]))
})
