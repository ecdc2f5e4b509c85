import fs from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { openBrowser, sitDown } from '../journeys/browser.ts'
import { newFolder, startHouse } from '../journeys/house.ts'
import { freshPostgresqlUrl } from '../support/database.ts'
import { openFleet } from '../support/fleet.ts'
import { percentile } from './percentile.ts'
import type { BenchRow } from './row.ts'

const SAMPLES = 60
const CARS = Array.from({ length: 20 }, (_, i) => `C${String(i + 1).padStart(2, '0')}`)
const phoneOf = (car: string): string => `1640128001${car.slice(1)}`
const second = (): number => Math.floor(Date.now() / 1_000) * 1_000
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** When the page shows `text` inside `within`, by the machine's clock; looked at in every frame the browser draws. */
const shownAt = (page: Page, within: string, text: string): Promise<number> =>
  // As text: what the loader adds to a function's source does not exist in the page.
  page.evaluate(`new Promise((resolve) => {
    const look = () =>
      document.querySelector(${JSON.stringify(within)})?.textContent.includes(${JSON.stringify(text)})
        ? resolve(Date.now())
        : requestAnimationFrame(look)
    look()
  })`)

/** P6: from the moment a terminal writes a frame to the moment a real browser has drawn what it says. */
export const benchLatency = async (adminUrl: string): Promise<BenchRow[]> => {
  const dataDir = newFolder()
  const house = await startHouse({ dataDir, env: { DATABASE_URL: await freshPostgresqlUrl(adminUrl) } })
  const browser = await openBrowser()
  const places = new Map(CARS.map((car) => [phoneOf(car), [106.31, 38.3] as [number, number]]))
  const fleet = await openFleet({
    port: house.ports.jt808,
    phones: CARS.map(phoneOf),
    clock: second,
    place: (phone) => places.get(phone)!,
    acknowledged: () => {},
  })
  try {
    const { page } = await sitDown(browser, house, 'supervisor')
    await page.goto(`${house.url}/#/situation?unit=vehicle%2FC01`)
    await page.locator('.unit-panel').waitFor()
    const frames: number[] = []
    for (let i = 0; i < SAMPLES; i++) {
      // The panel shows the position to five digits: each sample moves by one of them.
      const latitude = 38.3 + (i + 1) / 10_000
      places.set(phoneOf('C01'), [106.31, latitude])
      const shown = shownAt(page, '.unit-panel', latitude.toFixed(4))
      await pause(1_050)
      const from = Date.now()
      fleet.send(0)
      frames.push((await shown) - from)
    }
    const p99 = percentile(frames, 0.99)
    return [
      {
        id: 'P6',
        what: `device frame → pixel, p99 of ${SAMPLES}`,
        value: p99,
        unit: 'ms',
        peer: 'median of the same',
        peerValue: percentile(frames, 0.5),
        ratio: null,
        goal: '≤ 500 ms',
        met: p99 <= 500,
      },
    ]
  } finally {
    fleet.close()
    await browser.close()
    await house.stop()
    fs.rmSync(path.resolve(dataDir), { recursive: true, force: true })
  }
}
