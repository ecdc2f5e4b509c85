import dgram from 'node:dgram'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RollCallBoard, RowView } from '../../server/contract/roll-call.ts'
import type { FindingView } from '../../server/contract/views.ts'
import { openBrowser, type Seat, sitDown } from './browser.ts'
import { consoleOf, eventually } from './house.ts'
import {
  FAR,
  IDLE_SITE,
  type RollCallStage,
  radioOf,
  setRollCallStage,
  stations,
  targetOf,
  targetsOf,
} from './roll-call-stage.ts'

const silent = ['K13', 'K16', 'K22', 'K29', 'K33', 'K310', 'K45', 'K52', 'K55', 'K63']
/** Whose radio is with whom. */
const proxies = { K17: 'K18', K37: 'K38' } as const
const WORDS = '张三在厨房烧水，电台放在桌上，人都在'

let stage: RollCallStage
let browser: Browser
let seat: Seat
let desk: Awaited<ReturnType<typeof consoleOf>>
const closers: (() => void)[] = []
beforeAll(async () => {
  ;[stage, browser] = await Promise.all([setRollCallStage(), openBrowser()])
  const chief = await consoleOf(stage.house(), 'chief')
  const values = { firstSeconds: 90, retrySeconds: 60, tries: 2, keepOpenMinutes: 1 }
  const scope = { unitKind: null, unit: null, post: null, day: null }
  await chief.post('/api/roll-call/cadence', { ...scope, values, validFrom: null, reason: '演练' })
  desk = await consoleOf(stage.house(), 'supervisor')
  seat = await sitDown(browser, stage.house(), 'supervisor')
})
afterAll(async () => {
  for (const close of closers) close()
  await browser?.close()
  await stage?.close()
})

const rowsOf = async (cycle: string): Promise<readonly RowView[]> =>
  (await desk.get<RollCallBoard>('/api/roll-call')).rows.filter((r) => r.cycle === cycle)
const closedOf = async (cycle: string) =>
  (await desk.get<RollCallBoard>('/api/roll-call')).cycles.find((c) => c.id === cycle)?.closed
/** Every finding on roll-calls and radios, and whatever else was found besides what the scene explains. */
const findings = async (): Promise<string[]> =>
  (await desk.get<{ items: FindingView[] }>('/api/findings?limit=200')).items
    .map(({ finding, endedAt }) => {
      const subject = finding.subject.replace(/^rc-[^/]+\//, '')
      return `${finding.rule} ${subject}${endedAt === null ? '' : ' ended'}`
    })
    .filter((line) => !explained.test(line))
    .sort()
/** Radios given away leave their owner's beat, sooner or later; and a server that was away has recorded nothing. */
const explained = /^(patrol\.leaves-beat officer\/(K17|K37)|recording\.recorder-down)\b/

/** So many datagrams from an address, 60 every twentieth of a second. */
const spray = (address: string, port: number, bytes: Buffer, count: number): void => {
  const socket = dgram.createSocket('udp4')
  socket.on('error', () => {})
  socket.bind(0, address)
  let left = count
  const timer = setInterval(() => {
    for (let i = 0; i < 60 && left > 0; i++, left--) socket.send(bytes, port, '127.0.0.1')
    if (left === 0) clearInterval(timer)
  }, 50)
  closers.push(() => {
    clearInterval(timer)
    socket.close()
  })
}
/** HSTRP as the repeater of site A would send it: radio 103, which is silent, says that it is there. */
const forged = Buffer.from('3242002000078304000002bc04010111008200050a000067003a03', 'hex')
const junk = Buffer.alloc(60, 0x32)

const expected = (): Record<string, string> => ({
  ...Object.fromEntries(targetsOf(...stations).map((t) => [t, 'answered'])),
  ...Object.fromEntries(silent.map((id) => [targetOf(id), 'missed'])),
  [targetOf(FAR)]: 'unobservable',
})
const missedNow = (): string[] => silent.map((id) => `roll-call.missed ${targetOf(id)}`)
const others = [
  ...Object.keys(proxies).map((id) => `roll-call.wrong-place ${targetOf(id)}`),
  ...Object.entries(proxies).map(([a, b]) => `roll-call.moving-as-one ${targetOf(a)}+${targetOf(b)}`),
  `roll-call.unreachable ${targetOf(FAR)}`,
]

describe('a full roll-call over UDP: sixty radios of two makes', () => {
  let cycle: string
  beforeAll(async () => {
    for (const id of silent) stage.moods.set(id, 'silent')
    for (const [id, holder] of Object.entries(proxies)) stage.carriedBy.set(id, holder)
    await eventually(
      async () => stage.registered(),
      (n) => n >= 59,
      10_000,
    )
    expect(stage.registered()).toBe(59)
    expect(await stage.phone()).toBe(200)
    // Begun from the keyboard.
    await seat.page.goto(`${stage.house().url}/#/roll-call`)
    await seat.page.locator('.roll-call').waitFor()
    await seat.page.keyboard.press('n')
    await seat.page.locator('input[name=reason]').fill('夜间抽查')
    await seat.page.keyboard.press('Control+Enter')
    await seat.page.locator('.call-row[data-state=calling]').first().waitFor()
    const [opened] = (await desk.get<RollCallBoard>('/api/roll-call')).cycles
    cycle = opened!.id
    // Meanwhile: strangers who pretend to be a silent radio, a repeater gone mad, a stranger's flood at the other door.
    spray('127.0.0.66', stage.rrs, forged, 6_000)
    spray(IDLE_SITE, stage.rrs, junk, 1_500)
    spray('127.9.9.9', stage.ars, Buffer.from('0002f000', 'hex'), 6_000)
    await eventually(
      () => closedOf(cycle),
      (closed) => closed != null,
      75_000,
    )
    for (const close of closers.splice(0)) close()
  }, 120_000)

  it('the board has every target in its state, and nobody else', async () => {
    const rows = await rowsOf(cycle)
    expect(Object.fromEntries(rows.map((r) => [r.target, r.state]))).toEqual(expected())
    const against = rows.filter((r) => r.reconciliation?.verdict === 'contradicted').map((r) => r.target)
    expect(against.sort()).toEqual(Object.keys(proxies).map(targetOf).sort())
    expect(rows.find((r) => r.target === targetOf(FAR))!.hindered?.because).toBe('out-of-coverage')
  })

  it('and so a tired person reads it in Chromium', async () => {
    const { page } = seat
    await page.locator('.chip', { hasText: '到时结束' }).waitFor()
    const counts = await page.locator('.call-counts .call-count').allInnerTexts()
    expect(counts.map((c) => c.replace(/\s+/g, ' ').trim())).toEqual([
      '待呼 0',
      '呼叫中 0',
      '已应答 49',
      '代答 0',
      '未应答 10',
      '免答 0',
      '不可观测 1',
    ])
    const seen = await page
      .locator('[role=option]')
      .evaluateAll((all) =>
        all.map((o) => [o.getAttribute('data-target')!, o.querySelector('.call-state')!.textContent!.trim()]),
      )
    const words: Record<string, string> = { answered: '已应答', missed: '未应答', unobservable: '不可观测' }
    expect(Object.fromEntries(seen)).toEqual(
      Object.fromEntries(Object.entries(expected()).map(([t, s]) => [t, words[s]])),
    )
    const textOf = (id: string) => page.locator(`[data-target="${targetOf(id)}"]`).innerText()
    expect(await textOf(FAR)).toContain('不在覆盖范围')
    for (const id of Object.keys(proxies)) expect(await textOf(id)).toMatch(/电台定位[\s\S]*不在岗位处/)
    expect(await textOf('K13')).toContain('第 2/2 次')
    // What needs somebody: ten missed, one not to be observed, two contradicted.
    await page.keyboard.press('f')
    expect(await page.locator('[role=option]').count()).toBe(13)
    await page.keyboard.press('f')
  })

  it('the findings are exactly those of the scene; floods and forged answers changed nothing', async () => {
    const wanted = [...missedNow(), ...others].sort()
    expect(await eventually(findings, (f) => f.length >= wanted.length, 20_000)).toEqual(wanted)
    const all = (await desk.get<{ items: FindingView[] }>('/api/findings?limit=200')).items
    const unreachable = all.find((f) => f.finding.rule === 'roll-call.unreachable')!
    // The hole is charged to whoever keeps the radio system, not to the officer.
    expect(unreachable.finding.concerns).toMatchObject({ unit: 'ju', officers: [] })
  })

  it('somebody answers for one of the missing: channel and words are kept verbatim, and the finding ends', async () => {
    const { page } = seat
    await page.locator(`[data-target="${targetOf('K13')}"]`).click()
    await page.keyboard.press('b')
    await page.locator('textarea[name=words]').fill(WORDS)
    await page.keyboard.press('Control+Enter')
    await page
      .locator(`[data-target="${targetOf('K13')}"] .call-on-behalf`)
      .first()
      .waitFor()
    expect(await page.locator(`[data-target="${targetOf('K13')}"]`).innerText()).toContain(WORDS)
    const row = (await rowsOf(cycle)).find((r) => r.target === targetOf('K13'))!
    expect(row).toMatchObject({
      state: 'on-behalf',
      behalf: { channel: 'telephone', headcount: 1, words: WORDS, by: 'supervisor' },
    })
    const wanted = [...missedNow().map((f) => (f.endsWith('K13') ? `${f} ended` : f)), ...others].sort()
    expect(await eventually(findings, (f) => f.some((x) => x.endsWith('ended')), 10_000)).toEqual(wanted)
    expect(seat.errors).toEqual([])
  })
})

describe('a radio that was handed to somebody else answers, over UDP and by voice', () => {
  it('the last call’s request for the place is answered by another radio: the row says which, and a finding opens', async () => {
    stage.moods.clear()
    stage.carriedBy.clear()
    stage.moods.set('K24', { answersAs: 205 })
    stage.moods.set('K26', 'silent')
    const before = await findings()
    const { cycle } = await desk.post<{ cycle: string }>('/api/roll-calls', { units: ['s2'], reason: '演练' })
    const row = async (id: string) => (await rowsOf(cycle)).find((r) => r.target === targetOf(id))
    expect(
      await eventually(
        () => row('K24'),
        (r) => r?.state === 'answered',
        40_000,
      ),
    ).toMatchObject({
      answer: { channel: 'radio', device: radioOf('K24'), radio: radioOf('K25') },
      reconciliation: { verdict: 'contradicted' },
    })

    const { page } = seat
    await page.goto(`${stage.house().url}/#/roll-call?cycle=${cycle}`)
    await page.locator(`[data-target="${targetOf('K26')}"]`).click()
    await page.keyboard.press('b')
    await page.locator('textarea[name=words]').fill('我是K26，电台没电，用同事的')
    await page.locator('select[name=channel]').selectOption('radio-voice')
    await page.locator('input[name=radio-number]').fill('205')
    await page.keyboard.press('Control+Enter')
    await eventually(
      () => row('K26'),
      (r) => r?.state === 'on-behalf',
      10_000,
    )
    expect(await row('K26')).toMatchObject({ behalf: { channel: 'radio-voice', radio: radioOf('K25') } })

    const wanted = [...before, ...['K24', 'K26'].map((id) => `roll-call.wrong-radio ${targetOf(id)}`)].sort()
    expect(await eventually(findings, (f) => f.length >= wanted.length, 10_000)).toEqual(wanted)
    await desk.post(`/api/roll-calls/${cycle}/close`, { reason: '演练结束' })
    expect(seat.errors).toEqual([])
  })
})

describe('a dispatcher that dies in the middle of a roll-call, and returns', () => {
  it('unanswered is not missed while the channel was down; the others are called again and the roll-call goes on', async () => {
    // The radios of the second station keep their moods: the last call to one of them may still be on its way.
    const before = await findings()
    const { cycle } = await desk.post<{ cycle: string }>('/api/roll-calls', { units: ['s3', 's4'], reason: '演练' })
    const site = stage.repeaters[stage.siteOf(3)]!
    const stateCounts = async () => {
      const counts: Record<string, number> = {}
      for (const { state } of await rowsOf(cycle)) counts[state] = (counts[state] ?? 0) + 1
      return counts
    }
    await eventually(stateCounts, (n) => (n.answered ?? 0) >= 4, 20_000)
    site.die()
    const seen = new Set<string>()
    const down = await eventually(
      async () => {
        const counts = await stateCounts()
        for (const state of Object.keys(counts)) seen.add(state)
        return counts
      },
      (n) => (n.answered ?? 0) + (n.unobservable ?? 0) === 20,
      45_000,
    )
    expect(down.unobservable).toBeGreaterThan(0)
    expect((await rowsOf(cycle)).flatMap((r) => (r.hindered ? [r.hindered.because] : []))).toEqual(
      Array(down.unobservable).fill('channel-down'),
    )
    site.revive()
    expect(await eventually(stateCounts, (n) => n.answered === 20, 40_000)).toEqual({ answered: 20 })
    expect(seen).not.toContain('missed')
    await eventually(
      () => closedOf(cycle),
      (closed) => closed != null,
      20_000,
    )
    expect((await closedOf(cycle))?.because).toBe('complete')
    expect(await findings()).toEqual(before)
  })
})

describe('the server itself loses its power in the middle of a roll-call', () => {
  it('nobody listened meanwhile, so nobody missed anything: it is called anew and all answer', async () => {
    for (const id of stage.everyone) stage.moods.set(id, 'silent')
    const before = await findings()
    const { cycle } = await desk.post<{ cycle: string }>('/api/roll-calls', { units: ['s1'], reason: '演练' })
    await eventually(
      () => rowsOf(cycle),
      (rows) => rows.filter((r) => r.state === 'calling').length >= 5,
      20_000,
    )
    // Ten minutes, far beyond every window.
    const back = stage.powerCut(600_000)
    // The server that comes back calls at once, before it is ready for a console: from now on all would answer.
    stage.moods.clear()
    await back
    desk = await consoleOf(stage.house(), 'supervisor')
    const rows = await eventually(
      () => rowsOf(cycle),
      (all) => all.length === 10 && all.every((r) => r.state === 'answered'),
      60_000,
    )
    expect(Object.fromEntries(rows.map((r) => [r.target, r.state]))).toEqual(
      Object.fromEntries(targetsOf(1).map((t) => [t, 'answered'])),
    )
    expect(await findings()).toEqual(before)
  })
})
