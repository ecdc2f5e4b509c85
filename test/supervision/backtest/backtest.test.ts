import { describe, expect, it } from 'vitest'
import type { Entry } from '../../../server/domain/entry.ts'
import type { Observation } from '../../../server/domain/observation/index.ts'
import { rulebook } from '../../../server/rules/index.ts'
import { quiet } from '../../../server/storage/log.ts'
import { createBacktest } from '../../../server/supervision/backtest/backtest.ts'
import { at } from '../../support/timeline.ts'

const unit = 's1'
const box = (lng: number) => [
  [lng, 30],
  [lng + 0.05, 30],
  [lng + 0.05, 30.05],
  [lng, 30.05],
  [lng, 30],
]
const begin = at('2026-03-02 08:00')
const entry = (seq: number, recordedAt: number, kind: string, data: object): Entry => ({
  seq,
  recordedAt,
  observation: { kind, observedAt: recordedAt, data } as Observation,
})

/** Some days of one car that leaves its beat at ten past every second hour for five minutes. */
const journalOf = (dayCount: number, everySeconds: number) => {
  const entries: Entry[] = []
  const put = (recordedAt: number, kind: string, data: object): void => {
    entries.push(entry(entries.length, recordedAt, kind, data))
  }
  put(begin, 'account.created', { by: 'system', name: 's', role: 'supervisor', unit: null })
  put(begin, 'session.opened', { by: 's', remoteAddress: '::1' })
  put(begin, 'vehicle.registered', { vehicle: 'v1', plate: 'x', unit, name: { zh: '车', en: 'Car' } })
  put(begin, 'device.bound', { device: 'jt808:1', carrier: 'vehicle/v1', owner: unit })
  put(begin, 'zone.drawn', {
    zone: 'b1',
    kind: 'beat',
    name: { zh: '巡区', en: 'Beat' },
    unit,
    polygon: [box(116)],
    validFrom: begin,
    routePoints: [],
    limitKmh: null,
    by: 'system',
    reason: 'x',
  })
  const end = begin + dayCount * 86_400_000
  put(begin, 'shift.scheduled', {
    shift: 'x',
    carrier: 'vehicle/v1',
    unit,
    beat: 'b1',
    startsAt: begin,
    endsAt: end,
    crew: [],
  })
  for (let now = begin + 1_000; now < end; now += everySeconds * 1_000) {
    const minute = Math.floor((now - begin) / 60_000) % 120
    const away = minute >= 10 && minute < 15
    put(now, 'position.reported', {
      device: 'jt808:1',
      carrier: 'vehicle/v1',
      position: [away ? 116.2 : 116.02, 30.02],
      accuracyM: 10,
      altitudeM: null,
      speedKmh: 30,
      headingDeg: null,
      satellites: null,
      ignitionOn: true,
      delivery: 'live',
      mocked: null,
    })
  }
  return {
    entries,
    end,
    read: async ({
      after = -1,
      limit = 1_000,
      kinds,
    }: {
      after?: number
      limit?: number
      kinds?: readonly string[]
    } = {}) => {
      // As a store: what is read is parsed anew.
      const page: Entry[] = []
      for (let i = after + 1; i < entries.length && page.length < limit; i++)
        if (!kinds || kinds.includes(entries[i]!.observation.kind)) page.push(entries[i]!)
      return JSON.parse(JSON.stringify(page)) as Entry[]
    },
    watermark: async () => ({ seq: entries.length - 1, recordedAt: end }),
  }
}
const rule = 'patrol.leaves-beat'
const request = (spec: object, days = 2) => ({
  by: 'chief',
  startedAt: 0,
  rules: [rule],
  spec: spec as Record<string, unknown>,
  days,
})
const tried = async (journal: ReturnType<typeof journalOf>, spec: object, days = 2) => {
  const backtest = createBacktest({ journal, rulebook, log: quiet })
  const asked = backtest.check(spec)
  if (asked.is === 'problems') throw new Error(asked.problems.join())
  expect(backtest.start(asked, request(spec, days))).toBe(true)
  await backtest.settled()
  const state = backtest.state()
  if (state.is !== 'done') throw new Error(JSON.stringify(state))
  return state.result
}

describe('a back-test tries values on the journal before anybody is judged by them', () => {
  const journal = journalOf(3, 30)
  it('a rule left as it is finds what it found', async () => {
    const result = await tried(journal, { [rule]: {} })
    expect(result).toMatchObject({ would: 24, made: 24, both: 24, entries: journal.entries.length })
    expect(result.days.map((d) => d.would).reduce((a, b) => a + b)).toBe(24)
    expect(result.samples.every((s) => s.in === 'both' && s.evidence.length > 0)).toBe(true)
  })
  it('a longer dwell would have found nothing, and what was found is shown', async () => {
    const result = await tried(journal, { [rule]: { dwellMinutes: 30 } })
    expect([result.would, result.made, result.both]).toEqual([0, 24, 0])
    expect(result.samples[0]).toMatchObject({
      in: 'made',
      rule,
      evidence: expect.arrayContaining([expect.any(Number)]),
    })
  })
  it('a rule left out finds nothing', async () =>
    expect((await tried(journal, { [rule]: { enabled: false } })).would).toBe(0))
  it('counts the last days only, though it folds from the first entry on', async () =>
    expect((await tried(journal, { [rule]: {} }, 1)).made).toBe(12))
  it('measures the load by who was at a console: the only session ended after twelve hours', async () => {
    const result = await tried(journal, { [rule]: {} }, 3)
    expect(result.load).toMatchObject({ operatorHours: 12, peakMade: 1 })
    expect(result.load.made).toBeCloseTo(36 / 72)
    expect(result.load.unattendedWould).toBe(30)
  })
})

describe('a back-test holds up nothing', () => {
  it('one at a time; cancelled it stops and says by whom', async () => {
    const backtest = createBacktest({ journal: journalOf(3, 10), rulebook, log: quiet })
    const asked = backtest.check({ [rule]: {} })
    if (asked.is === 'problems') throw new Error('unreachable')
    expect(backtest.start(asked, request({}))).toBe(true)
    expect(backtest.start(asked, request({}))).toBe(false)
    expect(backtest.state()).toMatchObject({ is: 'running', progress: 0 })
    await backtest.cancel('leader')
    expect(backtest.state()).toMatchObject({ is: 'cancelled', by: 'leader' })
    expect(backtest.start(asked, request({}))).toBe(true)
    await backtest.cancel('x')
  })
  it('a journal that cannot be read is told', async () => {
    const journal = { ...journalOf(1, 600), read: () => Promise.reject(new Error('the store is away')) }
    const backtest = createBacktest({ journal, rulebook, log: quiet })
    const asked = backtest.check({ [rule]: {} })
    if (asked.is === 'problems') throw new Error('unreachable')
    backtest.start(asked, request({}))
    await backtest.settled()
    expect(backtest.state()).toMatchObject({ is: 'failed', problem: 'the store is away' })
  })
  it('the event loop stays free: at most 25 ms of work in 99 of 100 turns', async () => {
    const journal = journalOf(3, 4)
    // Work and not waiting is measured: on a busy machine others take our time, which is no fault of ours.
    const turns: number[] = []
    let on = true
    let last = process.cpuUsage()
    const watch = (): void => {
      const { user, system } = process.cpuUsage(last)
      last = process.cpuUsage()
      turns.push((user + system) / 1_000)
      if (on) setImmediate(watch)
    }
    setImmediate(watch)
    const { entries } = await tried(journal, { [rule]: { dwellMinutes: 1 } })
    on = false
    expect(entries).toBeGreaterThan(60_000)
    expect(turns.length).toBeGreaterThan(100)
    expect(turns.sort((a, b) => a - b)[Math.floor(turns.length * 0.99)]).toBeLessThan(25)
  }, 60_000)
})
