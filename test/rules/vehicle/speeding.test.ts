import { describe, expect, it } from 'vitest'
import type { LngLat } from '../../../server/domain/geo.ts'
import { speeding as rule } from '../../../server/rules/vehicle/speeding.ts'
import { closed, fix, fixes, inside, metresNorth, order, roster, square, task, zone } from '../../support/patrol.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const day = '2026-03-02'
const at_ = (
  speedKmh: number,
  from = '10:00:00',
  to = '10:01:00',
  more: object = {},
  place: LngLat = inside,
): Moment[] => fixes(`${day} ${from}`, `${day} ${to}`, () => place, { speedKmh, ...more }, 5)
const town = zone('l1', 'speed-limit', square(116.04, 30.04, 116.06, 30.06), { limitKmh: 40 })
const school = zone('l2', 'speed-limit', square(116.045, 30.045, 116.055, 30.055), { limitKmh: 30 })
const highway = zone('l3', 'speed-limit', square(116.04, 30.06, 116.06, 30.08), { limitKmh: 100 })
const later = `${day} 10:05`

describe('机动车上道路行驶，不得超过限速标志标明的最高时速。（道路交通安全法第四十二条）', () => {
  it('finds nothing at the limit, nor within the tolerance of the measurement', () => {
    expect(given(rule, ...roster, ...at_(70)).until(later)).toEqual([])
    expect(given(rule, ...roster, ...at_(77)).until(later)).toEqual([])
  })
  it('finds a car above the limit of the zone', () => {
    expect(given(rule, ...roster, town, ...at_(60)).until(later)).toMatchObject([
      {
        since: at(`${day} 10:00:00`),
        openedAt: at(`${day} 10:00:20`),
        facts: { limitKmh: 40, limitZone: 'l1', highestKmh: 60 },
        concerns: { unit: 's1', carrier: 'vehicle/v1', officers: ['o1', 'o2'] },
      },
    ])
  })
  it('uses the default where no zone is drawn（实施条例第四十五条）', () => {
    expect(given(rule, ...roster, ...at_(78)).until(later)).toMatchObject([
      { facts: { limitKmh: 70, limitZone: null } },
    ])
  })
  it('finds nothing in a moment: at the dwell exactly it is still one measurement', () => {
    expect(given(rule, ...roster, ...at_(90, '10:00:00', '10:00:15')).until(later)).toEqual([])
    expect(given(rule, ...roster, ...at_(90, '10:00:00', '10:00:20')).until(later)).toHaveLength(1)
  })
  it('does not join two fast moments across a silence', () => {
    expect(
      given(
        rule,
        ...roster,
        fix(`${day} 10:00`, inside, { speedKmh: 90 }),
        fix(`${day} 10:02`, inside, { speedKmh: 90 }),
      ).until(later),
    ).toEqual([])
  })
  it('ends at the limit, not already within the tolerance', () => {
    const slows = [
      ...at_(90),
      fix(`${day} 10:01:05`, inside, { speedKmh: 75 }),
      fix(`${day} 10:01:10`, inside, { speedKmh: 69 }),
    ]
    expect(
      given(rule, ...roster, ...slows)
        .events(later)
        .filter((e) => e.is === 'ended'),
    ).toMatchObject([{ at: at(`${day} 10:01:10`), because: 'clear' }])
  })
  it('ends as unknown when the car falls silent', () => {
    expect(
      given(rule, ...roster, ...at_(90))
        .events(later)
        .at(-1),
    ).toMatchObject({ is: 'ended', because: 'unknown', at: at(`${day} 10:02:00`) + 1 })
  })
  it('says something new only when the speed has grown by 5 km/h', () => {
    const faster = [...at_(80), ...at_(83, '10:01:05', '10:01:20'), ...at_(95, '10:01:25', '10:01:40')]
    const events = given(rule, ...roster, ...faster).events(`${day} 10:02`)
    expect(events.map((e) => e.is)).toEqual(['opened', 'continued'])
    expect(events.at(-1)).toMatchObject({ finding: { facts: { highestKmh: 95 }, openedAt: at(`${day} 10:00:20`) } })
  })
})

describe('the limit is the one that certainly binds', () => {
  it('is the lowest of the zones that hold the whole error circle', () => {
    expect(given(rule, ...roster, town, school, ...at_(50)).until(later)).toMatchObject([
      { facts: { limitKmh: 30, limitZone: 'l2' } },
    ])
  })
  it('is the higher one where the circle touches a faster road', () => {
    const edge: LngLat = [116.05, 30.06 - metresNorth(8)]
    expect(given(rule, ...roster, town, highway, ...at_(95, '10:00:00', '10:01:00', {}, edge)).until(later)).toEqual([])
    expect(
      given(rule, ...roster, town, highway, ...at_(95, '10:00:00', '10:01:00', { accuracyM: 5 }, edge)).until(later),
    ).toHaveLength(1)
  })
  it('is the map of that moment', () => {
    const withdrawn: Moment = [
      '2026-03-01 09:00',
      'zone.withdrawn',
      { zone: 'l1', validUntil: at('2026-03-02 00:00'), by: 'system', reason: 'x' },
    ]
    expect(given(rule, ...roster, town, withdrawn, ...at_(60)).until(later)).toEqual([])
  })
})

describe('警车……执行紧急任务时……不受行驶路线、行驶方向、行驶速度和信号灯的限制（道路交通安全法第五十三条）', () => {
  it('finds nothing under an urgent order, by the true order of things', () => {
    expect(given(rule, ...roster, order(`${day} 09:59`, { urgent: true }), ...at_(120)).until(later)).toEqual([])
    const late = order(`${day} 09:59`, { urgent: true }, `${day} 10:01:00`)
    const events = given(rule, ...roster, ...at_(120), late).events(later)
    expect(events.map((e) => e.is)).toEqual(['opened', 'ended'])
  })
  it('does find speeding under an order that is not urgent', () => {
    expect(given(rule, ...roster, order(`${day} 09:59`), ...at_(120)).until(later)).toHaveLength(1)
  })
  it('finds nothing when the urgent order went to one of the crew', () => {
    const toOfficer = order(`${day} 09:59`, { urgent: true, carriers: ['officer/o1'] })
    expect(given(rule, ...roster, toOfficer, ...at_(120)).until(later)).toEqual([])
  })
  it('counts again from when the urgent order is closed', () => {
    const after = [
      order(`${day} 09:59`, { urgent: true }),
      ...at_(120, '10:00:00', '10:00:30'),
      closed(`${day} 10:00:30`),
      ...at_(120, '10:00:35', '10:01:00'),
    ]
    expect(given(rule, ...roster, ...after).until(later)).toMatchObject([{ since: at(`${day} 10:00:30`) }])
  })
  it('counts an approved escort as urgent（人民警察法第三十五条：警卫）, a meal not', () => {
    expect(given(rule, ...roster, task(`${day} 09:00`, `${day} 11:00`, 'escort'), ...at_(120)).until(later)).toEqual([])
    expect(given(rule, ...roster, task(`${day} 09:00`, `${day} 11:00`, 'meal'), ...at_(120)).until(later)).toHaveLength(
      1,
    )
  })
})

describe('a device that reported late, or made things up', () => {
  it('gives a late finding with the true beginning', () => {
    const late = at_(90, '10:00:00', '10:01:00', { delivery: 'backfill' }).map(
      ([w, k, d]): Moment => [w, k, d ?? {}, `${day} 12:00`],
    )
    expect(given(rule, ...roster, ...late).until(`${day} 13:00`)).toMatchObject([
      { since: at(`${day} 10:00`), openedAt: at(`${day} 12:00`), facts: { late: true } },
    ])
  })
  it('is not judged on made-up positions', () => {
    expect(given(rule, ...roster, ...at_(120, '10:00:00', '10:01:00', { mocked: true })).until(later)).toEqual([])
  })
  it('judges by the law in force from May 2004, not before', () => {
    expect(rule.params.map((p) => p.from)).toEqual(['2004-05-01'])
  })
})
