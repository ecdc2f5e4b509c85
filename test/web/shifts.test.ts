import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hours, minutes } from '../../server/domain/time.ts'
import { rulebook } from '../../server/rules/index.ts'
import { county, type House, logIn, observe, openHouse, openStore, say } from './house.ts'

const DAY = '2026-03-02'
let store: Awaited<ReturnType<typeof openStore>>
let house: House
let start: number

const position = (vehicle: string, at: number, place: readonly [number, number] | null, speedKmh = 30) =>
  observe('position.reported', at, {
    device: `jt808:${vehicle.replace('-', '')}`,
    carrier: `vehicle/${vehicle}`,
    position: place,
    accuracyM: 10,
    altitudeM: null,
    speedKmh,
    headingDeg: null,
    satellites: null,
    ignitionOn: null,
    delivery: 'backfill',
    mocked: false,
  } as never)
const shift = (vehicle: string, unit: string, beat: string) =>
  observe('shift.scheduled', start, {
    shift: 'day',
    carrier: `vehicle/${vehicle}`,
    unit,
    beat,
    startsAt: start,
    endsAt: start + hours(2),
    crew: [`o-${unit}`],
  })
const beat = (zone: string, unit: string, west: number) =>
  observe('zone.drawn', start, {
    zone,
    kind: 'beat',
    name: { zh: zone, en: zone },
    unit,
    polygon: [
      [
        [west, 30],
        [west + 0.1, 30],
        [west + 0.1, 30.1],
        [west, 30.1],
        [west, 30],
      ],
    ],
    validFrom: start,
    routePoints: [],
    limitKmh: null,
    by: 'chief',
    reason: 'r',
  })
const duty = (id: string, unit: string, officer: string, from: number, to: number, post: string | null = null) =>
  observe('duty.assigned', start, {
    duty: id,
    unit,
    role: 'officer',
    officer,
    post,
    startsAt: from,
    endsAt: to,
    backup: null,
  })
const signs = (officer: string, unit: string, at: number, on = true) =>
  observe(on ? 'duty.signed-in' : 'duty.signed-out', at, {
    duty: null,
    officer,
    unit,
    post: null,
    by: 'face',
    device: null,
  })
/** One report a minute from `from` to `to`, both in minutes of the shift. */
const drives = (vehicle: string, from: number, to: number, place: readonly [number, number], speedKmh = 30) =>
  Array.from({ length: to - from }, (_, i) => position(vehicle, start + minutes(from + i) + 1, place, speedKmh))

const inside: readonly [number, number] = [116.05, 30.05]
const elsewhere: readonly [number, number] = [116.5, 30.05]

beforeAll(async () => {
  store = await openStore()
  house = await openHouse({ database: store.database, supervision: { rulebook } })
  start = Date.parse(`${DAY}T08:00:00+08:00`)
  await say(
    house.journal,
    ...county(start),
    beat('b-s1', 's1', 116),
    beat('b-s2', 's2', 117),
    shift('a-s1', 's1', 'b-s1'),
    shift('a-s2', 's2', 'b-s2'),
    duty('d1', 's1', 'o1', start, start + hours(12), 'room-1'),
    duty('d2', 's1', 'o2', start + hours(12), start + hours(24), 'room-1'),
    duty('d3', 's1', 'o3', start, start + hours(12)),
    duty('d4', 's2', 'o4', start, start + hours(12)),
    signs('o1', 's1', start + minutes(1)),
    signs('o3', 's1', start + minutes(1)),
  )
  house.clock.forward(hours(3))
  await say(
    house.journal,
    // An hour in the beat, half an hour far from it; half an hour nobody saw anything.
    ...drives('a-s1', 0, 60, inside),
    ...drives('a-s1', 60, 80, elsewhere),
    ...drives('a-s1', 80, 90, elsewhere, 0),
    signs('o3', 's1', start + hours(2), false),
    observe('dispatch.ordered', start + minutes(75), {
      order: 'x1',
      incident: 'i1',
      carriers: ['vehicle/a-s1'],
      place: null,
      urgent: false,
      unit: 's1',
      planned: false,
    }),
    observe('dispatch.closed', start + minutes(85), { order: 'x1', carriers: ['vehicle/a-s1'], result: 'done' }),
    observe('alcohol.tested', start, {
      test: 't1',
      officer: 'o1',
      unit: 's1',
      mgPer100ml: 0,
      result: 'valid',
      device: null,
      context: 'sign-in',
    }),
  )
  await house.supervision.reached(house.journal.entries().at(-1)!.seq)
})
afterAll(async () => {
  await house?.close()
  await store?.close()
})

describe('GET /api/shifts: a day’s roster with what tells whether people are there', () => {
  const unitOf = async (name: string, query = `day=${DAY}`) => {
    const { body } = await (await logIn(house, name)).ask('GET', `/api/shifts?${query}`)
    return body.units
  }
  it('says present, absent and unknown by what the sources said', async () => {
    const [s1, s2] = await unitOf('supervisor')
    const states = Object.fromEntries(
      [...s1.watches, ...s2.watches].map((w: { person: { id: string }; state: string }) => [w.person.id, w.state]),
    )
    expect(states).toEqual({ o1: 'present', o2: 'ahead', o3: 'absent', o4: 'unknown' })
    expect(s2.watches[0].evidence).toEqual([
      { source: 'sign', says: 'unobservable', at: null, metres: null, where: null },
    ])
  })
  it('shows the handover ahead and the alcohol test', async () => {
    const [s1] = await unitOf('supervisor')
    expect(s1.handovers).toMatchObject([{ duty: 'd1', state: 'ahead', dueAt: start + hours(12) }])
    expect(s1.watches.find((w: { duty: string }) => w.duty === 'd1').alcohol).toMatchObject({ mgPer100ml: 0 })
  })
  it('is as it was known then: nobody had signed out yet, and the late order was not known', async () => {
    const then = (await unitOf('supervisor', `day=${DAY}&at=${start + minutes(30)}`)) as {
      watches: { person: { id: string }; state: string; alcohol: unknown }[]
    }[]
    const o3 = then[0]!.watches.find((w) => w.person.id === 'o3')!
    expect(o3.state).toBe('present')
    expect(then[0]!.watches.find((w) => w.person.id === 'o1')!.alcohol).toBeNull()
  })
  it('a unit leader sees their own unit only', async () => {
    expect((await unitOf('unit-leader')).map((u: { unit: string }) => u.unit)).toEqual(['s1'])
  })
  it('is journalled, and a day of no calendar is refused with what is wrong', async () => {
    const before = house.journal.said('view.opened').length
    await unitOf('supervisor')
    expect(house.journal.said('view.opened').length).toBe(before + 1)
    const { status } = await (await logIn(house, 'supervisor')).ask('GET', '/api/shifts?day=2026-13-40')
    expect(status).toBe(422)
  })
  it('a page that stays open and asks again is one view; another session, another day and ten minutes later are views of their own', async () => {
    const looks = () => house.journal.said('view.opened').length
    const [one, other] = [await logIn(house, 'supervisor'), await logIn(house, 'supervisor')]
    const before = looks()
    for (let i = 0; i < 3; i++) await one.ask('GET', `/api/shifts?day=${DAY}`)
    expect(looks() - before).toBe(1)
    await other.ask('GET', `/api/shifts?day=${DAY}`)
    await one.ask('GET', '/api/shifts?day=2026-03-01')
    await one.ask('GET', `/api/shifts?day=${DAY}&purpose=complaint`)
    expect(looks() - before).toBe(4)
    house.world.forward(minutes(10))
    await one.ask('GET', `/api/shifts?day=${DAY}`)
    expect(looks() - before).toBe(5)
  })
})

describe('GET /api/beats: required and observed time by stored positions', () => {
  it('takes the order off, and says what was not observed apart', async () => {
    const { body } = await (await logIn(house, 'supervisor')).ask('GET', `/api/beats?day=${DAY}`)
    const row = body.items.find((r: { carrier: string }) => r.carrier === 'vehicle/a-s1')
    // 08:00–10:00 is 24 slots; the order of 09:15–09:25 with ten minutes to return takes six (the slot before it touches its edge).
    expect(row).toMatchObject({
      excusedMinutes: 30,
      dutyMinutes: 90,
      observedMinutes: 70,
      inBeatMinutes: 60,
      unobservableMinutes: 20,
      sharePercent: 86,
      requiredPercent: 50,
      verdict: 'unobservable',
    })
  })
  it('a car that nobody saw is unobservable, not short', async () => {
    const { body } = await (await logIn(house, 'supervisor')).ask('GET', `/api/beats?day=${DAY}&unit=s2`)
    expect(body.items).toMatchObject([
      { carrier: 'vehicle/a-s2', sharePercent: null, observedMinutes: 0, verdict: 'unobservable' },
    ])
    const none = await (await logIn(house, 'supervisor')).ask('GET', `/api/beats?day=${DAY}&verdict=short`)
    expect(none.body).toMatchObject({ items: [], total: 0 })
  })
  it('counts for the heat the minutes in which a car was seen in a cell', async () => {
    const { body } = await (await logIn(house, 'supervisor')).ask('GET', `/api/beats/heat?day=${DAY}`)
    expect(body.cells.map(([, , n]: number[]) => n)).toEqual([60, 30])
    const [lng, lat] = body.cells[0]
    expect(lng).toBeLessThanOrEqual(inside[0])
    expect(lng + body.stepLng).toBeGreaterThan(inside[0])
    expect(lat).toBeLessThanOrEqual(inside[1])
    expect(lat + body.stepLat).toBeGreaterThan(inside[1])
  })
  it('lists the stop with the order that explains it', async () => {
    const { body } = await (await logIn(house, 'supervisor')).ask('GET', `/api/beats/stops?day=${DAY}&minutes=5`)
    expect(body.items).toMatchObject([
      { carrier: 'vehicle/a-s1', from: start + minutes(80) + 1, inBeat: false, reasons: [{ is: 'order', id: 'x1' }] },
    ])
    const longer = await (await logIn(house, 'supervisor')).ask('GET', `/api/beats/stops?day=${DAY}&minutes=10`)
    expect(longer.body.items).toEqual([])
  })
  it('a unit leader gets no other unit’s beats', async () => {
    const { body } = await (await logIn(house, 'unit-leader')).ask('GET', `/api/beats?day=${DAY}`)
    expect(body.items.map((r: { unit: string }) => r.unit)).toEqual(['s1'])
  })
})
