// npm run screenshots [-- PAGE…]: the pictures of docs/screenshots, from a demonstration of their own.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import type { FindingView } from '../server/contract/views.ts'
import { openBrowser, sitDown } from './journeys/browser.ts'
import { consoleOf, eventually, type House, startHouse } from './journeys/house.ts'
import { withPalette } from './support/palette-png.ts'

const FOLDER = path.resolve(import.meta.dirname, '..', 'docs', 'screenshots')
/** A Tuesday morning in the county, ten times as fast: faster, and trackers count as silent before they could connect. */
const START = '2026-03-10T09:30:00+08:00'
const SPEED = 10
const ENOUGH_FINDINGS = 5
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
const seat = async (browser: Browser, house: House, name: string): Promise<Page> => {
  const { page } = await sitDown(browser, house, name)
  await page.addStyleTag({ content: '*{caret-color:transparent!important}' })
  return page
}

const shoot = async (page: Page, name: string): Promise<void> => {
  for (const look of looks) {
    await choose(page, look)
    await page.reload()
    await page.locator('nav.rail, .login').first().waitFor()
    await keep(page, name, look)
  }
}

const main = async (): Promise<void> => {
  const wanted = process.argv.slice(2)
  const wants = (name: string): boolean => wanted.length === 0 || wanted.includes(name)
  fs.mkdirSync(FOLDER, { recursive: true })
  const browser = await openBrowser()
  if (wants('login') || wants('empty')) await shootQuiet(browser, wants)
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
  const args = ['--import', 'tsx', 'simulators/main.ts', 'county-day', ...doors, ...clock, ...tokens]
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
