import type net from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { county, fix, type House, logIn, observe, openHouse, openStore, say, until, zoneOf } from './house.ts'
import { connect } from './socket.ts'

let store: Awaited<ReturnType<typeof openStore>>
let house: House
let cookie: string
beforeAll(async () => {
  store = await openStore()
  house = await openHouse({ database: store.database })
  await say(house.journal, ...county(house.clock()))
  cookie = (await logIn(house, 'supervisor')).cookie()!
})
afterAll(async () => {
  await house?.close()
  await store?.close()
})
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('a console gets a snapshot, then deltas with seq', () => {
  it('the snapshot is first and whole, also after a reconnect that changes nothing', async () => {
    for (let i = 0; i < 2; i++) {
      const c = await connect(house.url, cookie)
      await until(() => c.heard.snapshot.length === 1)
      expect(c.heard.snapshot[0]!.carriers).toHaveLength(6)
      expect(c.heard.snapshot[0]!.seq).toBe(house.supervision.seq())
      c.close()
    }
  })
  it('being watched is journalled before the first byte', async () => {
    const before = house.journal.said('view.opened').length
    const c = await connect(house.url, cookie)
    expect(house.journal.said('view.opened')[before]!.data).toMatchObject({ by: 'supervisor', what: 'situation' })
    c.close()
  })
  it('no record, no bytes', async () => {
    house.journal.fail(new Error('disk full'))
    const c = await connect(house.url, cookie)
    expect(c.problem).toBe('cannot-record')
    expect(c.heard.snapshot).toEqual([])
    house.journal.fail(undefined)
  })
})

describe('positions at most five times a second, findings at once', () => {
  it('a hundred fixes of one car are one item of a few batches, numbered without a gap', async () => {
    const c = await connect(house.url, cookie)
    const now = house.clock()
    for (let i = 0; i < 100; i++) {
      await say(house.journal, fix('b-s1', now + i, 30, { position: [116 + i / 1000, 30] }))
      await wait(8)
    }
    await until(() => c.heard.positions.at(-1)?.items[0]?.[1] === 116.099)
    const { positions } = c.heard
    expect(positions.length).toBeGreaterThanOrEqual(3)
    expect(positions.length).toBeLessThanOrEqual(9)
    for (const { items } of positions) expect(items).toHaveLength(1)
    positions.forEach((b, i) => void expect(b.n).toBe(positions[0]!.n + i))
    expect(positions.at(-1)!.seq).toBe(house.supervision.seq())
    c.close()
  })
  it('a finding does not wait for the batch', async () => {
    const c = await connect(house.url, cookie)
    const times: number[] = []
    for (let i = 0; i < 20; i++) {
      const begun = performance.now()
      const heard = c.heard.finding.length
      await say(house.journal, fix('a-s1', house.clock() + i, i % 2 === 0 ? 150 : 20))
      await until(() => c.heard.finding.length > heard)
      times.push(performance.now() - begun)
    }
    expect(times.sort((a, b) => a - b)[10]!).toBeLessThan(50)
    c.close()
  })
  it('the status comes every second', async () => {
    const c = await connect(house.url, cookie)
    await until(() => c.heard.status.length >= 2, 3_500)
    expect(c.heard.status[0]).toMatchObject({ store: { kind: 'embedded' }, onDuty: ['SUPERVISOR'], demo: null })
    c.close()
  })
})

describe('the live marker never moves backwards', () => {
  it('backfill and late fixes are history', async () => {
    const now = house.clock()
    await say(house.journal, fix('c-s1', now, 30, { position: [116.01, 30] }))
    const c = await connect(house.url, cookie)
    await say(
      house.journal,
      fix('c-s1', now + 1000, 30, { position: [116.02, 30], delivery: 'backfill' }),
      fix('c-s1', now - 1000, 30, { position: [116.03, 30] }),
    )
    await wait(300)
    expect(c.heard.positions.flatMap((b) => b.items).filter((i) => i[0] === 'vehicle/c-s1')).toEqual([])
    expect(house.supervision.picture.carriers.view('vehicle/c-s1', now)?.position).toEqual([116.01, 30])
    c.close()
  })
  it('a terminal whose clock ran ahead is followed again once it is right', async () => {
    const now = house.clock()
    await say(house.journal, fix('c-s2', now + 3_600_000, 30, { position: [116.01, 30] }))
    await wait(5)
    await say(house.journal, fix('c-s2', house.clock(), 30, { position: [116.02, 30] }))
    expect(house.supervision.picture.carriers.view('vehicle/c-s2', now)?.position).toEqual([116.02, 30])
  })
})

describe('a slow console costs others nothing: at most 1 MB waits, then it starts from a snapshot', () => {
  it('is dropped from the feed, others go on, and it comes back with a snapshot', async () => {
    const slow = await connect(house.url, cookie)
    const quick = await connect(house.url, cookie)
    await until(() => slow.heard.snapshot.length === 1)
    const raw = (slow.socket.io.engine.transport as unknown as { ws: { _socket: net.Socket } }).ws._socket
    raw.pause()
    const big = 'x'.repeat(40_000)
    const before = quick.heard.zone.length
    const notes = async (n: number): Promise<void> => {
      for (let i = 0; i < n; i++) {
        const reason = big + i
        const data = { zone: 'big', kind: 'other' as const, name: { zh: '大', en: 'big' }, unit: null, by: 'x', reason }
        const polygon = [
          [
            [116, 30],
            [116.1, 30],
            [116.1, 30.1],
            [116, 30],
          ] as [number, number][],
        ]
        await say(
          house.journal,
          observe('zone.drawn', house.clock(), {
            ...data,
            polygon,
            validFrom: house.clock(),
            routePoints: [],
            limitKmh: null,
          }),
        )
        if (i % 20 === 0) await wait(20)
      }
    }
    await notes(400)
    await until(() => house.web.feed.lagging() === 1, 5_000)
    await until(() => quick.heard.zone.length - before === 400)
    await notes(100)
    expect(house.web.feed.buffered()).toBeGreaterThan(900_000)
    expect(house.web.feed.buffered()).toBeLessThan(1_400_000)
    raw.resume()
    await until(() => slow.heard.snapshot.length === 2, 5_000)
    expect(house.web.feed.lagging()).toBe(0)
    expect(slow.heard.zone.length).toBeLessThan(500)
    slow.close()
    quick.close()
  }, 30_000)
})

describe('stopping does not wait for a console that takes nothing', () => {
  it('ends all the same', async () => {
    const own = await openHouse({ database: store.database })
    const c = await connect(own.url, cookie)
    const raw = (c.socket.io.engine.transport as unknown as { ws: { _socket: net.Socket } }).ws._socket
    raw.pause()
    await own.close()
    expect(own.web.server.listening).toBe(false)
    c.close()
  })
})

describe('what a console may not do on the socket', () => {
  it('come from another site’s page', async () =>
    expect((await connect(house.url, cookie, { origin: 'https://evil.example' })).problem).toBeDefined())
  it('from our own it may', async () => {
    const c = await connect(house.url, cookie, { origin: house.url })
    expect(c.problem).toBeUndefined()
    c.close()
  })
  it('send more than 64 kB', async () => {
    const c = await connect(house.url, cookie)
    c.socket.emit('resync', ...([`${'x'.repeat(70_000)}`] as unknown as []))
    await until(() => c.socket.disconnected)
  })
  it('flood', async () => {
    const c = await connect(house.url, cookie)
    for (let i = 0; i < 50; i++) c.socket.emit('resync')
    await until(() => c.socket.disconnected)
    expect(c.heard.snapshot.length).toBeLessThanOrEqual(2)
  })
})

describe('what has gone to another unit is gone from the old one’s screens', () => {
  it('a car that is moved, and a zone that is', async () => {
    const [one, two] = [await logIn(house, 'unit-leader'), await logIn(house, 'unit-leader2')]
    const [old, next] = [await connect(house.url, one.cookie()), await connect(house.url, two.cookie())]
    const now = house.clock()
    const zone = zoneOf('moving', 's1', now)
    await say(house.journal, observe('zone.drawn', now, zone))
    await until(() => old.heard.zone.some((z) => z.view.id === 'moving'))
    await wait(1_100)
    const before = old.heard.snapshot.length
    const car = { vehicle: 'c-s1', plate: 'X', unit: 's2', name: { zh: '车', en: 'car' } }
    await say(house.journal, observe('vehicle.registered', now, car))
    await say(house.journal, observe('zone.drawn', now + 1, { ...zone, unit: 's2', validFrom: now + 1 }))
    await until(() => old.heard.snapshot.length > before)
    const last = () => old.heard.snapshot.at(-1)!
    await until(
      () => !last().zones.some((z) => z.id === 'moving') && !last().carriers.some((c) => c.id === 'vehicle/c-s1'),
    )
    await until(() => next.heard.zone.some((z) => z.view.id === 'moving'))
    expect(next.heard.carrier.map((c) => c.view.id)).toContain('vehicle/c-s1')
    old.close()
    next.close()
    await say(house.journal, observe('vehicle.registered', now, { ...car, unit: 's1' }))
  })
})
