import fs from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, type Seat, sitDown } from './browser.ts'
import { startHouse } from './house.ts'
import { type Stage, setStage } from './stage.ts'

/** A patrol car leaves its beat at about the twelfth minute and is found at the fifteenth: seconds at this speed. */
const SPEED = 60

describe('from a device’s frame to a finding on a supervisor’s screen', () => {
  let stage: Stage
  let browser: Browser
  let supervisor: Seat
  let chief: Seat
  let house: Stage['house']
  const scene = new AbortController()

  beforeAll(async () => {
    stage = await setStage('leaves-beat', SPEED)
    house = stage.house
    browser = await openBrowser()
    void stage.play(scene.signal)
    ;[supervisor, chief] = await Promise.all([sitDown(browser, house, 'supervisor'), sitDown(browser, house, 'chief')])
  })
  afterAll(async () => {
    scene.abort()
    await browser?.close()
    await house?.stop()
    if (stage) fs.rmSync(house.dataDir, { recursive: true, force: true })
  })

  it('the strip says that this is a demonstration with a fast clock, and on which store it runs', async () => {
    const strip = supervisor.page.locator('header.strip')
    await strip.getByText('演示').first().waitFor()
    expect(await strip.innerText()).toContain(`×${SPEED}`)
    expect(await strip.innerText()).toContain('内置存储')
  })

  it('the car that left its beat appears as a finding on both screens', async () => {
    for (const { page } of [supervisor, chief])
      await page.getByText('巡逻力量离开巡区').first().waitFor({ timeout: 60_000 })
  })

  it('what one supervisor acknowledges, the other sees without loading anything', async () => {
    const card = supervisor.page.locator('.finding-side [role=option]').first()
    await card.click()
    await supervisor.page.keyboard.press('a')
    await supervisor.page.getByText('已签收').first().waitFor()
    await chief.page.getByText('已签收').first().waitFor({ timeout: 5_000 })
  })

  it('the card answers its five questions', async () => {
    const { page } = supervisor
    await page.keyboard.press('e')
    const card = page.locator('main')
    for (const question of ['涉及什么职责', '依据哪一条', '从何时起', '有什么证据', '下一步'])
      await card.getByText(question).first().waitFor({ timeout: 10_000 })
  })

  it('the track is replayed, and the screen cannot be mistaken for now', async () => {
    const { page } = supervisor
    const at = new Date(stage.startAt + 14 * 60_000).toISOString()
    await page.goto(`${house.url}/#/situation?at=${encodeURIComponent(at)}&unit=vehicle%2FC05`)
    await page.reload()
    await page.locator('header.strip').getByText('回放').first().waitFor()
    await page.getByText('苇泽05号车').first().waitFor()
    await page.keyboard.press('l')
    await page.locator('header.strip').getByText('实时').first().waitFor()
  })

  it('with the server stopped the whole screen says how old it is; back again it holds each finding once', async () => {
    scene.abort()
    const cards = chief.page.locator('.finding-side [role=option]', { hasText: '巡逻力量离开巡区' })
    expect(await cards.count()).toBe(1)
    const { ports, dataDir } = house
    await house.stop()
    await chief.page.locator('.lost[role=alert]').getByText('连接中断').waitFor({ timeout: 15_000 })
    expect(await chief.page.locator('.lost-age').innerText()).toMatch(/停留在.*前/)
    // The demonstration's clock goes on where it would have been.
    const env = {
      ...stage.env,
      CLOCK_ANCHOR: new Date(house.pace!.anchor).toISOString(),
      PORT: String(ports.web),
      JT808_PORT: String(ports.jt808),
      OSMAND_PORT: String(ports.osmand),
    }
    house = await startHouse({ dataDir, env })
    await chief.page.locator('.lost').waitFor({ state: 'detached', timeout: 30_000 })
    expect(await cards.count()).toBe(1)
  })

  it('no page reported an error', () => {
    expect([...supervisor.errors, ...chief.errors]).toEqual([])
  })
})
