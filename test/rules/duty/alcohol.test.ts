import { describe, expect, it } from 'vitest'
import { alcohol as rule } from '../../../server/rules/duty/alcohol.ts'
import { day, watch } from '../../support/duty.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const far = '2026-03-09 00:00'
const blows = (when: string, mgPer100ml: number | null, more: object = {}, heard?: string): Moment => [
  when,
  'alcohol.tested',
  { test: 't1', officer: 'o1', unit: 'station-1', mgPer100ml, result: 'valid', context: 'spot-check', ...more },
  heard,
]
const told = '2026-03-01 06:00'

describe('值班备勤前十二小时内至值班备勤结束不得饮酒', () => {
  it('finds it during the watch, to its very end, and twelve hours before it, not a minute more', () => {
    const at8 = given(rule, watch({}, told), blows(`${day} 09:00`, 30)).until(far)
    expect(at8).toMatchObject([
      {
        grade: 'A',
        since: at(`${day} 09:00`),
        facts: { mgPer100ml: 30, because: 'on-duty', duty: 'd1' },
        concerns: { unit: 'station-1', officers: ['o1'] },
      },
    ])
    expect(given(rule, watch({}, told), blows(`${day} 20:00`, 30)).until(far)).toHaveLength(1)
    expect(given(rule, watch({}, told), blows(`${day} 20:01`, 30)).until(far)).toEqual([])
    expect(given(rule, watch({}, told), blows('2026-03-01 20:00', 30)).until(far)).toMatchObject([
      { facts: { because: 'before-duty' } },
    ])
    expect(given(rule, watch({}, told), blows('2026-03-01 19:59', 30)).until(far)).toEqual([])
  })
  it('finds nothing in what the tester’s error may be, a milligram more is too much', () => {
    expect(given(rule, watch({}, told), blows(`${day} 09:00`, 5)).until(far)).toEqual([])
    expect(given(rule, watch({}, told), blows(`${day} 09:00`, 6)).until(far)).toHaveLength(1)
  })
  it('nobody could keep from drinking for a watch that was assigned afterwards', () => {
    expect(given(rule, blows('2026-03-01 22:00', 30), watch({}, '2026-03-01 23:00')).until(far)).toEqual([])
    expect(given(rule, watch({}, '2026-03-01 21:00'), blows('2026-03-01 22:00', 30)).until(far)).toHaveLength(1)
  })
  it('follows a swap: the duty is the other’s from when they knew', () => {
    const swap: Moment = [
      '2026-03-01 12:00',
      'duty.swapped',
      { duty: 'd1', unit: 'station-1', from: 'o1', to: 'o2', sinceAt: null },
    ]
    expect(given(rule, watch({}, told), swap, blows('2026-03-01 22:00', 30)).until(far)).toEqual([])
    expect(
      given(rule, watch({}, told), swap, blows('2026-03-01 22:00', 30, { officer: 'o2' })).until(far),
    ).toHaveLength(1)
  })
  it('a patrol is duty as well; a day off is nobody’s business, a weapon or a wheel is', () => {
    const shift: Moment = [
      told,
      'shift.scheduled',
      {
        shift: 's',
        carrier: 'vehicle/v1',
        unit: 'station-1',
        beat: null,
        startsAt: at(`${day} 08:00`),
        endsAt: at(`${day} 20:00`),
        crew: ['o1'],
      },
    ]
    expect(given(rule, shift, blows(`${day} 09:00`, 30)).until(far)).toHaveLength(1)
    expect(given(rule, blows(`${day} 09:00`, 30)).until(far)).toEqual([])
    for (const context of ['with-weapon', 'before-driving'])
      expect(given(rule, blows(`${day} 09:00`, 30, { context })).until(far)).toMatchObject([
        { facts: { because: context } },
      ])
  })
  it('a test that was declined, or gave no reading, leaves it open', () => {
    expect(given(rule, watch({}, told), blows(`${day} 09:00`, null, { result: 'declined' })).until(far)).toEqual([])
    expect(given(rule, watch({}, told), blows(`${day} 09:00`, null, { result: 'invalid' })).until(far)).toEqual([])
  })
  it('dates truly what is told late, and judges from 28 December 2021', () => {
    expect(given(rule, watch({}, told), blows(`${day} 09:00`, 30, {}, `${day} 18:00`)).until(far)).toMatchObject([
      { since: at(`${day} 09:00`), openedAt: at(`${day} 18:00`) },
    ])
    const on = (d: string): Moment[] => [
      watch({ startsAt: at(`${d} 08:00`), endsAt: at(`${d} 20:00`) }, `${d} 06:00`),
      blows(`${d} 09:00`, 30),
    ]
    expect(given(rule, ...on('2021-12-27')).until('2022-02-01 00:00')).toEqual([])
    expect(given(rule, ...on('2021-12-28')).until('2022-02-01 00:00')).toHaveLength(1)
  })
})

describe('what the finding rests on', () => {
  it('the watch and the test', () => {
    expect(given(rule, watch({}, told), blows(`${day} 09:00`, 30)).until(far)).toMatchObject([{ evidence: [0, 1] }])
    expect(given(rule, watch({}, told), blows(`${day} 08:00`, 30)).until(far)).toMatchObject([
      { facts: { because: 'on-duty' } },
    ])
  })
  it('a watch assigned in the very moment of the test was known', () =>
    expect(given(rule, watch({}, '2026-03-01 22:00'), blows('2026-03-01 22:00', 30)).until(far)).toHaveLength(1))
  it('a test that gave no reading, or a faulty one, is unknown', () => {
    const verdict = (mg: number | null, more: object = {}) =>
      given(rule, watch({}, told), blows(`${day} 09:00`, mg, more)).verdict(far, 't1')
    const unknown = { is: 'unknown', missing: 'a valid reading of alcohol.tested' }
    expect(verdict(null)).toMatchObject(unknown)
    expect(verdict(30, { result: 'invalid' })).toMatchObject(unknown)
  })
})
