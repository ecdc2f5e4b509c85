import fs from 'node:fs'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Page } from '../../server/contract/http.ts'
import type { TicketDetail, TicketRow } from '../../server/contract/tickets.ts'
import type { FindingView } from '../../server/contract/views.ts'
import { type Application, openApplication } from '../../simulators/ticket-system/application.ts'
import { type Cluster, startCluster } from '../../simulators/ticket-system/cluster.ts'
import { alterations, type Deed, lawfulDeeds } from '../../simulators/ticket-system/deeds.ts'
import { openDoor } from '../../simulators/ticket-system/door.ts'
import { openStream, type Stream } from '../../simulators/ticket-system/stream.ts'
import { freshPostgresqlUrl } from '../support/database.ts'
import { openBrowser, type Seat, sitDown } from './browser.ts'
import { clockOf, consoleOf, eventually, type House, startHouse } from './house.ts'

const EPOCH = Date.parse('2026-03-02T09:00:00+08:00')

describe('a ticket system’s own PostgreSQL, read by logical decoding: what was altered is found, what is lawful is not', () => {
  let [house, cluster, app, stream, browser, seat]: [House, Cluster, Application, Stream, Browser, Seat] = [] as never
  let now = EPOCH
  const clock = (): number => now
  const deeds: readonly Deed[] = [...lawfulDeeds, ...alterations]
  const numberOf = (n: number): string => `64012026030209${String(1000 + n)}`

  beforeAll(async () => {
    const databaseUrl = await freshPostgresqlUrl(inject('postgresqlUrl'))
    house = await startHouse({
      env: {
        DATABASE_URL: databaseUrl,
        CLOCK_EPOCH: new Date(EPOCH).toISOString(),
        CLOCK_ANCHOR: '2100-01-01T00:00:00Z',
      },
    })
    const moveTo = clockOf(house)
    const { tickets } = JSON.parse(fs.readFileSync(path.join(house.dataDir, 'demo-doors.json'), 'utf8'))
    const send = openDoor({ url: house.url, secret: tickets.secret, clock })
    cluster = (await startCluster())!
    app = await openApplication({ url: cluster.url, send, clock })
    stream = await openStream({ url: cluster.url, db: 'vio', send, timeOf: clock })
    for (const [n, deed] of deeds.entries()) {
      now += 60_000
      await moveTo(now)
      await deed.run(app, numberOf(n), now)
      // In one half of them the log of the application comes before its rows, in the other after.
      if (n % 2 === 0) await stream.pump()
    }
    await stream.pump()
    now += 11 * 60_000
    await moveTo(now)
    browser = await openBrowser()
    seat = await sitDown(browser, house, 'supervisor')
  })
  afterAll(async () => {
    await browser?.close()
    await stream?.close()
    await app?.close()
    await cluster?.stop()
    await house?.stop()
    if (house) fs.rmSync(house.dataDir, { recursive: true, force: true })
  })

  /** Each finding on tickets: the ticket, or else the table, and the rule. */
  const found = async (): Promise<string[]> => {
    const { get } = await consoleOf(house, 'supervisor')
    const { items } = await get<Page<FindingView>>('/api/findings?pageSize=500')
    const own = items.filter((f) => f.finding.rule.startsWith('ticket.'))
    return own.map(({ finding: { rule, facts } }) => `${facts.ticket ?? facts.table} ${rule}`).sort()
  }
  const pass = async (minutes: number): Promise<void> => {
    now += minutes * 60_000
    await clockOf(house)(now)
  }

  it('finds exactly the alterations, each in its ticket', async () => {
    const expected = deeds.flatMap((deed, n) => deed.rules.map((rule) => `${numberOf(n)} ${rule}`)).sort()
    expect(expected).toHaveLength(alterations.length)
    await eventually(found, (all) => all.length >= expected.length, 20_000)
    expect(await found()).toEqual(expected)
  })

  it('the rows are chained as they came, and nothing stays on the log', async () => {
    expect(await stream.pump()).toBe(0)
    const { get } = await consoleOf(house, 'supervisor')
    const { items } = await get<Page<TicketRow>>('/api/tickets?pageSize=200&sort=ticket')
    expect(items.map((r) => r.ticket)).toEqual(deeds.map((_, n) => numberOf(n)))
    const details: TicketDetail[] = []
    for (const { id } of items) details.push(await get<TicketDetail>(`/api/tickets/${encodeURIComponent(id)}`))
    const links = details.flatMap((d) => d.changes.map((c) => c.chain?.number ?? 0)).sort((a, b) => a - b)
    expect(links).toEqual(Array.from({ length: links.length }, (_, i) => i + 1))
    const standing = details.flatMap((d) => d.changes.filter((c) => c.needs !== null).map((c) => c.standing.is))
    expect(standing.filter((is) => is === 'missing')).toHaveLength(alterations.length)
    expect(new Set(standing)).toEqual(new Set(['lawful', 'missing']))
  })

  it('tab and card in the browser: masked, both sides, the missing ground, and plate and driver for a purpose', async () => {
    const { page } = seat
    await page.goto(`${house.url}/#/cases?tab=tickets`)
    const swapped = numberOf(deeds.findIndex((d) => d.rules.includes('ticket.driver-swapped')))
    await page.getByText(`共 ${deeds.length} 张`).waitFor()
    await page.getByRole('searchbox', { name: '编号或文书号开头' }).fill(swapped)
    await page.getByText('共 1 张').waitFor()
    await page.locator('button.ticket-open').click()
    const change = page.locator('[data-standing=missing]')
    await change.waitFor()
    const text = await change.innerText()
    for (const word of [
      '变更驾驶人',
      '缺少：实际驾驶人核查结论',
      'P19',
      'jj-fu',
      'window-3',
      '10.64.3.21',
      '6401***',
      '受保护',
      '①',
      '②',
    ])
      expect(text).toContain(word)
    expect(text).not.toContain('64012119810101')
    await page.getByRole('button', { name: '查看号牌和驾驶人' }).click()
    await page.getByPlaceholder('查看目的').fill('核查顶替扣分')
    await page.getByRole('button', { name: '记录并查看' }).click()
    await page.getByText('64012119810101', { exact: false }).first().waitFor()
    await page.keyboard.press('Escape')
    await page.getByText('共 1 张').waitFor()
    expect(seat.errors).toEqual([])
  })

  it('what happened while the stream had lost its place is found when the table is read anew; the ordinary course is not', async () => {
    const before = await found()
    const who = { account: 'dba', accountOf: 'P20', officer: 'P20', unit: 'traffic', rank: 'officer' }
    const dba = { ...who, terminal: 'server', ip: '10.64.3.2' }
    const row = { lx: '1', zt: '1', cljg: 'traffic', hphm: '宁A77777', wfxw: '1345', fkje: 200, wfjfs: 3 }
    const [altered, accepted] = [numberOf(deeds.length), numberOf(deeds.length + 1)]
    for (const xh of [altered, accepted]) await app.insert({ xh, ...row }, dba, { action: 'enter' })
    await stream.pump()
    await pass(1)
    await app.update(altered, { fkje: 20 }, dba, null)
    await app.update(accepted, { zt: '2' }, dba, null)
    await stream.lose()
    expect(await stream.pump()).toBe(0)
    await pass(1)
    expect(await stream.reread()).toBe(deeds.length + 1)
    await pass(11)
    const wanted = [...before, `${altered} ticket.stream-gap`].sort()
    expect(await eventually(found, (all) => all.length >= wanted.length, 20_000)).toEqual(wanted)
  })

  it('a table of tickets that is emptied is found; one that holds none is not', async () => {
    const before = await found()
    await app.empty('vio_open')
    await stream.pump()
    await pass(11)
    expect(await found()).toEqual(before)
    await app.empty('vio_violation')
    await stream.pump()
    const wanted = [...before, 'public.vio_violation ticket.table-emptied'].sort()
    expect(await eventually(found, (all) => all.length >= wanted.length, 20_000)).toEqual(wanted)
  })
})
