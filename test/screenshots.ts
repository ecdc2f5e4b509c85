// npm run screenshots [-- PAGE…]: the pictures of docs/screenshots, from a demonstration of their own.

import { spawn } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import type { FindingView } from '../server/contract/views.ts'
import { TYPESCRIPT } from '../server/storage/thread.ts'
import { LIVE_VIDEO, openBrowser, sitDown } from './journeys/browser.ts'
import { consoleOf, eventually, type House, newFolder, startHouse } from './journeys/house.ts'
import { withPalette } from './support/palette-png.ts'

const FOLDER = path.resolve(import.meta.dirname, '..', 'docs', 'screenshots')
/** A Tuesday morning in the county, ten times as fast: faster, and trackers count as silent before they could connect. */
const START = '2026-03-10T09:30:00+08:00'
const SPEED = 10
const ENOUGH_FINDINGS = 5
/** A simulated camera. */
const REVIEWED = 'cam-bureau-4'
/** What is large enough to look through and small enough to keep in a repository. */
const MAX_BYTES = 400_000

const looks = [
  { locale: 'zh', theme: 'dark' },
  { locale: 'en', theme: 'dark' },
  { locale: 'zh', theme: 'day' },
  { locale: 'en', theme: 'day' },
] as const
type Look = (typeof looks)[number]

const choose = (page: Page, { locale, theme }: Look): Promise<void> =>
  page.evaluate(
    ([l, t]) => {
      localStorage.setItem('custodes.language', JSON.stringify(l))
      localStorage.setItem('custodes.theme', JSON.stringify(t))
    },
    [locale, theme] as const,
  )

const keep = async (page: Page, name: string, { locale, theme }: Look): Promise<void> => {
  await page.waitForTimeout(1_500)
  await page.locator('.time-loading.on').waitFor({ state: 'detached', timeout: 30_000 })
  await page.locator('.ant-spin-spinning').waitFor({ state: 'detached', timeout: 30_000 })
  const bytes = withPalette(await page.screenshot())
  const file = `${name}-${locale}-${theme}.png`
  fs.writeFileSync(path.join(FOLDER, file), bytes)
  console.log(
    `${file.padEnd(40)} ${Math.round(bytes.length / 1000)} kB${bytes.length > MAX_BYTES ? '  TOO LARGE' : ''}`,
  )
}

/** Somebody at the console. */
const seat = async (browser: Browser, house: Pick<House, 'url' | 'dataDir'>, name: string): Promise<Page> => {
  const { page } = await sitDown(browser, house, name)
  await page.addStyleTag({ content: '*{caret-color:transparent!important}' })
  return page
}

/** `reach`: what is done on the opened page until that is there which is to be seen. */
const shoot = async (page: Page, name: string, reach?: (page: Page) => Promise<void>): Promise<void> => {
  for (const look of looks) {
    await choose(page, look)
    await page.reload()
    await page.locator('nav.rail, .login').first().waitFor()
    await reach?.(page)
    await keep(page, name, look)
  }
}

const main = async (): Promise<void> => {
  const wanted = process.argv.slice(2)
  const wants = (name: string): boolean => wanted.length === 0 || wanted.includes(name)
  fs.mkdirSync(FOLDER, { recursive: true })
  const browser = await openBrowser(LIVE_VIDEO)
  if (wants('login') || wants('empty')) await shootQuiet(browser, wants)
  const living = Object.keys(livingPages).filter(wants)
  if (living.length > 0) await shootLiving(browser, living)
  if (wanted.length > 0 && wanted.every((name) => name in livingPages)) return browser.close()
  const house = await startHouse({ env: { CLOCK_EPOCH: START, CLOCK_SPEED: String(SPEED) } })
  try {
    const county = simulate(house)
    const page = await seat(browser, house, 'chief')
    const open = async (hash: string): Promise<void> => {
      await page.goto(`${house.url}/${hash}`)
      await page.reload()
    }
    const views = await enoughFindings(house)
    const worst = views.toSorted((a, b) => a.finding.grade.localeCompare(b.finding.grade))[0]!
    const then = views.find((v) => v.finding.rule === 'patrol.leaves-beat') ?? worst
    if (wants('situation')) {
      await open(`#/situation?unit=${encodeURIComponent(then.finding.concerns.carrier ?? '')}`)
      await shoot(page, 'situation')
    }
    if (wants('situation-replay')) {
      const at = new Date(then.finding.since + 60_000).toISOString()
      const unit = encodeURIComponent(then.finding.concerns.carrier ?? '')
      await open(`#/situation?unit=${unit}&at=${encodeURIComponent(at)}`)
      await shoot(page, 'situation-replay')
    }
    if (wants('finding')) {
      await open(`#/findings?finding=${encodeURIComponent(then.finding.id)}`)
      await shoot(page, 'finding')
    }
    for (const name of ['devices', 'rules'] as const) {
      if (!wants(name)) continue
      await open(`#/${name}`)
      await shoot(page, name)
    }
    if (wants('audit')) {
      const auditor = await seat(browser, house, 'auditor')
      await auditor.goto(`${house.url}/#/audit`)
      await shoot(auditor, 'audit')
    }
    if (wants('accounts')) {
      const administrator = await seat(browser, house, 'secadmin')
      await administrator.goto(`${house.url}/#/accounts`)
      await shoot(administrator, 'accounts')
    }
    county.kill()
    if (wants('disconnected')) {
      await choose(page, looks[0])
      await open('#/situation')
      await page.locator('canvas').first().waitFor()
      await shootLost(page, house)
    }
  } finally {
    await browser.close()
    await house.stop()
  }
}

/** The simulated county on the house's clock. */
const simulate = (house: House) => {
  const { epoch, anchor, speed } = house.pace!
  const iso = (at: number): string => new Date(at).toISOString()
  const doors = ['--port', String(house.ports.jt808), '--http', `http://127.0.0.1:${house.ports.osmand}`]
  const clock = ['--from', iso(epoch), '--anchor', iso(anchor), '--speed', String(speed)]
  const tokens = ['--tokens', path.join(house.dataDir, 'demo-tokens.json')]
  const args = ['--import', TYPESCRIPT, 'simulators/main.ts', 'county-day', ...doors, ...clock, ...tokens]
  return spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
}

const enoughFindings = async (house: House): Promise<readonly FindingView[]> => {
  const chief = await consoleOf(house, 'chief')
  const ask = async (): Promise<readonly FindingView[]> =>
    (await chief.get<{ items: readonly FindingView[] }>('/api/findings?pageSize=50')).items
  const good = (views: readonly FindingView[]): boolean =>
    views.length >= ENOUGH_FINDINGS && views.some((v) => v.finding.rule === 'patrol.leaves-beat')
  const views = await eventually(ask, good, 240_000)
  if (!good(views)) throw new Error(`only ${views.length} findings in four minutes\n${house.log()}`)
  return views
}

/** Pages that need cameras, rooms or radios: who looks, where, and what they do until it is there. */
interface LivingPage {
  readonly who: string
  readonly hash: string
  readonly reach: (page: Page) => Promise<void>
}
const sees =
  (selector: string) =>
  (page: Page): Promise<void> =>
    page.locator(selector).first().waitFor({ timeout: 60_000 })
const livingPages: Readonly<Record<string, LivingPage>> = {
  wall: {
    who: 'supervisor',
    hash: 'wall',
    reach: async (page) => {
      await page.locator('.purpose-usual button').first().click()
      await sees('.tile[data-state=live]')(page)
    },
  },
  'video-patrol': { who: 'supervisor', hash: 'video-patrol', reach: sees('.looks-draw, .looks-now') },
  review: {
    who: 'supervisor',
    hash: `review?about=camera:${REVIEWED}`,
    reach: async (page) => {
      // Opened once, it stands at an address of its own.
      if (page.url().includes('review=')) return sees('.review-tile')(page)
      await page
        .locator('.review-purpose textarea')
        .fill('核查窗口无人值守的投诉 · a complaint that nobody was at the window')
      await page.locator('.review-open button[type=submit]').click()
      await sees('.review-tile')(page)
    },
  },
  imports: { who: 'chief', hash: 'imports', reach: sees('.imports-main') },
  custody: { who: 'supervisor', hash: 'custody', reach: sees('.panel') },
  'roll-call': { who: 'supervisor', hash: 'roll-call', reach: sees('.panel') },
}
/** On the world's clock: until the rooms have people and the first roll-call was held. */
const SETTLED_MS = 150_000

/** A demonstration as `npm start` gives it, with cameras, rooms, radios and roll-calls. */
const shootLiving = async (browser: Browser, names: readonly string[]): Promise<void> => {
  const dataDir = newFolder()
  const port = await freePort()
  const ports = { PORT: String(port), JT808_PORT: '0', OSMAND_PORT: '0', MQTT_PORT: '0', MEDIA_PORT: '0' }
  const demonstration = spawn(process.execPath, ['scripts/start.mjs'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...ports, DATA_DIR: dataDir },
  })
  const house = { url: `http://127.0.0.1:${port}`, dataDir }
  const answers = async (): Promise<boolean> => {
    try {
      return (await fetch(`${house.url}/readyz`)).ok
    } catch {
      return false
    }
  }
  try {
    if (!(await eventually(answers, (ready) => ready, 300_000))) throw new Error('the demonstration is not ready')
    await new Promise((resolve) => setTimeout(resolve, SETTLED_MS))
    for (const name of names) {
      const { who, hash, reach } = livingPages[name]!
      const page = await seat(browser, house, who)
      await page.goto(`${house.url}/#/${hash}`)
      await shoot(page, name, reach)
      await page.context().close()
    }
  } finally {
    demonstration.kill()
    await new Promise((resolve) => demonstration.once('exit', resolve))
    fs.rmSync(dataDir, { recursive: true, force: true })
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo
      probe.close(() => resolve(port))
    })
  })

/** Before anybody has driven: the door, and a desk with nothing on it. */
const shootQuiet = async (browser: Browser, wants: (name: string) => boolean): Promise<void> => {
  const house = await startHouse({ env: { CLOCK_EPOCH: START } })
  try {
    if (wants('login')) {
      const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
      await page.goto(house.url)
      await shoot(page, 'login')
      await page.close()
    }
    if (!wants('empty')) return
    const page = await seat(browser, house, 'chief')
    await page.goto(`${house.url}/#/findings`)
    await shoot(page, 'empty')
  } finally {
    await house.stop()
  }
}

/** The server goes away under an open console; language and theme are changed by its own switches. */
const shootLost = async (page: Page, house: House): Promise<void> => {
  await house.kill()
  await page.locator('.lost').waitFor()
  let now: Look = looks[0]
  for (const look of looks) {
    if (look.locale !== now.locale)
      await page.getByText(now.locale === 'zh' ? 'English' : '中文', { exact: true }).click()
    if (look.theme !== now.theme) await page.keyboard.press('t')
    now = look
    await keep(page, 'disconnected', look)
  }
}

await main()
