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

  it('finds exactly the alterations, each in its ticket', async () => {
    const expected = deeds.flatMap((deed, n) => deed.rules.map((rule) => `${numberOf(n)} ${rule}`)).sort()
    expect(expected).toHaveLength(alterations.length)
    const { get } = await consoleOf(house, 'supervisor')
    const told = async (): Promise<string[]> => {
      const { items } = await get<Page<FindingView>>('/api/findings?pageSize=500')
      const own = items.filter((f) => f.finding.rule.startsWith('ticket.'))
      return own.map((f) => `${f.finding.facts.ticket} ${f.finding.rule}`).sort()
    }
    await eventually(told, (all) => all.length >= expected.length, 20_000)
    expect(await told()).toEqual(expected)
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
})
