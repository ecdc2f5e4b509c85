import { existsSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startFixture } from './fixture-server.ts'
import { finding } from './fixture-world.ts'

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

let browser: Browser
let fixture: Awaited<ReturnType<typeof startFixture>>

beforeAll(async () => {
  if (!existsSync('dist/index.html')) await build({ logLevel: 'error' })
  fixture = await startFixture()
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: flags })
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await fixture?.close()
})

const enter = async (place = ''): Promise<Page> => {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
  await page.goto(`${fixture.url}/${place}`)
  // One fixture has one session: whoever comes second is already in.
  await page.waitForSelector('input[name=username], .frame')
  if ((await page.locator('.frame').count()) === 0) {
    await page.fill('input[name=username]', 'chief')
    await page.fill('input[name=password]', 'demo')
    await page.click('button[type=submit]')
  }
  await page.waitForSelector('.mode')
  return page
}

const speak = async (page: Page, language: 'zh' | 'en'): Promise<void> => {
  await page.evaluate((l) => localStorage.setItem('custodes.language', JSON.stringify(l)), language)
  await page.reload()
  await page.waitForSelector('.mode-live')
}
/** Nothing of the strip is cut off, from a wide screen to a narrow one. */
const stripFits = async (page: Page, what: string): Promise<void> => {
  for (const width of [1920, 1600, 1440, 1366, 1280, 1180]) {
    await page.setViewportSize({ width, height: 900 })
    const cut = await page.locator('.strip').evaluate((e) => e.scrollWidth - e.clientWidth)
    expect(cut, `${what} ${width}`).toBe(0)
  }
}

describe('the console in a real browser', () => {
  it('a wrong password is answered with what was wrong', async () => {
    const page = await browser.newPage()
    await page.goto(fixture.url)
    await page.fill('input[name=username]', 'chief')
    await page.fill('input[name=password]', 'nonsense')
    await page.click('button[type=submit]')
    await expect.poll(() => page.textContent('.login-problem')).toContain('15 分钟')
    await page.close()
  })

  it('breaks no rule of a policy without inline scripts', async () => {
    const page = await browser.newPage()
    const problems: string[] = []
    page.on('console', (m) => m.text().includes('Content Security Policy') && problems.push(m.text()))
    page.on('pageerror', (e) => problems.push(e.message))
    await page.goto(fixture.url)
    await page.waitForTimeout(500)
    expect(problems).toEqual([])
    await page.close()
  })

  it('what one acknowledges another sees without reload', async () => {
    const [one, two] = [await enter('#/findings'), await enter('#/findings')]
    await one.locator('.queue .row').first().click()
    await one.waitForSelector('.actions-buttons')
    const rowsOfTwo = two.locator('.queue-unseen')
    await expect.poll(() => rowsOfTwo.count()).toBeGreaterThan(0)
    const before = await rowsOfTwo.count()
    await one.keyboard.press('a')
    await expect.poll(() => rowsOfTwo.count()).toBe(before - 1)
    await Promise.all([one.close(), two.close()])
  })

  it('nothing moves under the hand: a new finding waits behind a chip', async () => {
    const page = await enter('#/findings')
    const rows = page.locator('.queue .row .queue-title')
    await rows.first().hover()
    const before = await rows.allTextContents()
    fixture.tell(finding(4, Date.now() - 5_000, { seq: 90_000 }))
    await expect.poll(() => page.textContent('.queue-fresh')).toContain('1 条新线索')
    expect(await rows.allTextContents()).toEqual(before)
    await page.click('.queue-fresh')
    await expect.poll(() => rows.count()).toBe(before.length + 1)
    await page.close()
  })

  it('the way out is never pushed off the screen, in neither language', async () => {
    const page = await enter('#/situation')
    for (const language of ['zh', 'en'] as const) {
      await speak(page, language)
      await stripFits(page, language)
      const at = new Date(Date.now() - 600_000).toISOString()
      await page.goto(`${fixture.url}/#/situation?at=${at}`)
      await page.waitForSelector('.mode-replay')
      await stripFits(page, `${language}, replay`)
      await page.keyboard.press('l')
      await page.waitForSelector('.mode-live')
    }
    await page.close()
  })

  it('an English quotation mark takes the room of a letter, in tables as well', async () => {
    const page = await enter('#/devices')
    await speak(page, 'en')
    await page.waitForSelector('.ant-table')
    const widths = await page.evaluate(() =>
      ['body', '.ant-table'].map((parent) => {
        const mark = document.createElement('span')
        mark.style.fontSize = '16px'
        mark.textContent = '’'
        document.querySelector(parent)!.append(mark)
        return mark.getBoundingClientRect().width
      }),
    )
    for (const width of widths) expect(width).toBeLessThan(8)
    await page.close()
  })

  it('a sheet is printed dark on white whatever the screen is, and says what it is, of when and by whom', async () => {
    const page = await enter('#/findings')
    await page.evaluate("localStorage.setItem('custodes.theme', JSON.stringify('dark'))")
    await page.reload()
    await page.waitForSelector('.mode-live')
    const lightness = (selector: string): Promise<number> =>
      page
        .locator(selector)
        .first()
        .evaluate((e) => Math.max(...getComputedStyle(e).color.match(/\d+/g)!.slice(0, 3).map(Number)))
    expect(await lightness('.queue-title')).toBeGreaterThan(180)
    await page.emulateMedia({ media: 'print' })
    await page.locator('.print-head').waitFor()
    expect(await page.locator('.print-head').innerText()).toMatch(
      /警务督察监控台 · 问题线索\s+打印于 \d{4}-\d\d-\d\d .*打印人 /,
    )
    for (const ink of ['.print-head b', '.queue-title']) expect(await lightness(ink)).toBeLessThan(80)
    // What takes its ink from the style sheet, and not from the components' theme.
    expect(await page.evaluate('document.documentElement.dataset.theme')).toBe('day')
    expect(await page.locator('.rail').isVisible()).toBe(false)
    await page.emulateMedia({ media: 'screen' })
    expect(await page.locator('.print-head').isVisible()).toBe(false)
    expect(await lightness('.queue-title')).toBeGreaterThan(180)
    await page.close()
  })

  it('LIVE and REPLAY cannot be mistaken, and one key goes back', async () => {
    const page = await enter('#/situation')
    await page.waitForSelector('.time-track')
    const bar = await page.locator('.time-track').boundingBox()
    await page.mouse.click((bar?.x ?? 0) + 300, (bar?.y ?? 0) + 8)
    await page.waitForSelector('.frame-replay .mode-replay')
    expect(page.url()).toContain('at=')
    await page.keyboard.press('l')
    await page.waitForSelector('.frame-live .mode-live')
    expect(page.url()).not.toContain('at=')
    await page.close()
  })

  it('before the first word of the server nothing is called live, and what waits is unknown and not none', async () => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await page.routeWebSocket(/./, () => {
      // Accepts the connection and says nothing.
    })
    await page.goto(`${fixture.url}/#/situation`)
    await page.waitForSelector('.strip-counts')
    expect(await page.textContent('.mode')).toBe('未连接')
    expect(await page.locator('.strip-count b').allTextContents()).toEqual(['—', '—', '—'])
    expect(await page.textContent('.strip-unseen b')).toBe('—')
    await page.close()
  })

  it('a lost batch is followed by a snapshot, unseen by the operator', async () => {
    const page = await enter('#/situation')
    await page.waitForSelector('.unit-row')
    const before = fixture.resyncs()
    fixture.skip()
    await expect.poll(() => fixture.resyncs()).toBe(before + 1)
    expect(await page.locator('.mode-live').count()).toBe(1)
    expect(await page.locator('.lost').count()).toBe(0)
    await page.close()
  })

  it('a session that was ended goes to the login page and says why', async () => {
    const page = await enter('#/situation')
    fixture.end('revoked')
    await expect.poll(() => page.textContent('.login-reason')).toContain('收回')
    await page.close()
  })

  it('without the server the whole screen says so with its age', async () => {
    const [page, english] = [await enter('#/situation'), await enter('#/situation')]
    await speak(english, 'en')
    await page.waitForSelector('.unit-row')
    await fixture.close()
    await page.waitForSelector('.frame-lost .lost-age')
    expect(await page.textContent('.lost')).toMatch(/停留在 \d+秒 前/)
    expect(await page.locator('.unit-row').count()).toBeGreaterThan(0)
    // What is old is not live.
    expect(await page.textContent('.mode')).toBe('未连接')
    await english.waitForSelector('.frame-lost')
    for (const lost of [page, english]) await stripFits(lost, 'lost')
  })
})
