import fs from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { DispatchRate, IncidentView } from '../../server/contract/dispatch.ts'
import type { Page } from '../../server/contract/http.ts'
import type { CarrierView, FindingView } from '../../server/contract/views.ts'
import { scenarioById } from '../../simulators/scenarios/index.ts'
import { freshPostgresqlUrl } from '../support/database.ts'
import { openBrowser, type Seat, sitDown } from './browser.ts'
import { consoleOf, eventually } from './house.ts'
import { STANDS, type Stage, setStage } from './stage.ts'

const MARK = '110-0310-100000'

interface Played {
  readonly stage: Stage
  readonly findings: readonly FindingView[]
  /** By the number of the call. */
  readonly incidents: ReadonlyMap<number, IncidentView>
  readonly rates: readonly DispatchRate[]
  /** The car that was sent out of its beat, as the console shows it at the end. */
  readonly away: CarrierView
}

/** A 110 desk and a case system over signed CloudEvents, cars that really drive over JT/T 808, all on one clock. */
const played = async (id: string): Promise<Played> => {
  const stage = await setStage(id, STANDS, { DATABASE_URL: await freshPostgresqlUrl(inject('postgresqlUrl')) })
  const told = await stage.play()
  expect(told).toMatchObject({ refused: 0, unheard: [] })
  const { get } = await consoleOf(stage.house, 'supervisor')
  const ask = () => get<Page<FindingView>>('/api/findings?pageSize=100')
  const expected = scenarioById(id)!.expects.length
  const { items: findings } = await eventually(ask, (page) => page.total >= expected, 10_000)
  const { items } = await eventually(
    () => get<Page<IncidentView>>('/api/incidents?pageSize=50'),
    ({ total }) => total === 8,
    10_000,
  )
  const { rates } = await get<{ rates: readonly DispatchRate[] }>('/api/dispatch/rates?from=0')
  const { carrier: away } = await get<{ carrier: CarrierView }>('/api/carriers/vehicle%2FC05')
  return { stage, findings, incidents: new Map(items.map((v) => [Number(v.id.split('-J')[1]), v])), rates, away }
}

let [wrong, right, browser, seat]: [Played, Played, Browser, Seat] = [] as never
beforeAll(async () => {
  ;[wrong, right, browser] = await Promise.all([played('dispatch-wrong'), played('dispatch-right'), openBrowser()])
  seat = await sitDown(browser, wrong.stage.house, 'supervisor')
})
afterAll(async () => {
  await browser?.close()
  for (const one of [wrong, right]) {
    await one?.stage.house.stop()
    if (one) fs.rmSync(one.stage.house.dataDir, { recursive: true, force: true })
  }
})

describe.each(['dispatch-wrong', 'dispatch-right'])('%s: calls, orders, cars', (id) => {
  it('yields just the findings it declares', () => {
    const { findings, stage } = id === 'dispatch-wrong' ? wrong : right
    const of = (rule: string, subject: string): string => `${rule} ${subject}`
    const { expects } = scenarioById(id)!
    const found = findings
      .map(({ finding: f }) => ({
        is: of(f.rule, f.subject.replace(/^110-desk-2\/.*$/, '110-desk-2')),
        since: f.since,
      }))
      .toSorted((a, b) => (a.is < b.is ? -1 : 1))
    const wanted = expects.toSorted((a, b) => (of(a.rule, a.subject) < of(b.rule, b.subject) ? -1 : 1))
    expect(found.map(({ is }) => is)).toEqual(wanted.map((e) => of(e.rule, e.subject)))
    for (const [i, { since, tolerance }] of wanted.entries())
      expect(Math.abs((found[i]!.since - stage.startAt) / 60_000 - since), found[i]!.is).toBeLessThanOrEqual(tolerance)
  })
})

describe('each step from its own source', () => {
  it('what the desk says and the positions do not show is a contradiction; the twin has none', () => {
    const of = ({ incidents }: Played): unknown[] =>
      [...incidents]
        .toSorted(([a], [b]) => a - b)
        .flatMap(([n, v]) => v.orders.map((o) => [n, o.moving.agreement, o.arrived.agreement]))
    const all = 'agree'
    expect(of(wrong)).toEqual([[1, 'apart', all], [2, all, 'apart'], ...[3, 4, 5, 6, 8].map((n) => [n, all, all])])
    expect(of(right)).toEqual([1, 2, 3, 4, 5, 6, 8].map((n) => [n, all, all]))
  })

  it('test calls are counted, and in no other number', () => {
    for (const { rates, incidents } of [wrong, right]) {
      const squad = rates.find((r) => r.unit === 'patrol-squad' && r.area === 'urban')!
      const tests = [...incidents.values()].filter((v) => v.test)
      expect(tests).toMatchObject([{ unit: 'patrol-squad', area: 'urban', testApprovedAt: expect.any(Number) }])
      expect(squad).toMatchObject({
        calls: 1,
        tests: 1,
        toOrder: { base: 1 },
        toArrive: { base: 1 },
        kept: { base: 1 },
      })
      expect(rates.reduce((n, r) => n + r.calls, 0)).toBe(7)
    }
  })

  it('a car is exempt from its beat only while its order lasts', () => {
    const [left, back] = [wrong, right].map(({ incidents }) => incidents.get(8)!.orders[0]!)
    expect([left!.closedAt, back!.closedAt]).toEqual([null, expect.any(Number)])
    const { finding } = wrong.findings.find((v) => v.finding.rule === 'patrol.leaves-beat')!
    // Ten minutes to come back, counted from the result, though the order still stands open.
    expect(finding.since - left!.fedBack!.at).toBe(10 * 60_000)
    expect(wrong.away.order).toBeNull()
    // The lawful car was as far away.
    expect(right.findings).toEqual([])
  })
})

describe('in Chromium', () => {
  const open = async (n: number): Promise<string> => {
    const { page } = seat
    await page.goto(`${wrong.stage.house.url}/#/situation?incident=${MARK}-J${n}`)
    const card = page.locator(`section.incident-card[aria-label$="-J${n}"]`)
    await card.waitFor()
    return (await card.innerText()).replace(/\s+/g, ' ')
  }
  const clock = (instant: number): string => new Date(instant + 8 * 3_600_000).toISOString().slice(11, 19)

  it('the timeline has a row a source, and shows where they contradict each other', async () => {
    const { moving, arrived, orderedAt } = wrong.incidents.get(2)!.orders[0]!
    const paper = await open(2)
    for (const instant of [orderedAt, moving.desk!, moving.position!, arrived.desk!, arrived.position!])
      expect(paper).toContain(clock(instant))
    expect(paper).toMatch(/一致 ≠ 相差 [67]分\d\d秒/)
    expect(paper).toContain('登记的到场时间与车辆、民警自身定位相矛盾')
    expect(await open(1)).toMatch(/≠ 相差 5分\d\d秒 一致.*已超承诺.*接到派警指令后没有及时出动/)
    expect(await open(5)).toContain('不在本辖区，请派其他单位')
    expect(await open(6)).toMatch(/测试.*模拟报警，不计入任何统计.*已批准 09:03:00.*已解除/)
    expect(await open(7)).toMatch(/电话处置 10:04:\d\d/)
    expect(await open(8)).toContain('已反馈，待结束')
  })

  it('the list marks test calls and contradictions; statistics count test calls and use none', async () => {
    const { page } = seat
    await page.goto(`${wrong.stage.house.url}/#/cases?tab=dispatch`)
    await page.getByText('共 8 起').waitFor()
    const [list, rates] = [page.locator('table').nth(0), page.locator('table').nth(1)]
    expect(await list.locator('tr', { hasText: `${MARK}-J6` }).innerText()).toContain('测试')
    expect(await list.locator('tr', { hasText: `${MARK}-J2` }).innerText()).toMatch(/到场 ≠ 相差/)
    expect(await list.getByText('≠').count()).toBe(2)
    await rates.getByText('巡特警大队').first().waitFor()
    const squad = await rates.locator('tr', { hasText: '巡特警大队' }).filter({ hasText: '城区' }).innerText()
    expect(squad.split('\t').slice(0, 5)).toEqual(['巡特警大队', '城区', '非紧急', '1', '1'])
    await page.getByRole('checkbox').check()
    await page.getByText('共 5 起').waitFor()
    const file = page.waitForEvent('download')
    await page.getByRole('button', { name: '导出全部' }).click()
    const text = fs.readFileSync(await (await file).path(), 'utf8')
    expect(text.trim().split('\r\n')).toHaveLength(6)
    expect(text).toMatch(/110-0310-100000-J2,.*到场 ≠ 相差/)
    expect(seat.errors).toEqual([])
  })
})
