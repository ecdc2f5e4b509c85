import http from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { credential } from '../../server/gateways/credential.ts'
import { openDeviceBook } from '../../server/gateways/device-book.ts'
import { startOsmandGateway } from '../../server/gateways/osmand.ts'
import { memoryJournal } from '../support/memory-journal.ts'
import { NOW, SECRET, silentLog } from './terminal.ts'

const DEVICE = 'osmand:phone-7'
const TOKEN = credential(SECRET, DEVICE)
const LAT_LON = 'lat=38.2772&lon=106.2517'

const setUp = async () => {
  const time = { now: NOW }
  const clock = () => time.now
  const journal = memoryJournal(clock)
  const tell = (kind: 'device.bound' | 'device.blocked', data: object) =>
    journal.append([
      { source: 'console', key: `${kind}${time.now}`, observation: { kind, observedAt: NOW, data } as never },
    ])
  await tell('device.bound', { device: DEVICE, carrier: 'officer/0731', owner: 'unit-1' })
  const book = await openDeviceBook(journal)
  const gateway = await startOsmandGateway({
    journal,
    book,
    clock,
    secret: SECRET,
    log: silentLog,
    metrics: { add: () => {} },
    host: '127.0.0.1',
    port: 0,
  })
  const ask = (
    path: string,
    {
      method = 'POST',
      body = '',
      headers = {},
    }: { method?: string; body?: string; headers?: Record<string, string> } = {},
  ) =>
    new Promise<{ status: number; body: string }>((resolve, reject) => {
      const request = http.request(
        { port: gateway.port, path, method, headers: { connection: 'close', ...headers } },
        (response) => {
          let text = ''
          response.on('data', (chunk) => {
            text += chunk
          })
          response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }))
        },
      )
      request.on('error', reject)
      request.end(body)
    })
  const json = (location: object, path = `/osmand/${TOKEN}`) =>
    ask(path, {
      body: JSON.stringify({ device_id: 'phone-7', location }),
      headers: { 'content-type': 'application/json' },
    })
  return { journal, book, gateway, time, tell, ask, json, positions: () => journal.said('position.reported') }
}

let door: Awaited<ReturnType<typeof setUp>>
beforeEach(async () => {
  door = await setUp()
})
afterEach(async () => {
  await door.gateway.close()
  door.book.close()
})

describe('OsmAnd HTTP as Traccar Client up to version 8 sends it', () => {
  it('takes a query: speed in knots, timestamp in seconds, and answers 200 with nothing', async () => {
    const sent = (NOW - 5_000) / 1000
    const answer = await door.ask(
      `/?id=phone-7&token=${TOKEN}&${LAT_LON}&timestamp=${sent}&speed=10&bearing=270&altitude=1110&accuracy=8&batt=77`,
    )
    expect(answer).toEqual({ status: 200, body: '' })
    expect(door.positions()).toEqual([
      {
        kind: 'position.reported',
        observedAt: NOW - 5_000,
        data: {
          device: DEVICE,
          carrier: 'officer/0731',
          position: [106.2517, 38.2772],
          accuracyM: 8,
          altitudeM: 1110,
          speedKmh: 18.52,
          headingDeg: 270,
          satellites: null,
          ignitionOn: null,
          delivery: 'live',
          mocked: null,
        },
      },
    ])
  })
  it('takes a form, deviceid, location=lat,lon, milliseconds, and plain UTC time', async () => {
    const form = { headers: { 'content-type': 'application/x-www-form-urlencoded' } }
    expect(
      (
        await door.ask(`/osmand/${TOKEN}`, {
          ...form,
          body: `deviceid=phone-7&location=38.1,106.1&timestamp=${NOW - 1_000}`,
        })
      ).status,
    ).toBe(200)
    expect(
      (await door.ask(`/osmand/${TOKEN}`, { ...form, body: `id=phone-7&${LAT_LON}&timestamp=2026-03-15 01:30:00` }))
        .status,
    ).toBe(200)
    expect(door.positions().map((o) => o.observedAt)).toEqual([NOW - 1_000, NOW - 20_000])
  })
  it('takes Basic authentication with the token as password', async () => {
    const authorization = `Basic ${Buffer.from(`phone-7:${TOKEN}`).toString('base64')}`
    expect((await door.ask(`/?id=phone-7&${LAT_LON}`, { method: 'GET', headers: { authorization } })).status).toBe(200)
  })
  it('reads valid=0 and 0,0 as alive without a fix', async () => {
    await door.ask(`/${TOKEN}?id=phone-7&${LAT_LON}&valid=0`)
    await door.ask(`/${TOKEN}?id=phone-7&lat=0&lon=0&speed=3`)
    expect(door.positions().map((o) => 'position' in o.data && [o.data.position, o.data.speedKmh])).toEqual([
      [null, null],
      [null, null],
    ])
  })
})

describe('OsmAnd HTTP as Traccar Client from version 9 on sends it', () => {
  const coords = { latitude: 38.2772, longitude: 106.2517, accuracy: 12.5, speed: 10, heading: 45, altitude: 1100 }
  const timestamp = new Date(NOW - 3_000).toISOString()
  it('takes JSON with the speed in metres a second', async () => {
    expect(await door.json({ timestamp, coords })).toEqual({ status: 200, body: '' })
    expect(door.positions()[0]!.data).toMatchObject({ speedKmh: 36, headingDeg: 45, accuracyM: 12.5, mocked: null })
  })
  it('reads -1 as unknown, never as a number', async () => {
    await door.json({ timestamp, coords: { ...coords, speed: -1, heading: -1, accuracy: -1 } })
    expect(door.positions()[0]!.data).toMatchObject({ speedKmh: null, headingDeg: null, accuracyM: null })
  })
  it('marks a position that an app made up', async () => {
    await door.json({ timestamp, coords, mock: true })
    expect(door.positions()[0]!.data).toMatchObject({ mocked: true, position: [106.2517, 38.2772] })
  })
  it('takes what was buffered without coverage as backfill, and no alarm of it as now', async () => {
    await door.json({ timestamp: new Date(NOW - 600_000).toISOString(), coords, alarm: 'sos' })
    expect(door.positions()[0]!.data).toMatchObject({ delivery: 'backfill' })
    expect(door.journal.said('device.alarm-raised')).toEqual([])
    await door.json({ timestamp, coords, alarm: 'sos' })
    expect(door.journal.said('device.alarm-raised')[0]!.data).toMatchObject({
      alarm: 'emergency-button',
      carrier: 'officer/0731',
    })
  })
  it('records the same report once, however often it is sent', async () => {
    for (let i = 0; i < 3; i++) expect((await door.json({ timestamp, coords })).status).toBe(200)
    expect(door.positions()).toHaveLength(1)
  })
  it('does not believe a phone whose clock is a day ahead', async () => {
    await door.json({ timestamp: new Date(NOW + 86_400_000).toISOString(), coords })
    expect(door.positions()[0]).toMatchObject({ observedAt: NOW, data: { position: null } })
  })
})

describe('whoever may not report is told why, and journalled', () => {
  const error = (answer: { status: number; body: string }) => [answer.status, JSON.parse(answer.body).error]
  it('refuses without an identifier, with a bad number, half a position or bad JSON', async () => {
    expect(error(await door.ask(`/${TOKEN}?${LAT_LON}`))).toEqual([400, 'missing-id'])
    expect(error(await door.ask(`/${TOKEN}?id=a%0Ab&${LAT_LON}`))).toEqual([400, 'missing-id'])
    expect(error(await door.ask(`/${TOKEN}?id=phone-7&lat=abc&lon=1`))).toEqual([400, 'bad-field'])
    expect(error(await door.ask(`/${TOKEN}?id=phone-7&lat=38`))).toEqual([400, 'bad-field'])
    expect(error(await door.ask(`/${TOKEN}?id=phone-7&lat=98&lon=1`))).toEqual([400, 'bad-field'])
    for (const no of ['yesterday', '2026-02-31T10:00:00Z', '2026-02-31 10:00:00'])
      expect(error(await door.ask(`/${TOKEN}?id=phone-7&${LAT_LON}&timestamp=${encodeURIComponent(no)}`))).toEqual([
        400,
        'bad-field',
      ])
    expect(error(await door.ask(`/${TOKEN}?id=phone-7`, { body: '{"location":' }))).toEqual([400, 'bad-json'])
    expect(door.positions()).toEqual([])
    expect(door.journal.said('device.faulted').map((o) => 'fault' in o.data && o.data.fault)).toEqual([
      'bad-field',
      'bad-json',
    ])
  })
  it('refuses a wrong token with 401, in both languages', async () => {
    const answer = await door.ask(`/osmand/AAAAAAAAAAAAAAAA?id=phone-7&${LAT_LON}`)
    expect(error(answer)).toEqual([401, 'wrong-token'])
    expect(Object.keys(JSON.parse(answer.body).message)).toEqual(['zh', 'en'])
  })
  it('lists a stranger for approval', async () => {
    expect((await door.ask(`/?id=phone-8&${LAT_LON}`)).status).toBe(401)
    expect(error(await door.ask(`/${credential(SECRET, 'osmand:phone-8')}?id=phone-8&${LAT_LON}`))).toEqual([
      403,
      'not-approved',
    ])
    expect(door.book.waiting().map((w) => w.device)).toEqual(['osmand:phone-8'])
  })
  it('refuses a blocked phone from that moment on', async () => {
    await door.tell('device.blocked', { device: DEVICE, by: 'admin', reason: 'lost' })
    expect(error(await door.ask(`/${TOKEN}?id=phone-7&${LAT_LON}`))).toEqual([403, 'blocked'])
  })
  it('refuses oversized bodies and other methods', async () => {
    expect(error(await door.ask(`/${TOKEN}?id=phone-7`, { body: 'x'.repeat(70_000) }))).toEqual([413, 'too-large'])
    expect(error(await door.ask(`/${TOKEN}?id=phone-7&${LAT_LON}`, { method: 'DELETE' }))).toEqual([405, 'method'])
  })
  it('slows a guesser down without hurting the phones behind the same address', async () => {
    const tries = []
    for (let i = 0; i < 15; i++) tries.push((await door.ask(`/wrong${i}?id=phone-7&${LAT_LON}`)).status)
    expect(tries.slice(0, 10)).toEqual(Array(10).fill(401))
    expect(tries.at(-1)).toBe(429)
    expect((await door.ask(`/${TOKEN}?id=phone-7&${LAT_LON}`)).status).toBe(200)
  })
  it('keeps the token out of the bytes it stores', async () => {
    await door.ask(`/?id=phone-7&token=${TOKEN}&${LAT_LON}`)
    const [stored] = await door.journal.inspect([1])
    expect(Buffer.from(stored!.raw!).toString()).toBe('id=phone-7&lat=38.2772&lon=106.2517')
  })
})

describe('nothing is acknowledged before the journal has it', () => {
  it('answers only when the commit is through', async () => {
    const open = door.journal.hold()
    let answered = false
    const answer = door.ask(`/${TOKEN}?id=phone-7&${LAT_LON}`).finally(() => {
      answered = true
    })
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(answered).toBe(false)
    open()
    expect((await answer).status).toBe(200)
  })
  it('answers 503 when the journal fails, so that the phone sends again', async () => {
    door.journal.fail(new Error('disk full'))
    expect((await door.ask(`/${TOKEN}?id=phone-7&${LAT_LON}`)).status).toBe(503)
    door.journal.fail(undefined)
    expect((await door.ask(`/${TOKEN}?id=phone-7&${LAT_LON}`)).status).toBe(200)
  })
})
