import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { growCounty } from '../../simulators/county/county.ts'
import { type RunOptions, runScenario } from '../../simulators/run-scenario.ts'
import { scenarioById } from '../../simulators/scenarios/index.ts'
import { DEFAULT_START, type Scenario } from '../../simulators/scenarios/scenario.ts'
import { type Platform, startPlatform } from './platform.ts'

const county = growCounty()
const scenario = (id: string, lasts: number): Scenario => ({ ...scenarioById(id)!, lasts })
let platform: Platform
let phones: http.Server
let asked: { url: URL; body: string }[] = []

beforeEach(async () => {
  platform = await startPlatform()
  asked = []
  phones = http.createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    asked.push({ url: new URL(request.url ?? '/', 'http://x'), body })
    response.end()
  })
  phones.listen(0, '127.0.0.1')
  await once(phones, 'listening')
})
afterEach(async () => {
  await platform.close()
  phones.close()
})

const run = (options: Pick<RunOptions, 'scenario'> & Partial<RunOptions>, speed = 60) =>
  runScenario({
    host: '127.0.0.1',
    port: platform.port,
    http: `http://127.0.0.1:${(phones.address() as AddressInfo).port}`,
    startAt: DEFAULT_START,
    pace: { epoch: DEFAULT_START, anchor: Date.now(), speed },
    county,
    ...options,
  })

describe('a scenario runs on real sockets', () => {
  it('at sixty times the pace, every position in device time', async () => {
    const result = await run({ scenario: scenario('leaves-beat', 2) })
    expect(result.online).toBe(1)
    const times = platform.heard.flatMap(({ body }) =>
      body.type === 'location' ? [body.time!] : body.type === 'location-batch' ? body.items.map((i) => i.time!) : [],
    )
    expect(times.length).toBe(result.measured)
    expect(times.length).toBeGreaterThanOrEqual(12)
    expect(Math.min(...times)).toBeGreaterThanOrEqual(DEFAULT_START)
    expect(Math.max(...times)).toBeLessThanOrEqual(DEFAULT_START + 2 * 60_000)
    expect(platform.types()[0]).toBe('registration')
    expect(platform.types().at(-1)).toBe('logout')
  })
  it('buffers without coverage and sends history', async () => {
    const [car] = scenario('backfill-after-tunnel', 3).cast
    await run({
      scenario: {
        ...scenario('backfill-after-tunnel', 3),
        cast: [{ ...car!, script: [{ at: 0.5, do: 'lose-coverage', forMin: 1 }] }],
      },
    })
    const batches = platform.of('location-batch')
    expect(batches.length).toBeGreaterThan(0)
    expect(batches.every((b) => b.kind === 'backfill')).toBe(true)
    expect(platform.of('authentication').length).toBe(2)
  })
  it('phones report with their token, the mocked ones say so', async () => {
    const [actor] = scenario('mocked-phone', 2).cast
    const result = await run({
      scenario: {
        ...scenario('mocked-phone', 2),
        cast: [{ ...actor!, script: [{ at: 1, do: 'mock', offsetM: [6_000, 0], forMin: 10 }] }],
      },
      tokens: { 'osmand:yl-p03': 'secret-3' },
    })
    expect(asked).toHaveLength(result.measured)
    expect(asked.length).toBeGreaterThanOrEqual(6)
    expect(asked.every(({ url }) => url.searchParams.get('token') === 'secret-3')).toBe(true)
    const mocked = asked.map(({ url, body }) =>
      body === ''
        ? url.searchParams.get('mock') === 'true'
        : (JSON.parse(body) as { location: { mock?: boolean } }).location.mock === true,
    )
    expect(mocked[0]).toBe(false)
    expect(mocked.at(-1)).toBe(true)
  })
  it('ends at once when it is told to, and every car logs out', async () => {
    const stop = new AbortController()
    setTimeout(() => stop.abort(), 700)
    const result = await run({ scenario: scenario('county-day', 60), signal: stop.signal }, 1)
    expect(result.online).toBe(24)
    expect(new Set(platform.heard.filter((m) => m.body.type === 'logout').map((m) => m.header.phone)).size).toBe(24)
  })
  it('waits until its clock shows the start', async () => {
    await run({
      scenario: scenario('leaves-beat', 0.5),
      pace: { epoch: DEFAULT_START, anchor: Date.now() + 600, speed: 60 },
    })
    const first = platform.of('location')[0] ?? platform.of('location-batch')[0]!.items[0]!
    expect(first.time! - DEFAULT_START).toBeLessThan(20_000)
  })
})

describe('the living county', () => {
  it('has all cars and the phones of whoever is on duty, each position fit to be believed', async () => {
    await run({ scenario: scenario('county-day', 1), tokens: {} }, 30)
    const cars = new Set(
      platform.heard
        .filter((m) => m.body.type === 'location' || m.body.type === 'location-batch')
        .map((m) => m.header.phone),
    )
    expect(cars.size).toBe(24)
    const ids = new Set(
      asked.map(({ url, body }) => url.searchParams.get('id') ?? (JSON.parse(body) as { device_id: string }).device_id),
    )
    expect(ids.size).toBeGreaterThanOrEqual(24)
    expect(ids.size).toBeLessThanOrEqual(30)
  })
})
