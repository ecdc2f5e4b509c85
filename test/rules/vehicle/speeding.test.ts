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
    const until15 = at_(90, '10:00:00', '10:00:15')
    expect(given(rule, ...roster, ...until15).until(later)).toEqual([])
    expect(
      given(rule, ...roster, ...until15, fix(`${day} 10:00:15.001`, inside, { speedKmh: 90 })).until(later),
    ).toMatchObject([
      {
        grade: 'C',
        evidence: [4, 5],
        facts: { highestKmh: 90, tolerancePercent: 10, dwellSeconds: 15 },
        concerns: { place: inside },
      },
    ])
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
  it('a minute without a report is joined, a millisecond more is not', () => {
    const two = (second: string) =>
      given(
        rule,
        ...roster,
        fix(`${day} 10:00`, inside, { speedKmh: 90 }),
        fix(`${day} ${second}`, inside, { speedKmh: 90 }),
      ).until(later)
    expect(two('10:01:00')).toMatchObject([{ since: at(`${day} 10:00`) }])
    expect(two('10:01:00.001')).toEqual([])
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
  it('shows the first two reports, then those 5 km/h further above the limit, at most eight', () => {
    const grows = Array.from({ length: 24 }, (_, i) =>
      fix(`${day} 10:00:${String(2 * i + 1).padStart(2, '0')}`, inside, { speedKmh: 80 + 5 * Math.floor(i / 2) }),
    )
    const [found] = given(rule, ...roster, ...grows)
      .events(`${day} 10:01`)
      .flatMap((e) => (e.is === 'continued' ? [e.finding] : []))
      .slice(-1)
    expect(found).toMatchObject({ evidence: [4, 5, 6, 8, 10, 12, 14, 16], facts: { highestKmh: 135 } })
    const slowly = [...at_(80), fix(`${day} 10:01:02`, inside, { speedKmh: 84.9 })]
    expect(
      given(rule, ...roster, ...slowly)
        .events(`${day} 10:01:03`)
        .map((e) => e.is),
    ).toEqual(['opened'])
  })
  it('a report without a speed, one that was overtaken or of a clock that is ahead says nothing of how fast it is', () => {
    const usual = given(rule, ...roster, ...at_(90)).events(`${day} 10:01:30`)
    const odd = [
      fix(`${day} 10:00:58`, inside, { speedKmh: null }),
      fix(`${day} 10:00:31`, inside, { speedKmh: 10 }, `${day} 10:00:58`),
      fix(`${day} 10:05`, inside, { speedKmh: 10 }, `${day} 10:00:58`),
    ]
    for (const one of odd) {
      const events = given(rule, ...roster, ...at_(90), one).events(`${day} 10:01:30`)
      expect(events.map((e) => e.is)).toEqual(usual.map((e) => e.is))
    }
    // What was overtaken does not make an older report the newest either.
    const back = [
      ...at_(90, '10:00:00', '10:00:10'),
      fix(`${day} 10:00:02`, inside, { speedKmh: 90 }, `${day} 10:00:11`),
    ]
    const slower = fix(`${day} 10:00:08`, inside, { speedKmh: 10 }, `${day} 10:00:12`)
    expect(
      given(rule, ...roster, ...back, slower, fix(`${day} 10:00:16`, inside, { speedKmh: 90 })).until(later),
    ).toMatchObject([{ since: at(`${day} 10:00`) }])
  })
  it('goes on while the device is heard without a position, or with a made-up one, and then is unknown', () => {
    for (const more of [{ position: null }, { mocked: true }]) {
      const heard = fix(`${day} 10:01:50`, inside, { speedKmh: 0, ...more })
      expect(
        given(rule, ...roster, ...at_(90), heard)
          .events(later)
          .at(-1),
      ).toMatchObject({
        is: 'ended',
        because: 'unknown',
        at: at(`${day} 10:02:50`) + 1,
      })
    }
    expect(given(rule, ...roster, ...at_(90)).verdict(later, 'vehicle/v1')).toEqual({
      is: 'unknown',
      missing: 'a speed since the last one over the limit',
    })
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
    // Nor does it matter which of them was drawn last.
    expect(given(rule, ...roster, school, town, ...at_(50)).until(later)).toMatchObject([
      { facts: { limitZone: 'l2' } },
    ])
  })
  it('is the higher one where the circle touches a faster road', () => {
    const edge: LngLat = [116.05, 30.06 - metresNorth(8)]
    expect(given(rule, ...roster, town, highway, ...at_(95, '10:00:00', '10:01:00', {}, edge)).until(later)).toEqual([])
    expect(
      given(rule, ...roster, town, highway, ...at_(95, '10:00:00', '10:01:00', { accuracyM: 5 }, edge)).until(later),
    ).toHaveLength(1)
    // Above the faster road's limit too: that is the one that was certainly exceeded.
    expect(
      given(rule, ...roster, town, highway, ...at_(115, '10:00:00', '10:01:00', {}, edge)).until(later),
    ).toMatchObject([{ facts: { limitKmh: 100, limitZone: 'l3' } }])
    // A slower road that is only touched binds nobody, whichever was drawn first.
    expect(
      given(
        rule,
        ...roster,
        highway,
        town,
        ...at_(60, '10:00:00', '10:01:00', {}, [116.05, 30.06 + metresNorth(8)]),
      ).until(later),
    ).toEqual([])
  })
  it('a device that does not say how good its position is has an error circle of 30 metres', () => {
    const vague = (metres: number) =>
      given(
        rule,
        ...[...roster, town, highway],
        ...at_(95, '10:00:00', '10:01:00', { accuracyM: null }, [116.05, 30.06 - metresNorth(metres)]),
      ).until(later)
    expect(vague(29.5)).toEqual([])
    expect(vague(30.5)).toHaveLength(1)
  })
  it('a zone without a number limits nothing', () => {
    const unnumbered = zone('l9', 'speed-limit', square(116.04, 30.04, 116.06, 30.06), { limitKmh: null })
    expect(given(rule, ...roster, unnumbered, ...at_(60)).until(later)).toEqual([])
    expect(given(rule, ...roster, unnumbered, ...at_(90)).until(later)).toMatchObject([
      { facts: { limitKmh: 70, limitZone: null } },
    ])
  })
  const outside: LngLat = [116.05, 30.03]
  it('is each report’s own: on a faster road the tolerance counts anew, and what is said of the speed goes with its limit', () => {
    // Eleven seconds at 60 where 40 are allowed, then 75 where 70 are, which the measurement cannot tell from 70.
    const brief = [...at_(60, '10:00:00', '10:00:10'), ...at_(75, '10:00:15', '10:01:00', {}, outside)]
    expect(given(rule, ...roster, town, ...brief).until(later)).toEqual([])
    // 90 where 70 are allowed is further above its limit than 55 where 40 are; 68 where 70 are is above none.
    const both = [...at_(55, '10:00:00', '10:00:20'), ...at_(90, '10:00:25', '10:00:40', {}, outside)]
    const events = given(rule, ...roster, town, ...both).events(later)
    expect(events.map((e) => e.is)).toEqual(['opened', 'continued', 'ended'])
    expect(events.at(0)).toMatchObject({ finding: { facts: { limitKmh: 40, limitZone: 'l1', highestKmh: 55 } } })
    expect(events.at(1)).toMatchObject({ finding: { facts: { limitKmh: 70, limitZone: null, highestKmh: 90 } } })
    const slower = [...at_(75, '10:00:00', '10:00:20'), ...at_(90, '10:00:25', '10:00:40', {}, outside)]
    expect(given(rule, ...roster, town, ...slower).until(later)).toMatchObject([
      { facts: { limitKmh: 40, highestKmh: 75 } },
    ])
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
  it('counts again from the end of an approved escort', () => {
    const escort = task(`${day} 09:00`, `${day} 10:00:30`, 'escort')
    expect(given(rule, ...roster, escort, ...at_(120)).until(later)).toMatchObject([{ since: at(`${day} 10:00:30`) }])
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
  it('is not judged on made-up positions: not knowing is said, until a true one comes', () => {
    const made = at_(120, '10:00:00', '10:01:00', { mocked: true })
    expect(given(rule, ...roster, ...made).until(later)).toEqual([])
    expect(given(rule, ...roster, ...made).verdict(later, 'vehicle/v1')).toEqual({
      is: 'unknown',
      missing: 'a position that no app made up',
    })
    expect(given(rule, ...roster, ...made, fix(`${day} 10:02`, inside)).verdict(later, 'vehicle/v1')).toEqual({
      is: 'clear',
    })
  })
  it('judges by the law in force from 1 May 2004, not before', () => {
    expect(rule.params.map((p) => p.from)).toEqual(['2004-05-01'])
    const known = roster.map(([, kind, data]): Moment => ['2004-01-01 00:00', kind, data ?? {}])
    const fast = (date: string) =>
      given(rule, ...known, ...fixes(`${date} 10:00`, `${date} 10:01`, () => inside, { speedKmh: 90 }, 5)).until(
        `${date} 11:00`,
      )
    expect(fast('2004-04-30')).toEqual([])
    expect(fast('2004-05-01')).toHaveLength(1)
  })
  it('rests on sentences of the traffic law and its regulations, word for word', () =>
    expect(rule.citations.map(({ law, article, checked, inForce }) => [law, article, checked, inForce.from])).toEqual([
      ['道路交通安全法', '第四十二条', 'verified', '2004-05-01'],
      ['道路交通安全法实施条例', '第四十五条', 'verified', '2004-05-01'],
      ['道路交通安全法', '第五十三条', 'verified', '2004-05-01'],
      expect.anything(),
    ]))
})
