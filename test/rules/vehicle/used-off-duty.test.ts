import { describe, expect, it } from 'vitest'
import type { LngLat } from '../../../server/domain/geo.ts'
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
const approved = (from: string, till: string, more: object = {}, heard?: string): Moment => [
  '2026-03-01 00:00',
  'vehicle.trip-approved',
  {
    ...{
      trip: 't1',
      vehicle: 'v1',
      unit: 's1',
      purpose: '押解',
      startsAt: at(from),
      endsAt: at(till),
      approvedBy: 'o9',
    },
    ...more,
  },
  heard,
]
const events = (is: string, n: number) => Array.from({ length: n }, () => ({ is }))

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
  it('says nothing of a car the roster does not know, and that it does not know', () => {
    const unknown = given(rule, ...roster.slice(0, 3), ...drives('21:00', '21:20'))
    expect(unknown.until(night)).toEqual([])
    expect(unknown.verdict(`${day} 21:20`, 'vehicle/v1')).toEqual({
      is: 'unknown',
      missing: 'a roster for this vehicle',
    })
  })
  it('allows half an hour of handover before the shift and after it, to the millisecond', () => {
    const before = drives('07:20', '07:29:30')
    const last = (...more: readonly Moment[]) =>
      given(rule, ...roster, ...before, ...more)
        .events(`${day} 07:30`)
        .at(-1)
    expect(last(fix(`${day} 07:29:59.999`, inside))).toMatchObject({ is: 'continued' })
    expect(last(fix(`${day} 07:30`, inside))).toMatchObject({ is: 'ended', because: 'clear', at: at(`${day} 07:30`) })
    const goesOn = (last: string) =>
      given(rule, ...roster, ...drives('16:20', '16:31'), fix(`${day} ${last}`, inside)).until(night)
    expect(goesOn('16:32:00')).toEqual([])
    expect(goesOn('16:32:00.001')).toMatchObject([{ since: at(`${day} 16:30`) }])
  })
  it('allows half an hour to come back from an order, a task and a trip that was approved; not from one nobody approved', () => {
    const beginning = drives('21:20', '21:31')
    const until2132 = (excuse: readonly Moment[], ms: string) =>
      given(rule, ...roster, ...excuse, ...beginning, fix(`${day} 21:32:00${ms}`, inside)).until(night)
    for (const excuse of [
      [order(`${day} 20:00`), closed(`${day} 21:00`)],
      [task(`${day} 20:00`, `${day} 21:00`, 'garage')],
      [approved(`${day} 20:00`, `${day} 21:00`)],
    ]) {
      expect(until2132(excuse, '')).toEqual([])
      expect(until2132(excuse, '.001')).toMatchObject([{ since: at(`${day} 21:30`) }])
    }
    expect(until2132([approved(`${day} 20:00`, `${day} 21:00`, { approvedBy: null })], '')).toMatchObject([
      { since: at(`${day} 21:20`) },
    ])
  })
  it('ends as soon as an approval is told that covered the trip', () => {
    const told = approved(`${day} 20:00`, `${day} 22:00`, {}, `${day} 21:10:10`)
    expect(given(rule, ...roster, ...drives('21:00', '21:10'), told).events(`${day} 21:11`)).toMatchObject([
      { is: 'opened' },
      ...events('continued', 3),
      { is: 'ended', because: 'clear', at: at(`${day} 21:10:10`) },
    ])
  })
})

describe('what counts as driving, how far and how long: the bureau’s own settings, to the metre and the millisecond', () => {
  /** At the yard, and so many metres north of it. */
  const to = (metres: number): LngLat => [116.05, 30.05 + metresNorth(metres)]
  const found = (...moments: readonly Moment[]) => given(rule, ...roster, ...moments).until(night)
  const trip = (metres: number, lasted = '21:02:01', more: object = {}) =>
    found(
      fix(`${day} 21:00`, to(0), more),
      fix(`${day} 21:01`, to(metres / 2), more),
      fix(`${day} ${lasted}`, to(metres), more),
    )

  it('500 metres beyond both error circles are not yet a trip, 501 are', () => {
    expect(trip(520.5)).toEqual([])
    expect(trip(521.5)).toMatchObject([
      { since: at(`${day} 21:00`), evidence: [4, 5, 6], facts: { awayM: 501, dwellSeconds: 120 } },
    ])
  })
  it('a device that does not say how good its position is has an error circle of 30 metres', () => {
    expect(trip(560.5, '21:02:01', { accuracyM: null })).toEqual([])
    expect(trip(561.5, '21:02:01', { accuracyM: null })).toMatchObject([{ facts: { awayM: 501 } }])
  })
  it('two minutes exactly are not yet a trip, a millisecond more is', () => {
    expect(trip(2_000, '21:02:00')).toEqual([])
    expect(trip(2_000, '21:02:00.001')).toMatchObject([{ since: at(`${day} 21:00`) }])
  })
  it('8 km/h are shunting, more is driving', () => {
    expect(trip(2_000, '21:03', { speedKmh: 8 })).toEqual([])
    expect(trip(2_000, '21:03', { speedKmh: 8.1 })).toHaveLength(1)
    // Without a speed: moved out of both error circles, to the metre.
    expect(trip(2_000, '21:03', { speedKmh: null, accuracyM: 550 })).toEqual([])
    const creeps = (metres: number) =>
      fixes(`${day} 21:00`, `${day} 21:30`, (s) => to(60 * metres * s), { speedKmh: null, accuracyM: 10 })
    expect(found(...creeps(19.9))).toEqual([])
    expect(found(...creeps(20.1))).toHaveLength(1)
  })
  it('a stop of five minutes exactly belongs to the trip, a longer one ends it', () => {
    const again = (when: string) =>
      found(
        ...[fix(`${day} 21:00`, to(0)), fix(`${day} 21:02`, to(900)), fix(`${day} 21:04`, to(900), { speedKmh: 0 })],
        fix(`${day} ${when}`, to(950)),
      )
    expect(again('21:07:00')).toMatchObject([{ since: at(`${day} 21:00`) }])
    expect(again('21:07:00.001')).toEqual([])
  })
  it('the finding shows the first three reports and then the ever farther ones, at most eight; it is told again only as it gets farther', () => {
    const events = given(rule, ...roster, ...drives('21:00', '22:30', {})).events(`${day} 22:31`)
    const told = events.flatMap((e) => (e.is === 'opened' || e.is === 'continued' ? [e.finding] : []))
    expect(told.map((f) => f.facts.awayM)).toEqual([1180, 2080, 3580, 5680, 8980, 13_780, 20_980, 31_780, 47_980])
    expect(told.at(-1)!.evidence).toEqual([4, 5, 6, 8, 11, 16, 23, 34])
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
  it('is not judged on made-up positions: not knowing is said, until a true one comes', () => {
    const made = drives('21:00', '21:20', { mocked: true })
    expect(given(rule, ...roster, ...made).until(night)).toEqual([])
    expect(given(rule, ...roster, ...made).verdict(night, 'vehicle/v1')).toEqual({
      is: 'unknown',
      missing: 'a position that no app made up',
    })
    const real = fix(`${day} 21:21`, inside, { speedKmh: 0 })
    expect(given(rule, ...roster, ...made, real).verdict(night, 'vehicle/v1')).toEqual({ is: 'clear' })
  })
  it('goes on while the device is heard without a position, or with a made-up one: the trip is five minutes from its last word', () => {
    for (const more of [{ position: null }, { mocked: true }]) {
      const heard = fix(`${day} 21:14`, inside, { speedKmh: 0, ...more })
      expect(
        given(rule, ...roster, ...drives('21:00', '21:10'), heard)
          .events(night)
          .at(-1),
      ).toMatchObject({
        is: 'ended',
        because: 'unknown',
        at: at(`${day} 21:19`) + 1,
      })
    }
  })
  it('says what it does not know once the car is silent', () =>
    expect(given(rule, ...roster, ...drives('21:00', '21:10')).verdict(night, 'vehicle/v1')).toEqual({
      is: 'unknown',
      missing: 'a position since the vehicle was last seen moving',
    }))
  it('a report that was overtaken changes nothing of the trip, and one from a clock that is ahead is no position', () => {
    const overtaken = fix(`${day} 21:08`, [116.05, 30.2], {}, `${day} 21:10:10`)
    const ahead = fix(`${day} 21:20`, [116.05, 30.2], {}, `${day} 21:10:10`)
    const usual = given(rule, ...roster, ...drives('21:00', '21:10')).events(`${day} 21:11`)
    for (const one of [overtaken, ahead])
      expect(given(rule, ...roster, ...drives('21:00', '21:10'), one).events(`${day} 21:11`)).toEqual(usual)
  })
  it('judges by the law in force from 1 May 2004, not before', () => {
    expect(rule.params.map((p) => p.from)).toEqual(['2004-05-01'])
    const known = roster.map(([, kind, data]): Moment => ['2004-01-01 00:00', kind, data ?? {}])
    const drivesOn = (date: string) =>
      fixes(`${date} 21:00`, `${date} 21:20`, (s) => [116.05, 30.05 + metresNorth(12_000 * s)], { speedKmh: 36 })
    expect(given(rule, ...known, ...drivesOn('2004-04-30')).until('2004-04-30 23:00')).toEqual([])
    expect(given(rule, ...known, ...drivesOn('2004-05-01')).until('2004-05-01 23:00')).toHaveLength(1)
  })
})
