import { describe, expect, it } from 'vitest'
import { custodyMonths as rule } from '../../../server/rules/coercive-measure/custody-months.ts'
import { measure } from '../../support/custody.ts'
import { describeLimit } from '../../support/limits.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const own = measure('arrest', { stay: null })
const prosecution = (when: string): Moment => [
  when,
  'application.made',
  { application: 'x1', kind: 'prosecution', person: 'p1', unit: 'station-1' },
]

describeLimit('对犯罪嫌疑人逮捕后的侦查羁押期限不得超过二个月（刑诉法第一百五十六条）', {
  rule,
  begins: (when, heard) => [own.starts(when, {}, heard)],
  done: prosecution,
  begin: '2026-03-05 15:00',
  last: '2026-05-06 00:00',
  past: '2026-05-06 00:01',
  tooEarly: '2012-12-31 09:00',
  lawBegins: '2013-01-01 00:00',
  lawPast: '2013-03-02 00:01',
  unmoved: [
    ['2026-04-01 00:00', 'measure.clock-stopped', { ...own.of, reason: 'other-appraisal', rank: 'bureau-chief' }],
  ],
})

describe('months end on the month’s last day when it lacks the date', () => {
  it('31 December + 2 months = 28 or 29 February', () => {
    expect(given(rule, own.starts('2025-12-31 10:00')).until('2026-03-01 00:01')).toMatchObject([
      { since: at('2026-03-01 00:00') },
    ])
    expect(given(rule, own.starts('2027-12-31 10:00')).until('2028-03-01 00:01')).toMatchObject([
      { since: at('2028-03-01 00:00') },
    ])
  })
})

describe('延长一个月 · 二个月 · 再延长二个月（第一百五十六条、第一百五十八条、第一百五十九条）', () => {
  const begun = own.starts('2026-03-05 15:00')
  const to3 = own.extended('2026-05-01 00:00', 3, 'month', 'city-procuratorate')
  const to5 = own.extended('2026-06-01 00:00', 5, 'month', 'provincial-procuratorate')
  const to7 = own.extended('2026-08-01 00:00', 7, 'month', 'provincial-procuratorate')
  it('runs to three, five and seven months, each approved by the right procuratorate', () => {
    expect(given(rule, begun, to3).until('2026-06-06 00:01')).toMatchObject([{ since: at('2026-06-06 00:00') }])
    expect(given(rule, begun, to3, to5).until('2026-08-06 00:01')).toMatchObject([{ since: at('2026-08-06 00:00') }])
    expect(given(rule, begun, to3, to5, to7).until('2026-10-06 00:01')).toMatchObject([
      { since: at('2026-10-06 00:00') },
    ])
  })
  it('does not count a step that was skipped, a lower procuratorate, or an approval after expiry', () => {
    expect(given(rule, begun, to5).until('2026-05-06 00:01')).toHaveLength(1)
    expect(
      given(rule, begun, to3, own.extended('2026-06-01 00:00', 5, 'month', 'city-procuratorate')).until(
        '2026-06-06 00:01',
      ),
    ).toHaveLength(1)
    expect(
      given(rule, begun, own.extended('2026-05-07 00:00', 3, 'month', 'city-procuratorate')).until('2026-05-08 00:00'),
    ).toHaveLength(1)
  })
})

describe('paused and restarted clocks（第一百六十条、程序规定第二百五十七条）', () => {
  const begun = own.starts('2026-03-05 15:00')
  const stopped = (when: string, reason: string, rank = 'bureau-chief'): Moment => [
    when,
    'measure.clock-stopped',
    { ...own.of, reason, rank },
  ]
  const restarted = (when: string): Moment => [when, 'measure.clock-restarted', own.of]
  it('stands still during a psychiatric appraisal', () => {
    expect(given(rule, begun, stopped('2026-04-01 00:00', 'psychiatric-appraisal')).until('2026-12-01 00:00')).toEqual(
      [],
    )
    expect(
      given(rule, begun, stopped('2026-04-01 00:00', 'psychiatric-appraisal'), restarted('2026-04-11 00:00')).until(
        '2026-05-16 00:01',
      ),
    ).toMatchObject([{ since: at('2026-05-16 00:00') }])
  })
  it('stands still for an unknown identity only when the county chief approved', () => {
    expect(given(rule, begun, stopped('2026-03-05 15:00', 'identity-unknown')).until('2026-12-01 00:00')).toEqual([])
    expect(
      given(rule, begun, stopped('2026-03-05 15:00', 'identity-unknown', 'officer')).until('2026-05-06 00:01'),
    ).toHaveLength(1)
  })
  it('runs for two months from the day on which the identity was found', () => {
    const found = [stopped('2026-03-08 10:00', 'identity-unknown'), restarted('2026-04-20 15:00')]
    expect(given(rule, begun, ...found).until('2026-06-21 00:00')).toEqual([])
    expect(given(rule, begun, ...found).until('2026-06-21 00:01')).toMatchObject([{ since: at('2026-06-21 00:00') }])
    const longer = own.extended('2026-06-10 10:00', 3, 'month', 'city-procuratorate')
    expect(given(rule, begun, ...found, longer).until('2026-07-21 00:01')).toMatchObject([
      { since: at('2026-07-21 00:00') },
    ])
  })
  it('adds whole days for a psychiatric appraisal: the term still ends at midnight', () =>
    expect(
      given(rule, begun, stopped('2026-04-01 10:00', 'psychiatric-appraisal'), restarted('2026-04-11 16:00')).until(
        '2026-05-16 00:01',
      ),
    ).toMatchObject([{ since: at('2026-05-16 00:00') }]))
  it('is revived by nothing that comes after its end: no appraisal, no other crime', () => {
    const said = (after: Moment): string[] =>
      given(rule, begun, after)
        .events('2026-06-01 00:00')
        .map((e) => e.is)
        .filter((is) => is !== 'warned')
    expect(said(stopped('2026-05-08 00:00', 'psychiatric-appraisal'))).toEqual(['opened'])
    expect(
      said([
        '2026-05-12 10:00',
        'measure.recalculated',
        { ...own.of, discoveredAt: at('2026-05-10 10:00'), rank: 'bureau-chief' },
      ]),
    ).toEqual(['opened'])
  })
  it('begins again for a crime discovered in time though approved within the five days after the end', () => {
    const again: Moment = [
      '2026-05-08 10:00',
      'measure.recalculated',
      { ...own.of, discoveredAt: at('2026-05-05 10:00'), rank: 'bureau-chief' },
    ]
    expect(given(rule, begun, again).until('2026-07-06 00:01')).toMatchObject([
      { since: at('2026-05-06 00:00') },
      { since: at('2026-07-06 00:00') },
    ])
  })
  it('begins again when another important crime is discovered', () => {
    const again: Moment = [
      '2026-04-22 10:00',
      'measure.recalculated',
      { ...own.of, discoveredAt: at('2026-04-20 10:00'), rank: 'bureau-chief' },
    ]
    expect(given(rule, begun, again).until('2026-06-21 00:00')).toEqual([])
    expect(given(rule, begun, again).until('2026-06-21 00:01')).toMatchObject([{ since: at('2026-06-21 00:00') }])
  })
})
