import fs from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CycleDetail, RollCallBoard, RowView } from '../../server/contract/roll-call.ts'
import type { FindingView } from '../../server/contract/views.ts'
import { pacedClock } from '../../simulators/clock.ts'
import { toLngLat } from '../../simulators/county/plane.ts'
import { linkTerminal, type TerminalLink } from '../../simulators/devices/terminal-link.ts'
import { createTerminal, type Terminal } from '../../simulators/devices/vehicle-terminal.ts'
import { openBrowser } from './browser.ts'
import { consoleOf, eventually, type House, newFolder, passwordOf, startHouse } from './house.ts'

/** Six minutes before the roll-call of eight o'clock; ten seconds pass in one. A busy machine needs them to sit down. */
const EPOCH = Date.parse('2026-03-02T19:54:00+08:00')
const EIGHT = Date.parse('2026-03-02T20:00:00+08:00')
const SPEED = 10
const WINDOW_MS = 3 * 60_000
const SHIFT = ['2026-03-02 19:00:00', '2026-03-03 08:00:00']

const table = (name: string, header: string, rows: readonly (readonly (string | number)[])[]) => ({
  name: `${name}.csv`,
  text: `${[header, ...rows.map((row) => row.join(','))].join('\r\n')}\r\n`,
})
const square = (x: number, y: number) =>
  [
    [x - 900, y - 900],
    [x + 900, y - 900],
    [x + 900, y + 900],
    [x - 900, y + 900],
    [x - 900, y - 900],
  ].map(([a, b]) => toLngLat([a!, b!]))

const cars = [1, 2, 3]
const phoneOf = (n: number): string => `16401280010${n}`
/** The car whose terminal has no power at eight. */
const CUT_OFF = 3
const folder = [
  table('units', 'id,name,nameEn,kind,parent,longitude,latitude', [
    ['ju', '县公安局', 'Bureau', '公安局', '', ...toLngLat([0, -2_000])],
    ['s1', '第一派出所', 'Station 1', '派出所', 'ju', ...toLngLat([0, 0])],
  ]),
  table('officers', 'id,name,unit,kind', [
    ['P01', '警员甲', 's1', '民警'],
    ...cars.map((n) => [`K${n}`, `警员${n}`, 's1', '民警']),
  ]),
  table(
    'vehicles',
    'id,plate,unit,name,nameEn',
    cars.map((n) => [`C${n}`, `云Y400${n}警`, 's1', `${n}号车`, `Car ${n}`]),
  ),
  table(
    'devices',
    'device,carrier,owner,approved',
    cars.map((n) => [`jt808:${phoneOf(n)}`, `vehicle/C${n}`, 'ju', '是']),
  ),
  table('duties', 'id,unit,role,officer,post,startsAt,endsAt', [['duty-1', 's1', '值班民警', 'P01', '', ...SHIFT]]),
  table(
    'shifts',
    'id,carrier,unit,beat,startsAt,endsAt,crew',
    cars.map((n) => [`shift-${n}`, `vehicle/C${n}`, 's1', `beat-${n}`, ...SHIFT, `K${n}`]),
  ),
  {
    name: 'beats.geojson',
    text: JSON.stringify({
      type: 'FeatureCollection',
      features: cars.map((n) => ({
        type: 'Feature',
        properties: { id: `beat-${n}`, name: `${n}号巡区`, unit: 's1' },
        geometry: { type: 'Polygon', coordinates: [square(n * 4_000, 0)] },
      })),
    }),
  },
]

let house: House
let browser: Browser
let desk: Awaited<ReturnType<typeof consoleOf>>
let driving: NodeJS.Timeout
const terminals = new Map<number, { readonly terminal: Terminal; readonly link: TerminalLink }>()

beforeAll(async () => {
  const dataDir = newFolder()
  const reference = path.join(dataDir, 'reference')
  fs.mkdirSync(reference)
  for (const file of folder) fs.writeFileSync(path.join(reference, file.name), file.text)
  const env = { DEMO_COUNTY: reference, CLOCK_EPOCH: new Date(EPOCH).toISOString(), CLOCK_SPEED: String(SPEED) }
  ;[house, browser] = await Promise.all([startHouse({ dataDir, env }), openBrowser()])
  const clock = pacedClock(house.pace!)
  for (const n of cars) {
    const terminal = createTerminal({ phone: phoneOf(n), edition: '2019', terminalId: `T${n}`, plate: `云Y400${n}警` })
    const link = linkTerminal({ terminal, host: '127.0.0.1', port: house.ports.jt808, deviceClock: clock })
    terminals.set(n, { terminal, link })
  }
  driving = setInterval(() => {
    for (const [n, { link }] of terminals) {
      const position = toLngLat([n * 4_000 + 300 * Math.sin(clock() / 60_000), 0])
      link.report({
        fix: { position, speedKmh: 20, headingDeg: 90, satellites: 11, accuracyM: 6 },
        at: clock(),
        engineOn: true,
        mileageKm: 10,
      })
      link.tick()
    }
  }, 1_000)
  desk = await consoleOf(house, 'supervisor')
  const chief = await consoleOf(house, 'chief')
  await chief.post('/api/roll-call/cadence', {
    ...{ unitKind: null, unit: null, post: null, day: null, validFrom: null, reason: '夜间点名' },
    values: {
      scheduled: true,
      everyMinutes: 60,
      randomMinutes: WINDOW_MS / 60_000,
      firstSeconds: 60,
      retrySeconds: 30,
      tries: 2,
    },
  })
})
afterAll(async () => {
  clearInterval(driving)
  for (const { link } of terminals.values()) await link.close()
  await browser?.close()
  await house?.stop()
})

const board = () => desk.get<RollCallBoard>('/api/roll-call')
const rows = async (): Promise<Readonly<Record<string, RowView>>> =>
  Object.fromEntries((await board()).rows.map((row) => [row.target, row]))
const car = (n: number): string => `patrol:vehicle/C${n}`
const officer = 'officer:officer/P01'

/** The officer's own page on a phone that knows where it is. */
const pickUpPhone = async (): Promise<{ page: Page; errors: string[] }> => {
  const [longitude, latitude] = toLngLat([20, 10])
  const context = await browser.newContext({
    ...{ viewport: { width: 390, height: 844 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' },
    ...{ geolocation: { longitude, latitude, accuracy: 8 }, permissions: ['geolocation'] },
  })
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(house.url)
  await page.locator('input[name=username]').fill('officer')
  await page.locator('input[name=password]').fill(passwordOf(house, 'officer'))
  await page.locator('button[type=submit]').click()
  await page.locator('main.phone').waitFor()
  return { page, errors }
}

describe('a roll-call that opens by itself: cars by JT/T 808 location query, an officer by the phone page', () => {
  let phone: Awaited<ReturnType<typeof pickUpPhone>>
  beforeAll(async () => {
    phone = await pickUpPhone()
    await eventually(
      async () => cars.filter((n) => terminals.get(n)!.link.connected()).length,
      (n) => n === cars.length,
      20_000,
    )
    terminals.get(CUT_OFF)!.link.power(false)
  })

  it('opens at a drawn moment within its window; the draw was committed to before, and its seed is still secret', async () => {
    const { cycles } = await eventually(board, (b) => b.cycles.length > 0, 60_000)
    expect(cycles).toHaveLength(1)
    const { id, mode, by, openedAt, slot, drawnAt } = cycles[0]!
    expect({ mode, by, slot }).toEqual({ mode: 'random', by: 'system', slot: { from: EIGHT, to: EIGHT + WINDOW_MS } })
    expect(drawnAt).toBeGreaterThanOrEqual(EIGHT)
    expect(drawnAt).toBeLessThanOrEqual(EIGHT + WINDOW_MS)
    expect(openedAt).toBeGreaterThanOrEqual(drawnAt!)
    const { draw } = await desk.get<CycleDetail>(`/api/roll-calls/${id}`)
    expect(draw!.committedAt).toBeLessThan(EIGHT)
    expect(draw).toMatchObject({ day: '2026-03-02', seed: null, holds: null })
  })

  it('the cars answer with where they are; one without power is unobservable and not missed', async () => {
    const seen = await eventually(
      rows,
      (all) => [1, 2].every((n) => all[car(n)]?.state === 'answered') && all[car(CUT_OFF)]?.state === 'unobservable',
      30_000,
    )
    for (const n of [1, 2])
      expect(seen[car(n)]).toMatchObject({ state: 'answered', answer: { channel: 'vehicle' }, hindered: null })
    expect(seen[car(CUT_OFF)]!.hindered?.because).toBe('not-connected')
  })

  it('the officer’s page calls in large letters, one press answers, and where the phone is counts', async () => {
    const { page, errors } = phone
    const call = page.getByRole('alertdialog')
    await call.waitFor()
    await call.locator('button.phone-answer').click()
    await call.waitFor({ state: 'hidden' })
    const seen = await eventually(rows, (all) => all[officer]?.state === 'answered', 10_000)
    expect(seen[officer]).toMatchObject({ state: 'answered', answer: { channel: 'phone' } })
    expect(await page.locator('main.phone').innerText()).toContain('已应答')
    expect(errors).toEqual([])
  })

  it('the car has power again: it is called while the roll-call is open, and answers', async () => {
    terminals.get(CUT_OFF)!.link.power(true)
    const seen = await eventually(rows, (all) => all[car(CUT_OFF)]?.state === 'answered', 40_000)
    expect(seen[car(CUT_OFF)]).toMatchObject({ state: 'answered', answer: { channel: 'vehicle' } })
    const { items } = await desk.get<{ items: FindingView[] }>('/api/findings?limit=200')
    expect(items.map(({ finding }) => finding.rule).filter((rule) => rule === 'roll-call.missed')).toEqual([])
  })
})
