import fs from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FindingView, ZoneView } from '../../server/contract/views.ts'
import { openBrowser, type Seat, sitDown } from './browser.ts'
import { consoleOf, eventually, type House } from './house.ts'
import { type Stage, setStage } from './stage.ts'

/** The car has left its beat after a quarter of an hour: fifteen seconds at this speed. */
const SPEED = 60
const PASSWORD = 'correct horse battery staple'

let stage: Stage
let house: House
let browser: Browser
const scene = new AbortController()
beforeAll(async () => {
  stage = await setStage('leaves-beat', SPEED)
  house = stage.house
  browser = await openBrowser()
  void stage.play(scene.signal)
})
afterAll(async () => {
  scene.abort()
  await browser?.close()
  await house?.stop()
  if (stage) fs.rmSync(house.dataDir, { recursive: true, force: true })
})

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const submit = (page: Page) => page.locator('.ant-modal .ant-btn-primary')
/** A dialog with a text: writes, submits, and waits until it is gone. */
const say = async (page: Page, text: string): Promise<void> => {
  await page.locator('.ant-modal textarea').fill(text)
  await submit(page).click()
  await page.locator('.ant-modal textarea').waitFor({ state: 'detached' })
}

describe('a car is asked where it is', () => {
  it('the terminal itself answers', async () => {
    const { page, errors } = await sitDown(browser, house, 'supervisor')
    const desk = await consoleOf(house, 'supervisor')
    const online = () => desk.get<{ carrier: { online: boolean } }>('/api/carriers/vehicle%2FC05')
    expect((await eventually(online, (c) => c.carrier.online, 30_000)).carrier.online).toBe(true)
    await page.goto(`${house.url}/#/situation?unit=vehicle%2FC05`)
    await button(page, '立即定位').click()
    await page.locator('.locate').getByText('设备已应答').waitFor({ timeout: 15_000 })
    expect(errors).toEqual([])
  })
})

describe('zones are drawn on the map, and every version is kept', () => {
  let chief: Seat
  let zones: () => Promise<readonly ZoneView[]>
  const editor = () => chief.page.locator('.zone-editor')
  beforeAll(async () => {
    chief = await sitDown(browser, house, 'chief')
    const desk = await consoleOf(house, 'supervisor')
    zones = async () => (await desk.get<{ zones: readonly ZoneView[] }>('/api/zones')).zones
    await button(chief.page, '编辑区域').click()
  })

  it('a polygon is drawn corner by corner, with two named points, and saved', async () => {
    const { page } = chief
    await button(page, '画新区域').click()
    const at = async (x: number, y: number) => page.locator('.map').click({ position: { x, y } })
    for (const [x, y] of [
      [700, 300],
      [860, 300],
      [860, 440],
      [700, 440],
      [700, 300],
    ] as const)
      await at(x, y)
    await editor().getByLabel('中文名称').fill('演练巡区')
    expect(await editor().getByRole('status').innerText()).toContain('英文名称')
    await editor().getByLabel('英文名称').fill('Drill beat')
    await button(page, '在地图上加点').click()
    await at(760, 350)
    await at(800, 400)
    await button(page, '完成加点').click()
    await editor().getByLabel('第 2 个点位的名称').fill('学校门口')
    await button(page, '学校门口 提前').click()
    await editor().getByLabel('理由').fill('新学期护校')
    await button(page, '保存').click()
    await page.getByText('区域已保存').waitFor()
    const drawn = (await zones()).find((z) => z.name.zh === '演练巡区')!
    expect(drawn.polygon[0]).toHaveLength(5)
    expect(drawn.routePoints.map((p) => p.name)).toEqual(['学校门口', '点位1'])
    expect(drawn).toMatchObject({ kind: 'beat', by: 'chief', reason: '新学期护校' })
  })

  it('a corner is dragged, the change undone and made again; the history has both versions', async () => {
    const { page } = chief
    await editor().getByText('演练巡区').click()
    const corner = page.locator('.marker-icon:not(.marker-icon-middle)').first()
    const box = (await corner.boundingBox())!
    const drag = async (): Promise<void> => {
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
      await page.mouse.down()
      await page.mouse.move(box.x + 60, box.y + 60, { steps: 5 })
      await page.mouse.up()
    }
    await drag()
    await button(page, '撤销').click()
    await drag()
    await editor().getByLabel('理由').fill('让出路口')
    await button(page, '保存').click()
    await eventually(zones, (all) => all.some((z) => z.reason === '让出路口'), 5_000)
    await editor().getByText('演练巡区').click()
    await button(page, '历次版本').click()
    await editor().getByText('第 2 版').waitFor()
    expect(await editor().locator('.zone-versions li').count()).toBe(2)
  })

  it('it is withdrawn, with a reason, and gone from both consoles', async () => {
    const { page } = chief
    await editor().getByLabel('理由').fill('演练结束')
    await button(page, '撤除').click()
    await page.getByText('区域已撤除').waitFor()
    const after = await eventually(zones, (all) => all.every((z) => z.name.zh !== '演练巡区'), 5_000)
    expect(after.map((z) => z.name.zh)).not.toContain('演练巡区')
    await editor().getByText('演练巡区').waitFor({ state: 'detached' })
    expect(chief.errors).toEqual([])
  })
})

describe('a stranger among the devices waits for the system administrator', () => {
  it('is listed, let in for a unit, and shut out again with a reason', async () => {
    await fetch(`http://127.0.0.1:${house.ports.osmand}/?id=stranger-1&lat=38.3&lon=106.2&timestamp=1773108000`)
    const { page, errors } = await sitDown(browser, house, 'sysadmin')
    await page.getByRole('searchbox').fill('stranger')
    const row = page.locator('tr', { hasText: 'osmand:stranger-1' })
    await row.getByText('待审批').waitFor()
    await row.getByRole('button', { name: '准入' }).click()
    await submit(page).click()
    await page.getByText('请选择责任单位').waitFor()
    await page.locator('.ant-modal input').first().fill('support')
    await submit(page).click()
    await row.getByText('已准入').waitFor()
    await row.getByRole('button', { name: '封禁' }).click()
    await say(page, '来历不明')
    await row.getByText('已封禁').waitFor()
    expect(errors).toEqual([])
  })
})

describe('a finding is worked on by two people in two browsers', () => {
  let supervisor: Seat
  let second: Seat
  let found: FindingView
  beforeAll(async () => {
    const desk = await consoleOf(house, 'supervisor')
    const ask = async () => (await desk.get<{ items: FindingView[] }>('/api/findings?pageSize=50')).items
    const left = (views: readonly FindingView[]) => views.find((v) => v.finding.rule === 'patrol.leaves-beat')
    found = left(await eventually(ask, (views) => left(views) !== undefined, 60_000))!
    supervisor = await sitDown(browser, house, 'supervisor')
    second = await sitDown(browser, house, 'supervisor2', { locale: 'en-US' })
    for (const { page } of [supervisor, second]) {
      await page.goto(`${house.url}/#/findings?finding=${encodeURIComponent(found.finding.id)}`)
      await page.locator('.actions-buttons').waitFor()
    }
  })
  const state = (seat: Seat, text: string) => seat.page.locator('article.card').getByText(text).first().waitFor()

  it('acknowledged and claimed by one, the other sees whose it is', async () => {
    const { page } = supervisor
    await page.locator('.actions-buttons').getByRole('button', { name: '签收' }).click()
    await state(second, '已签收')
    await page.locator('.actions-buttons').getByRole('button', { name: '认领' }).click()
    await state(second, 'supervisor 认领')
    await page.locator('.actions-buttons').getByRole('button', { name: '放弃认领' }).click()
    await second.page.locator('.actions-state').getByText('认领').waitFor({ state: 'detached' })
  })

  it('shelved with a reason, and taken up again by the other', async () => {
    await supervisor.page.locator('.actions-buttons').getByRole('button', { name: '搁置' }).click()
    await submit(supervisor.page).click()
    await supervisor.page.getByText('请写明理由').waitFor()
    await say(supervisor.page, '等车组回电')
    await state(second, 'supervisor 搁置至')
    await second.page.locator('.actions-buttons').getByRole('button', { name: '取消搁置' }).click()
    await supervisor.page.locator('.actions-state').getByText('搁置至').waitFor({ state: 'detached' })
  })

  it('dismissed by one person with an outcome; the history tells both browsers who and why', async () => {
    const { page } = supervisor
    await page.locator('.actions-buttons').getByRole('button', { name: '排除' }).click()
    await page.getByText('合法例外').click()
    await say(page, '口头指令增援，电台录音可查')
    await state(second, '已排除')
    await second.page.getByText('口头指令增援，电台录音可查').first().waitFor()
    expect([...supervisor.errors, ...second.errors]).toEqual([])
  })
})

describe('reference data are imported at the console', () => {
  it('a mistake is told with line and column; the corrected file is shown, confirmed and on record', async () => {
    const { page, errors } = await sitDown(browser, house, 'chief')
    await page.goto(`${house.url}/#/imports`)
    const officers = (kind: string) => ({
      name: '人员.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`警号,姓名,单位,身份\nP9001,张三,station-chengdong,${kind}\n`),
    })
    const add = (kind: string) => page.locator('.import-drop input').setInputFiles(officers(kind))
    await add('保安')
    await page.keyboard.press('d')
    await page.locator('.import-refused').getByText('应为：民警、辅警').waitFor()
    await button(page, '移除').click()
    await add('辅警')
    await page.keyboard.press('d')
    await page.locator('.import-outcome').getByText('登记人员 P9001').waitFor()
    await page.keyboard.press('c')
    await page.locator('.import-done').waitFor()
    await page.locator('.imports-history').getByText('人员.csv').waitFor()
    const chief = await consoleOf(house, 'chief')
    const { receipts } = await chief.get<{ receipts: readonly { by: string; added: number }[] }>('/api/imports')
    expect(receipts[0]).toMatchObject({ by: 'chief', added: 1 })
    expect(errors).toEqual([])
  })
})

describe('the security administrator lets people in and shuts them out', () => {
  it('makes an account that can log in, and disables it with the session open', async () => {
    const { page, errors } = await sitDown(browser, house, 'secadmin')
    await button(page, '新建账号').click()
    await page.locator('input[name=account-name]').fill('zhang.san')
    await page.locator('input[name=account-displayName]').fill('张三')
    await page.locator('input[name=account-person]').fill('secadmin')
    await page.locator('input[name=account-password]').fill(PASSWORD)
    await submit(page).click()
    await page.getByText('不能给自己另设账号').waitFor()
    await page.locator('input[name=account-person]').fill('P01')
    await submit(page).click()
    const row = page.locator('tr', { hasText: 'zhang.san' })
    await row.getByText('启用').waitFor()
    const seat = await sitDown(browser, house, 'zhang.san', { password: PASSWORD })
    await row.getByRole('button', { name: '停用' }).click()
    await say(page, '借调结束')
    await row.getByText('已停用').waitFor()
    await seat.page.getByText('此登录已被管理员收回').waitFor({ timeout: 10_000 })
    expect([...errors, ...seat.errors]).toEqual([])
  })
})
