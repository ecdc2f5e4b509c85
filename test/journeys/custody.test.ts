import { createHmac, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CustodyBoard } from '../../server/contract/custody.ts'
import { createCaseArea } from '../../simulators/case-area/devices.ts'
import { chengdong, staff } from '../../simulators/case-area/layout.ts'
import { type AreaLink, linkCaseArea } from '../../simulators/case-area/link.ts'
import { type CaseSystem, createCaseSystem } from '../../simulators/case-system/link.ts'
import { installation } from '../../simulators/scenarios/custody/install.ts'
import { openBrowser, type Seat, sitDown } from './browser.ts'
import { consoleOf, eventually, type House, startHouse } from './house.ts'

/** Ten seconds a second: near enough to see a second turn, quick enough to wait for it. */
const SPEED = 10
const EPOCH = Date.parse('2026-01-05T16:50:00+08:00')
const NAME = '欧阳慕白'
const ROOM = 'room-station-chengdong-3'

describe('a stay whose limit passes turns at the very second, from door and paper to the board', () => {
  let house: House
  let browser: Browser
  let seat: Seat
  let area: AreaLink
  let cases: CaseSystem
  let doors: Record<'source' | 'secret' | 'client' | 'password', string>
  const devices = createCaseArea(chengdong)
  const clock = (): number => EPOCH + (Date.now() - house.pace!.anchor) * SPEED
  const of = { measure: 'm1', kind: 'summons-written', person: 'p1', stay: 's1', case: 'x1', unit: 'station-chengdong' }
  /** Seven hours and fifty minutes ago when the scene begins: ten minutes are left. */
  const arrivedAt = Date.parse('2026-01-05T09:00:00+08:00')
  const dueAt = arrivedAt + 8 * 3_600_000

  beforeAll(async () => {
    house = await startHouse({ env: { CLOCK_EPOCH: new Date(EPOCH).toISOString(), CLOCK_SPEED: String(SPEED) } })
    doors = JSON.parse(fs.readFileSync(path.join(house.dataDir, 'demo-doors.json'), 'utf8'))
    browser = await openBrowser()
    cases = createCaseSystem({
      url: `${house.url}/intake/cloudevents`,
      secret: doors.secret,
      source: doors.source,
      clock,
    })
    const installed = installation(chengdong, staff, ['notices', 'care', 'belongings', 'checks', 'rights'])
    await cases.tellAll(installed.map(([type, data]) => [type, clock(), data]))
    area = await linkCaseArea({
      url: `mqtt://127.0.0.1:${house.ports.mqtt}`,
      clientId: doors.client,
      password: doors.password,
      prefix: chengdong.prefix,
    })
    await cases.tellAll([
      ['person.named', arrivedAt, { person: 'p1', name: NAME }],
      ['person.described', arrivedAt, { person: 'p1', sex: 'male', birthDate: '1990-01-01', source: 'id-document' }],
      ['measure.decided', arrivedAt - 600_000, { ...of, decision: 'approved', rank: 'station-chief' }],
      ['measure.started', arrivedAt - 300_000, { ...of, officers: ['P01', 'P02'] }],
      ['person.arrived', arrivedAt, { stay: 's1', person: 'p1', unit: of.unit, source: 'gate', how: 'summoned' }],
      ['wristband.issued', arrivedAt, { wristband: devices.wristband('p1'), person: 'p1', stay: 's1', sex: 'male' }],
      ['notice.given', arrivedAt + 60_000, { about: 'm1', person: 'p1', to: 'family' }],
    ])
    await area.send(devices.record(clock(), ROOM, true))
    await area.send(devices.walks(clock(), 'P01', ROOM))
    await area.send(devices.brought(clock(), 'p1', ROOM))
    seat = await sitDown(browser, house, 'supervisor')
    await seat.page.goto(`${house.url}/#/custody`)
  })
  afterAll(async () => {
    await area?.close()
    await browser?.close()
    await house?.stop()
    if (house) fs.rmSync(house.dataDir, { recursive: true, force: true })
  })

  const row = () => seat.page.locator('[data-stay=s1]')

  it('the board shows who is where, with whom, recorded, masked, and the time that is left', async () => {
    await row().getByText('欧阳某某').waitFor()
    // Who is in the room and whether it is recorded come from other sources than the stay, each when it comes.
    for (const word of ['传唤', '09:00:00', '派出所负责人', '询问室', '徐国栋', '录制中', '剩'])
      await row().getByText(word).first().waitFor()
    await seat.page.locator('[data-stay=s1]:is([data-turn=quarter], [data-turn=tenth], [data-turn=over])').waitFor()
    expect(await row().innerText()).not.toContain(NAME)
  })

  it('drawn anew it never stands as overdue before it is, not for one frame', async () => {
    const { page } = seat
    // The page notes every turn the row ever had, and when by the world's time.
    await page.addInitScript(() => {
      const seen: [string, number][] = []
      Object.assign(window, { seen })
      const look = (): void => {
        const turn = document.querySelector('[data-stay=s1]')?.getAttribute('data-turn')
        if (turn && turn !== seen.at(-1)?.[0]) seen.push([turn, Date.now()])
      }
      new MutationObserver(look).observe(document, { childList: true, subtree: true, attributes: true })
    })
    for (let i = 0; i < 3; i++) {
      await page.reload()
      await row().getByText('剩').or(row().getByText('已超期')).first().waitFor()
      const seen = await page.evaluate(() => (window as unknown as { seen: [string, number][] }).seen)
      for (const [turn, at] of seen)
        if (turn === 'over') expect(EPOCH + (at - house.pace!.anchor) * SPEED).toBeGreaterThan(dueAt)
      expect(seen).not.toEqual([])
    }
  })

  it('it counts down by the house’s clock and turns at the very second', async () => {
    // The page itself notes the world's time at which the row turned; the house's clock runs from its anchor.
    const turnedAt = await seat.page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const look = (): void => {
            const one = document.querySelector('[data-stay=s1]')
            if (one?.getAttribute('data-turn') === 'over') resolve(Date.now())
            else requestAnimationFrame(look)
          }
          look()
        }),
    )
    const houseThen = EPOCH + (turnedAt - house.pace!.anchor) * SPEED
    expect(houseThen).toBeGreaterThan(dueAt)
    // Within one second of a viewer's time.
    expect(houseThen - dueAt).toBeLessThan(1_000 * SPEED)
    expect(await row().innerText()).toMatch(/超 \d/)
    await row().getByText('已超期').waitFor()
  })

  it('and the server says the same: one finding, since the very millisecond', async () => {
    const me = await consoleOf(house, 'supervisor')
    const board = await eventually(
      () => me.get<CustodyBoard>('/api/custody'),
      (b) => b.stays[0]!.findings.some((f) => f.ends),
      5_000,
    )
    const passed = board.stays[0]!.findings.filter((f) => f.rule === 'questioning.time-limit')
    expect(passed).toMatchObject([{ since: dueAt, active: true, grade: 'A' }])
  })

  it('the plan shows people and badges; a room whose devices are unplugged is hatched, not green', async () => {
    const { page } = seat
    const room = page.locator(`[data-room=${ROOM}]`)
    await room.getByText('徐国栋').waitFor()
    expect(await room.getAttribute('class')).not.toContain('room-unseen')
    await area.unplug()
    await page.locator(`[data-room=${ROOM}].room-unseen strong`).getByText('设备离线').waitFor()
    expect(await row().locator('.lamp').getAttribute('class')).toContain('lamp-unknown')
    await area.plug()
    await page.locator(`[data-room=${ROOM}]:not(.room-unseen)`).waitFor()
  })

  it('the stay has its whole line; the name comes for a purpose, and the audit has it', async () => {
    const { page } = seat
    await row().dblclick()
    for (const track of ['措施', '房间', '录音录像', '在场人员', '批准'])
      await page.locator('svg').getByText(track).first().waitFor()
    expect(await page.content()).not.toContain(NAME)
    await page.getByText('显示姓名').click()
    await page.getByPlaceholder('事由').fill('核对到案人员身份')
    await page.keyboard.press('Enter')
    await page.getByText(`姓名：${NAME}`).waitFor()
    const audit = await (await consoleOf(house, 'auditor')).get<{ items: { kind: string; data: object }[] }>(
      '/api/audit?kind=view.opened&pageSize=100',
    )
    expect(audit.items.map((i) => i.data)).toContainEqual({
      by: 'supervisor',
      what: 'identity',
      subject: 's1',
      purpose: '核对到案人员身份',
    })
    await page.keyboard.press('Escape')
    await row().waitFor()
  })

  it('in replay the board is that of the moment: before the limit, nothing is over', async () => {
    const { page } = seat
    await page.goto(`${house.url}/#/custody?at=${encodeURIComponent('2026-01-05T16:59:30+08:00')}`)
    await page.getByText('回放：办案区在这一时刻的情况').waitFor()
    await page.locator('[data-stay=s1][data-turn=tenth]').waitFor()
    await page.keyboard.press('l')
    await page.locator('[data-stay=s1][data-turn=over]').waitFor()
  })

  it('an event that nobody signed is refused, and nobody appears', async () => {
    const body = JSON.stringify({
      specversion: '1.0',
      id: randomUUID(),
      source: doors.source,
      type: 'custodes.person.arrived',
      time: '2026-01-05T17:00:00+08:00',
      data: { stay: 'forged', person: 'px', unit: of.unit, how: 'summoned' },
    })
    const at = String(Math.floor(clock() / 1000))
    const signature = createHmac('sha256', 'another key').update(`msg_1.${at}.${body}`).digest('base64')
    const reply = await fetch(`${house.url}/intake/cloudevents`, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/cloudevents+json',
        'webhook-id': 'msg_1',
        'webhook-timestamp': at,
        'webhook-signature': `v1,${signature}`,
      },
    })
    expect(reply.status).toBe(401)
    expect(await seat.page.locator('[data-stay=forged]').count()).toBe(0)
  })

  it('who leaves is gone from the board at once', async () => {
    await area.send(devices.gate(clock(), 'p1', 's1', 'Out', 'released'))
    await seat.page.getByText('办案区内无人').waitFor()
    expect(seat.errors).toEqual([])
  })
})
