import { randomBytes, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { createCaseSystem, rfc3339 } from '../../simulators/case-system/link.ts'
import { growCounty } from '../../simulators/county/county.ts'
import { countyFiles } from '../../simulators/county/files.ts'
import { LIVE_VIDEO, openBrowser } from './browser.ts'
import { type House, newFolder, passwordOf, startHouse } from './house.ts'

/** A phone as Chromium plays one: a camera with a moving test picture, a microphone that beeps, nobody to ask. */
const PHONE = ['--use-fake-device-for-media-stream=fps=12', '--use-fake-ui-for-media-stream', ...LIVE_VIDEO]

export const OFFICER = 'P01'
export const UNIT = 'station-chengdong'
export const CAMERA = `phone-${OFFICER}`

/** Nobody is on duty, and no other camera takes the processor. */
const LEFT_OUT = ['roster.csv', 'installations.csv']

export interface PhoneStage {
  readonly house: House
  readonly browser: Browser
  /** Tells the house of a duty of the officer, or that it ends at another time. */
  readonly assign: (startsAt: number, endsAt: number) => Promise<void>
  readonly close: () => Promise<void>
}

/** A server that takes phones in, and a browser whose camera is simulated. Nobody is on duty until it is told. */
export const setPhoneStage = async (env: Readonly<Record<string, string>>): Promise<PhoneStage> => {
  const dataDir = newFolder()
  const reference = path.join(dataDir, 'reference')
  fs.mkdirSync(reference)
  for (const file of countyFiles(growCounty()))
    if (!LEFT_OUT.includes(file.name)) fs.writeFileSync(path.join(reference, file.name), file.text)
  const secret = `whsec_${randomBytes(32).toString('base64')}`
  const roster = {
    name: 'roster',
    owner: 'bureau',
    secrets: [secret],
    sources: ['/roster'],
    types: ['custodes.duty.*'],
  }
  fs.writeFileSync(path.join(dataDir, 'intake-sources.json'), JSON.stringify([roster]))
  const house = await startHouse({
    dataDir,
    env: {
      ...{ VIDEO: '1', VIDEO_SEGMENT_SECONDS: '4', MEDIA_PORT: '0', MEDIA_WORKERS: '1', DEMO_COUNTY: reference },
      ...env,
    },
  })
  const system = createCaseSystem({
    url: `${house.url}/intake/cloudevents`,
    secret,
    source: '/roster',
    clock: Date.now,
  })
  const duty = `duty-${randomUUID()}`
  const browser = await openBrowser(PHONE)
  return {
    house,
    browser,
    assign: async (startsAt, endsAt) => {
      const data = {
        duty,
        unit: UNIT,
        role: 'officer',
        officer: OFFICER,
        post: null,
        ...{ startsAt: rfc3339(startsAt), endsAt: rfc3339(endsAt) },
      }
      await system.tellAll([['duty.assigned', Date.now(), data]])
    },
    close: async () => {
      await browser.close()
      await house.stop()
      fs.rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** The officer's phone, 390 wide, logged in on its page. */
export const takePhone = async ({ browser, house }: Pick<PhoneStage, 'browser' | 'house'>): Promise<Page> => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    locale: 'zh-CN',
    permissions: ['camera', 'microphone', 'geolocation'],
    geolocation: { longitude: 106.3054, latitude: 38.3082, accuracy: 8 },
  })
  const page = await context.newPage()
  // Two cores play phone, server and console at once: the picture is small here.
  await page.addInitScript(() => {
    const devices = navigator.mediaDevices
    const real = devices.getUserMedia.bind(devices)
    devices.getUserMedia = (asked) =>
      real({ ...asked, video: { ...(asked?.video as object), width: 320, height: 240, frameRate: 12 } })
  })
  await page.goto(`${house.url}/phone/`)
  await page.locator('input[name=username]').fill('officer')
  await page.locator('input[name=password]').fill(passwordOf(house, 'officer'))
  await page.locator('button[type=submit]').click()
  await page.locator('main.phone').waitFor()
  return page
}
