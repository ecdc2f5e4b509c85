import { describe, expect, it } from 'vitest'
import { deliveryAfterArrest as rule } from '../../../server/rules/coercive-measure/delivery-after-arrest.ts'
import { measure } from '../../support/custody.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const own = measure('arrest')
const place = (
  when: string,
  kind: 'custody.admitted' | 'custody.released',
  more: object = {},
  heard?: string,
): Moment => [when, kind, { person: 'p1', facility: 'kss-1', facilityKind: 'detention-house', ...more }, heard]
const judged = (...moments: readonly Moment[]) => given(rule, ...moments).until('2026-04-20 00:00')

describe('逮捕后，应当立即将被逮捕人送看守所羁押（程序规定第一百四十三条；一日为本地设定）', () => {
  it('finds nothing at the limit exactly', () =>
    expect(judged(own.starts('2026-03-02 10:00'), place('2026-03-03 10:00', 'custody.admitted'))).toEqual([]))
  it('opens just past it, dated from the limit', () =>
    expect(judged(own.starts('2026-03-02 10:00'), place('2026-03-03 10:01', 'custody.admitted'))).toMatchObject([
      { since: at('2026-03-03 10:00'), concerns: { unit: 'station-1' } },
    ]))
  it('says nothing with nobody reporting: an admission that was not registered is not seen', () =>
    expect(judged(own.starts('2026-03-02 10:00'))).toEqual([]))
  it('does not mean somebody who is inside already', () =>
    expect(
      judged(
        place('2026-03-01 10:00', 'custody.admitted'),
        own.starts('2026-03-02 10:00'),
        place('2026-03-09 10:00', 'custody.admitted'),
      ),
    ).toEqual([]))
  it('means somebody who had been let go, and no other kind of facility', () => {
    expect(
      judged(
        place('2026-02-25 10:00', 'custody.admitted'),
        place('2026-02-28 10:00', 'custody.released'),
        own.starts('2026-03-02 10:00'),
        place('2026-03-04 10:00', 'custody.admitted'),
      ),
    ).toHaveLength(1)
    expect(
      judged(
        own.starts('2026-03-02 10:00'),
        place('2026-03-04 10:00', 'custody.admitted', { facilityKind: 'hospital' }),
      ),
    ).toEqual([])
  })
  it('has neither a pause nor an extension, and is dated truly when heard of late', () =>
    expect(
      judged(
        own.starts('2026-03-02 10:00'),
        own.extended('2026-03-02 12:00', 2, 'month', 'city-procuratorate'),
        place('2026-03-04 10:00', 'custody.admitted', {}, '2026-03-20 10:00'),
      ),
    ).toMatchObject([{ since: at('2026-03-03 10:00'), openedAt: at('2026-03-20 10:00') }]))
  it('judges nothing from before 2013, and everything from its first day', () => {
    const on = (day: number) => [
      own.starts(`201${day === 31 ? '2-12' : '3-01'}-${String(day).padStart(2, '0')} 00:00`),
      place('2013-01-10 10:00', 'custody.admitted'),
    ]
    expect(judged(...on(31))).toEqual([])
    expect(judged(...on(1))).toHaveLength(1)
  })
})
