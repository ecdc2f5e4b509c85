import { describe, expect, it } from 'vitest'
import { outdoorTime as rule } from '../../../server/rules/detention/outdoor-time.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const judged = (outdoorMinutes: number, facilityKind = 'lockup') =>
  given(rule, [
    '2026-03-02 22:00',
    'custody.activity',
    { person: 'p1', facility: 'jls-1', facilityKind, day: '2026-03-02', outdoorMinutes },
  ]).until('2026-03-03 00:00')

describe('拘留所应当保证被拘留人每日不少于2小时的拘室外活动时间（拘留所条例第二十一条）', () => {
  it('accepts 120 minutes and opens for 119', () => {
    expect(judged(120)).toEqual([])
    expect(judged(119)).toMatchObject([{ facts: { day: '2026-03-02', outdoorMinutes: 119 } }])
  })
  it('is wrong from the end of the day, however late the day is recorded or corrected', () =>
    expect(
      given(
        rule,
        ...[110, 119].map(
          (outdoorMinutes, i): Moment => [
            `2026-03-0${4 + i} 08:00`,
            'custody.activity',
            { person: 'p1', facility: 'jls-1', facilityKind: 'lockup', day: '2026-03-02', outdoorMinutes },
          ],
        ),
      ).until('2026-03-06 00:00'),
    ).toMatchObject([{ since: at('2026-03-03 00:00') }]))
  it('is about lock-ups', () => expect(judged(0, 'detention-house')).toEqual([]))
  it('leaves the days of intake and release to people, and judges those between（每日）', () => {
    const inside = (kind: 'custody.admitted' | 'custody.released', when: string): Moment => [
      when,
      kind,
      { person: 'p1', facility: 'jls-1', facilityKind: 'lockup' },
    ]
    const day = (date: string, when = `${date} 09:00`): Moment => [
      when,
      'custody.activity',
      { person: 'p1', facility: 'jls-1', facilityKind: 'lockup', day: date, outdoorMinutes: 30 },
    ]
    expect(
      given(
        rule,
        inside('custody.admitted', '2026-03-01 08:00'),
        day('2026-03-01'),
        day('2026-03-02'),
        day('2026-03-03', '2026-03-03 23:00'),
        inside('custody.released', '2026-03-03 10:00'),
      )
        .until('2026-03-05 00:00')
        .map((f) => f.facts.day),
    ).toEqual(['2026-03-02'])
  })
})
