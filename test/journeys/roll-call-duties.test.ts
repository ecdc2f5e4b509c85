import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RollCallBoard } from '../../server/contract/roll-call.ts'
import type { TrunkView } from '../../server/contract/views.ts'
import { createCaseSystem } from '../../simulators/case-system/link.ts'
import { consoleOf, eventually, findingsOf } from './house.ts'
import { EPOCH, type RollCallStage, radioOf, setRollCallStage, targetOf, targetsOf } from './roll-call-stage.ts'

const MINUTE = 60_000
const NINE = EPOCH + 60 * MINUTE
const [IN_NEED, MISSES_TWICE, MISSES_ONCE, SAYS_LEAVE, ON_LEAVE] = ['K12', 'K13', 'K14', 'K15', 'K16'] as const
const numberOf = (id: string): number => Number(radioOf(id).split('-')[1])

describe('what radios, roll-calls and the server itself owe, over UDP on a clock that stands until it is moved', () => {
  let stage: RollCallStage
  let desk: Awaited<ReturnType<typeof consoleOf>>
  /** What was found so far; nothing else may be. */
  const known: string[] = []
  let excusedAt = 0

  const found = async (): Promise<readonly string[]> =>
    (await findingsOf(stage.house()))
      .map(({ finding: f }) => `${f.rule} ${f.subject.replace(/^rc-[^/]+\//, '')}`)
      .sort()
  const finds = async (...lines: readonly string[]): Promise<void> => {
    known.push(...lines)
    known.sort()
    expect(await eventually(found, (all) => all.length >= known.length, 30_000)).toEqual(known)
  }
  /** Lets time pass a little at a time, at the pace at which a radio is called, until it is so. */
  const passUntil = async (so: () => Promise<boolean>): Promise<void> => {
    for (let n = 0; n < 180 && !(await so()); n++) {
      await stage.pass(5_000)
      await new Promise((resolve) => setTimeout(resolve, 1_000))
    }
    expect(await so()).toBe(true)
  }
  const passTo = (instant: number): Promise<void> => stage.pass(instant - stage.clock())

  const sitesBecome = async (wanted: Readonly<Record<string, string>>): Promise<void> => {
    const sites = async (): Promise<Readonly<Record<string, string>>> => {
      const { trunks } = await desk.get<{ trunks: readonly TrunkView[] }>('/api/devices')
      return Object.fromEntries(trunks.flatMap((one) => (one.site ? [[one.site.en, one.channel]] : [])))
    }
    const same = (now: Readonly<Record<string, string>>): boolean =>
      Object.entries(wanted).every(([site, channel]) => now[site] === channel)
    expect(await eventually(sites, same, 40_000)).toMatchObject(wanted)
  }
  /** The state of each target of a roll-call. */
  const statesOf = async (cycle: string): Promise<Readonly<Record<string, string>>> =>
    Object.fromEntries(
      (await desk.get<RollCallBoard>('/api/roll-call')).rows
        .filter((row) => row.cycle === cycle)
        .map((row) => [row.target, row.state]),
    )
  const call = async (): Promise<string> =>
    (await desk.post<{ cycle: string }>('/api/roll-calls', { units: ['s1'], reason: '抽查' })).cycle

  beforeAll(async () => {
    stage = await setRollCallStage({ stands: true })
    await eventually(
      async () => stage.registered(),
      (n) => n >= 59,
      10_000,
    )
    desk = await consoleOf(stage.house(), 'supervisor')
    await stage.pass(MINUTE)
    const chief = await consoleOf(stage.house(), 'chief')
    const set = (unit: string | null, values: object) =>
      chief.post('/api/roll-call/cadence', {
        ...{ unitKind: null, unit, post: null, day: null, validFrom: null, reason: '定频次' },
        values,
      })
    await set(null, { firstSeconds: 60, retrySeconds: 60, tries: 2, keepOpenMinutes: 5, escalateAfter: 2 })
    await set('s4', { scheduled: true, everyMinutes: 60, anchorMinute: 0, randomMinutes: 0 })
  })
  afterAll(() => stage?.close())

  it('a press of the emergency button is found at once; a radio that only tells where it is, is not', async () => {
    stage.repeaters[0]!.report(numberOf(MISSES_TWICE))
    stage.repeaters[0]!.press(numberOf(IN_NEED))
    await finds(`radio.emergency ${radioOf(IN_NEED)}`)
  })

  it('a site that is lost for more than five minutes is found; one that is back before is not', async () => {
    const [, long, brief] = stage.repeaters
    long!.die()
    brief!.die()
    await sitesBecome({ 'site-b': 'down', 'site-c': 'down' })
    await stage.pass(4 * MINUTE)
    brief!.revive()
    await sitesBecome({ 'site-c': 'up' })
    await stage.pass(2 * MINUTE)
    await finds('radio.gateway-lost trunk-h/site-b')
    long!.revive()
    await sitesBecome({ 'site-b': 'up' })
  })

  it('who misses two roll-calls in a row, with a radio that registers and answers none; who answers the second is not', async () => {
    const doors = JSON.parse(fs.readFileSync(path.join(stage.house().dataDir, 'demo-doors.json'), 'utf8'))
    const url = `${stage.house().url}/intake/cloudevents`
    const personnel = createCaseSystem({ url, secret: doors.secret, source: doors.source, clock: stage.clock })
    const [startsAt, endsAt] = [0, 24].map((hours) => new Date(EPOCH + hours * 60 * MINUTE).toISOString())
    const leave = { leave: 'l1', officer: ON_LEAVE, kind: 'sick', startsAt, endsAt, by: IN_NEED }
    await personnel.tell('leave.approved', stage.clock(), leave)

    for (const id of [MISSES_TWICE, MISSES_ONCE, SAYS_LEAVE, ON_LEAVE]) stage.moods.set(id, 'silent')
    const first = await call()
    for (const id of [SAYS_LEAVE, ON_LEAVE])
      await desk.post(`/api/roll-calls/${first}/excuse`, { target: targetOf(id), because: 'leave', words: null })
    excusedAt = stage.clock()
    const missed =
      (cycle: string, ...ids: string[]) =>
      async (): Promise<boolean> => {
        const states = await statesOf(cycle)
        return ids.every((id) => states[targetOf(id)] === 'missed')
      }
    await passUntil(missed(first, MISSES_TWICE, MISSES_ONCE))
    await finds(...[MISSES_TWICE, MISSES_ONCE].map((id) => `roll-call.missed ${targetOf(id)}`))
    await desk.post(`/api/roll-calls/${first}/close`, { reason: '结束' })

    stage.moods.clear()
    stage.moods.set(MISSES_TWICE, 'silent')
    // Both say by themselves that they are there.
    for (const id of [MISSES_TWICE, MISSES_ONCE]) stage.repeaters[0]!.register(numberOf(id))
    const second = await call()
    await passUntil(missed(second, MISSES_TWICE))
    expect(await statesOf(second)).toEqual({
      ...Object.fromEntries(targetsOf(1).map((target) => [target, 'answered'])),
      [targetOf(MISSES_TWICE)]: 'missed',
    })
    await finds(
      `roll-call.missed ${targetOf(MISSES_TWICE)}`,
      `roll-call.repeated-misses ${targetOf(MISSES_TWICE)}`,
      `radio.never-answers ${radioOf(MISSES_TWICE)}`,
    )
    await desk.post(`/api/roll-calls/${second}/close`, { reason: '结束' })
    stage.moods.clear()
  })

  it('a roll-call that is due is held', async () => {
    await passTo(NINE)
    const states = async (): Promise<readonly string[]> => {
      const { cycles } = await desk.get<RollCallBoard>('/api/roll-call')
      const due = cycles.find((cycle) => cycle.slot?.from === NINE)
      return due ? Object.values(await statesOf(due.id)) : []
    }
    const all = Array(10).fill('answered')
    expect(await eventually(states, (now) => now.join() === all.join(), 20_000)).toEqual(all)
  })

  it('who was excused by a leave that nobody recorded within the hour; whose leave is on record is not', async () => {
    await passTo(excusedAt + 61 * MINUTE)
    await finds(`roll-call.excuse-without-leave ${targetOf(SAYS_LEAVE)}`)
  })

  it('the server was away: for a minute is nothing; for more than an hour it recorded nothing, and a roll-call was not held', async () => {
    // Nobody waits for the roll-call of ten o'clock but the server.
    const back = async (awayMs: number): Promise<void> => {
      // The recorder notes every two seconds that it runs.
      const ranUntil = async (): Promise<number> =>
        Number(fs.readFileSync(path.join(stage.house().dataDir, 'video', '.alive'), 'utf8'))
      expect(await eventually(ranUntil, (at) => at === stage.clock(), 10_000)).toBe(stage.clock())
      await stage.powerCut(awayMs)
      desk = await consoleOf(stage.house(), 'supervisor')
      await eventually(
        async () => stage.repeaters.every((one) => one.unacknowledged() === 0),
        (all) => all,
        20_000,
      )
      // What fell due meanwhile is judged when sources had time to come back.
      await stage.pass(4 * MINUTE)
    }
    await back(MINUTE)
    await finds()
    await back(70 * MINUTE)
    await finds('recording.recorder-down recorder-1', 'roll-call.cycle-not-held supervision')
  })
})
