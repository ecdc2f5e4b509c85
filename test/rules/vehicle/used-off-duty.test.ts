import { describe, expect, it } from 'vitest'
import { usedOffDuty as rule } from '../../../server/rules/vehicle/used-off-duty.ts'
import { closed, fix, fixes, inside, metresNorth, order, roster, shift, task } from '../../support/patrol.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const day = '2026-03-02'
/** Drives north at 36 km/h. */
const drives = (from: string, to: string, more: object = {}): Moment[] => {
  const start = at(`${day} ${from}`)
  const lasts = (at(`${day} ${to}`) - start) / 1000
  return fixes(`${day} ${from}`, `${day} ${to}`, (s) => [116.05, 30.05 + metresNorth(10 * s * lasts)], {
    speedKmh: 36,
    ...more,
  })
}
const night = `${day} 23:59`

describe('警车……应当严格按照规定的用途和条件使用。（道路交通安全法第十五条）', () => {
  it('finds a car driven at night outside any shift', () => {
    expect(given(rule, ...roster, ...drives('21:00', '21:20')).until(night)).toMatchObject([
      {
        grade: 'B',
        since: at(`${day} 21:00`),
        openedAt: at(`${day} 21:02:30`),
        facts: { startedAt: at(`${day} 21:00`) },
        concerns: { unit: 's1', carrier: 'vehicle/v1', officers: [], place: inside },
      },
    ])
  })
  it('finds nothing at the dwell exactly', () => {
    expect(given(rule, ...roster, ...drives('21:00', '21:02')).until(night)).toEqual([])
  })
  it('finds nothing on the yard: the error circles must lie further apart than the distance', () => {
    const shunted = fixes(`${day} 21:00`, `${day} 21:20`, (s) => [116.05, 30.05 + metresNorth(300 * s)], {
      speedKmh: 10,
    })
    expect(given(rule, ...roster, ...shunted).until(night)).toEqual([])
    const vague = drives('21:00', '21:05', { accuracyM: 1500 })
    expect(given(rule, ...roster, ...vague).until(night)).toEqual([])
  })
  it('finds nothing in a parked car whose position drifts', () => {
    const drift = fixes(`${day} 21:00`, `${day} 22:00`, (s) => [116.05, 30.05 + metresNorth(20 * Math.sin(s * 90))], {
      speedKmh: null,
    })
    expect(given(rule, ...roster, ...drift).until(night)).toEqual([])
  })
  it('sees a car that reports no speed by where it is', () => {
    expect(given(rule, ...roster, ...drives('21:00', '21:10', { speedKmh: null })).until(night)).toHaveLength(1)
  })
  it('ends when the car has stood long enough', () => {
    const parked = fixes(`${day} 21:10:30`, `${day} 21:30`, () => [116.05, 30.11], { speedKmh: 0 })
    expect(
      given(rule, ...roster, ...drives('21:00', '21:10'), ...parked)
        .events(night)
        .at(-1),
    ).toMatchObject({ is: 'ended', because: 'clear' })
  })
  it('ends as unknown when it falls silent with nobody reporting', () => {
    expect(
      given(rule, ...roster, ...drives('21:00', '21:10'))
        .events(night)
        .at(-1),
    ).toMatchObject({ is: 'ended', because: 'unknown', at: at(`${day} 21:15`) + 1 })
  })
})

describe('duty, orders and tasks', () => {
  it('finds nothing on shift, nor on the way to and from it', () => {
    const [early, usual, after] = [drives('07:35', '07:59'), drives('09:00', '10:00'), drives('16:05', '16:25')]
    expect(given(rule, ...roster, ...early, ...usual, ...after).until(night)).toEqual([])
  })
  it('counts from the end of the handover when a trip goes on', () => {
    expect(given(rule, ...roster, ...drives('16:20', '16:40')).until(night)).toMatchObject([
      { since: at(`${day} 16:30`) },
    ])
  })
  it('follows an extension of the shift', () => {
    expect(
      given(rule, ...roster, shift(`${day} 08:00`, `${day} 22:00`), ...drives('21:00', '21:20')).until(night),
    ).toEqual([])
  })
  it('finds nothing under an order or an approved task, even one we learn of late', () => {
    expect(
      given(rule, ...roster, order(`${day} 20:55`), ...drives('21:00', '21:20'), closed(`${day} 21:20`)).until(night),
    ).toEqual([])
    expect(
      given(rule, ...roster, task(`${day} 20:00`, `${day} 22:00`, 'garage'), ...drives('21:00', '21:20')).until(night),
    ).toEqual([])
    const late = order(`${day} 20:55`, {}, `${day} 21:20:10`)
    expect(
      given(rule, ...roster, ...drives('21:00', '21:20'), late)
        .events(night)
        .at(-1),
    ).toMatchObject({ is: 'ended' })
  })
  it('says nothing of a car the roster does not know', () => {
    expect(given(rule, ...roster.slice(0, 3), ...drives('21:00', '21:20')).until(night)).toEqual([])
  })
})

describe('a device that reported late, or made things up', () => {
  it('gives a late finding with the true beginning', () => {
    const late = drives('21:00', '21:10', { delivery: 'backfill' }).map(
      ([w, k, d]): Moment => [w, k, d ?? {}, `${day} 22:00`],
    )
    expect(given(rule, ...roster, fix(`${day} 21:55`, inside, { speedKmh: 0 }), ...late).until(night)).toMatchObject([
      { subject: 'vehicle/v1/late', since: at(`${day} 21:00`), openedAt: at(`${day} 22:00`), facts: { late: true } },
    ])
  })
  it('is not judged on made-up positions', () => {
    expect(given(rule, ...roster, ...drives('21:00', '21:20', { mocked: true })).until(night)).toEqual([])
  })
  it('judges by the law in force from May 2004, not before', () => {
    expect(rule.params.map((p) => p.from)).toEqual(['2004-05-01'])
  })
})
