import { type Browser, chromium, type Page } from 'playwright-core'
import { type House, passwordOf } from './house.ts'

/** What a browser needs beside it to be sent live video from its own machine. */
export const LIVE_VIDEO = ['--allow-loopback-in-peer-connection', '--autoplay-policy=no-user-gesture-required'] as const

/** Debian's Chromium, headless, asking nothing of the outside. */
export const openBrowser = (more: readonly string[] = []): Promise<Browser> =>
  chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  })

export interface Seat {
  readonly page: Page
  /** Errors the page reported; a journey ends with none. */
  readonly errors: readonly string[]
}

/** A workstation of its own at which someone has logged in. */
export const sitDown = async (
  browser: Browser,
  house: Pick<House, 'url' | 'dataDir'>,
  name: string,
  {
    locale = 'zh-CN',
    theme = 'dark',
    password = passwordOf(house, name),
  }: { readonly locale?: string; readonly theme?: 'dark' | 'light'; readonly password?: string } = {},
): Promise<Seat> => {
  const context = await browser.newContext({
    viewport: { width: 1920, height: 1080 },
    locale,
    colorScheme: theme,
    timezoneId: 'Asia/Shanghai',
  })
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(house.url)
  await page.locator('input[name=username]').fill(name)
  await page.locator('input[name=password]').fill(password)
  await page.locator('button[type=submit]').click()
  await page.locator('nav.rail').waitFor()
  return { page, errors }
}
