import { chromium, type Page } from 'playwright-core'
import { createServer } from 'vite'
import type { BenchRow } from './row.ts'

const UNITS = 10_000
const FRAMES = 150
const CHROMIUM = '/usr/bin/chromium'
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** What the harness page measures, in milliseconds. */
interface Measured {
  readonly firstPaintMs: number
  readonly framesMs: readonly number[]
}

/**
 * P7: the situation map with ten thousand units of which every one moves before every frame, against the same
 * units as `L.marker`, in the same headless browser without a GPU. Software rendering is the worst case.
 */
export const benchMap = async (): Promise<BenchRow[]> => {
  const server = await createServer({
    root: 'test/bench/map-page',
    configFile: false,
    logLevel: 'error',
    server: { port: 0, host: '127.0.0.1', fs: { allow: [process.cwd()] } },
    optimizeDeps: { include: ['leaflet'] },
  })
  await server.listen()
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: flags })
  try {
    const url = server.resolvedUrls?.local[0] ?? ''
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
    await page.goto(url)
    await page.waitForFunction('typeof measure === "object"')
    const run = (which: 'canvas' | 'markers', frames: number): Promise<Measured> => ask(page, which, frames)
    await run('canvas', 5) // the first run pays for compiling, in both
    await page.evaluate('measure.markers(200, 1)')
    const canvas = await run('canvas', FRAMES)
    const markers = await run('markers', 1)
    const [p95, theirs] = [quantile(canvas.framesMs, 0.95), quantile(markers.framesMs, 0.95)]
    const ratio = markers.firstPaintMs / canvas.firstPaintMs
    return [
      {
        id: 'P7',
        what: `map: p95 frame, ${UNITS} units all moving`,
        value: p95,
        unit: 'ms',
        peer: 'L.marker',
        peerValue: theirs,
        ratio: theirs / p95,
        goal: '≤ 33 ms',
        met: p95 <= 33,
      },
      {
        id: 'P7',
        what: `map: first paint, ${UNITS} units`,
        value: canvas.firstPaintMs,
        unit: 'ms',
        peer: 'L.marker',
        peerValue: markers.firstPaintMs,
        ratio,
        goal: '≥ 10 × faster than L.marker',
        met: ratio >= 10,
      },
    ]
  } finally {
    await browser.close()
    await server.close()
  }
}

const ask = (page: Page, which: string, frames: number): Promise<Measured> =>
  page.evaluate(`measure.${which}(${UNITS}, ${frames})`) as Promise<Measured>

const quantile = (values: readonly number[], q: number): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN
}
