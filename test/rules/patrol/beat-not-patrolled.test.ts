import { describe, expect, it } from 'vitest'
import type { LngLat } from '../../../server/domain/geo.ts'
import { beatNotPatrolled as rule } from '../../../server/rules/patrol/beat-not-patrolled.ts'
import { beyond, closed, fix, fixes, inside, order, roster, shift, square, zone } from '../../support/patrol.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const day = '2026-03-02'
const points = [
  { id: 'p1', place: [116.02, 30.05] as LngLat, name: '桥头' },
  { id: 'p2', place: [116.08, 30.05] as LngLat, name: '车站' },
]
const withPoints = zone('b1', 'beat', square(116, 30, 116.1, 30.1), { routePoints: points })
const base = [...roster, withPoints]
const stays = (from: string, to: string, place: LngLat = inside, more: object = {}): Moment[] =>
  fixes(`${day} ${from}`, `${day} ${to}`, () => place, more, 60)
const laps = (from: string, to: string, west = 116.01, east = 116.09): Moment[] =>
  fixes(`${day} ${from}`, `${day} ${to}`, (s) => [west + (east - west) * Math.abs(((s * 20) % 2) - 1), 30.05], {}, 60)
const judged = `${day} 16:16`

describe('人民警察必须执行上级的决定和命令。（人民警察法第三十二条）— the beat is patrolled, its route points passed', () => {
  it('finds nothing when the shift was spent in the beat and every point passed', () => {
    expect(given(rule, ...base, ...laps('08:00', '16:00')).until(judged)).toEqual([])
  })
  it('names the points that were missed', () => {
    expect(given(rule, ...base, ...laps('08:00', '16:00', 116.01, 116.06)).until(judged)).toMatchObject([
      {
        subject: 'vehicle/v1#day',
        since: at(`${day} 16:00`),
        openedAt: at(`${day} 16:15`) + 1,
        facts: { pointsPassed: 1, points: 2, missedPoints: 'p2', sharePercent: 100, late: false },
        concerns: { unit: 's1', carrier: 'vehicle/v1', officers: ['o1', 'o2'] },
      },
    ])
  })
  it('finds a shift spent elsewhere', () => {
    const elsewhere = [...laps('08:00', '10:00'), ...stays('10:01', '16:00', beyond(3000))]
    expect(given(rule, ...base, ...elsewhere).until(judged)).toMatchObject([
      { facts: { pointsPassed: 2, sharePercent: 26 } },
    ])
  })
  it('accepts just the required share', () => {
    const half = [...laps('08:00', '12:00'), ...stays('12:01', '16:00', beyond(3000))]
    expect(given(rule, ...base, ...half).until(judged)).toEqual([])
  })
  it('waits for late reports, and one second before it says nothing', () => {
    expect(given(rule, ...base, ...stays('08:00', '16:00')).until(`${day} 16:15`)).toEqual([])
  })
  it('counts a point passed between two fixes close in time', () => {
    const past = [fix(`${day} 09:00`, [116.07, 30.05]), fix(`${day} 09:01`, [116.09, 30.05])]
    const fixesOfDay = [...laps('08:00', '08:59', 116.01, 116.06), ...past, ...laps('09:02', '16:00', 116.01, 116.06)]
    expect(given(rule, ...base, ...fixesOfDay).until(judged)).toEqual([])
  })
  it('gives the benefit of the doubt to a position whose error circle touches the beat', () => {
    const vague = stays('08:00', '16:00', beyond(400), { accuracyM: 500 })
    expect(given(rule, ...roster, ...vague).until(judged)).toEqual([])
  })
})

describe('what was not observed is not judged (invariant I4)', () => {
  it('says nothing of a shift with too few positions', () => {
    expect(given(rule, ...base, ...stays('08:00', '12:00', beyond(3000))).until(judged)).toEqual([])
  })
  it('does not count made-up positions either way', () => {
    expect(given(rule, ...base, ...stays('08:00', '16:00', beyond(3000), { mocked: true })).until(judged)).toEqual([])
  })
})

describe('time under orders is taken off', () => {
  it('asks nothing of a shift that was all orders', () => {
    const busy = [order(`${day} 08:00`), ...stays('08:01', '15:30', beyond(3000)), closed(`${day} 15:30`)]
    expect(given(rule, ...base, ...busy).until(judged)).toEqual([])
  })
  it('asks the share of what remains', () => {
    const half = [
      ...laps('08:00', '09:30'),
      order(`${day} 09:30`),
      ...stays('09:31', '15:00', beyond(3000)),
      closed(`${day} 15:00`),
    ]
    expect(given(rule, ...base, ...half, ...laps('15:01', '16:00')).until(judged)).toEqual([])
  })
  it('follows a shift that was moved or cancelled', () => {
    const moved = shift(`${day} 08:00`, `${day} 10:00`)
    expect(given(rule, ...base, moved, ...laps('08:00', '10:00')).until(judged)).toEqual([])
    const cancelled: Moment = [
      '2026-03-01 09:00',
      'shift.cancelled',
      { shift: 'day', carrier: 'vehicle/v1', reason: 'x' },
    ]
    expect(given(rule, ...base, cancelled, ...stays('08:00', '16:00', beyond(3000))).until(judged)).toEqual([])
  })
})

describe('a device that reported late', () => {
  const buffered = laps('12:00', '16:00').map(
    ([w, k, d]): Moment => [w, k, { ...d, delivery: 'backfill' }, `${day} 18:00`],
  )
  const live = laps('08:00', '11:59', 116.01, 116.06)
  it('is judged when its reports come, and a missed point may turn out passed', () => {
    expect(given(rule, ...base, ...live).until(`${day} 17:00`)).toEqual([])
    expect(given(rule, ...base, ...live, ...buffered).until(`${day} 19:00`)).toEqual([])
  })
  it('is told to be late', () => {
    const west = buffered.map(([w, k, d, h]): Moment => [w, k, { ...d, position: [116.02, 30.05] }, h!])
    expect(given(rule, ...base, ...live, ...west).until(`${day} 19:00`)).toMatchObject([
      { since: at(`${day} 16:00`), facts: { late: true, missedPoints: 'p2' } },
    ])
  })
  it('judges by the regulation in force from October 2011, not before', () => {
    expect(rule.params.map((p) => p.from)).toEqual(['2011-10-01'])
  })
})
