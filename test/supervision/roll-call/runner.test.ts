import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { parseObservation } from '../../../server/domain/observation/index.ts'
import { rulebook } from '../../../server/rules/index.ts'
import { quiet } from '../../../server/storage/log.ts'
import { createRollCallActs } from '../../../server/supervision/roll-call/acts.ts'
import type { RollCallChannels } from '../../../server/supervision/roll-call/channels.ts'
import { startRollCalls } from '../../../server/supervision/roll-call/runner.ts'
import { startSupervision } from '../../../server/supervision/supervision.ts'
import { radioName, reference } from '../../support/roll-call.ts'
import { at, type Moment } from '../../support/timeline.ts'
import { emptyStore, observe, openJournal, openStore, say, until } from '../../web/house.ts'

let store: Awaited<ReturnType<typeof openStore>>
beforeAll(async () => {
  store = await openStore()
})
afterAll(() => store?.close())

/** Ends what a test began, also one that failed: a lease that is kept lets no other runner call. */
const endings: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of endings.splice(0)) await end()
})

/** The evening of the fixtures, thirty times as fast. */
const EVENING = at('2026-03-02 20:00')
const SPEED = 30
const fastClock = () => {
  const begun = Date.now()
  return () => EVENING + (Date.now() - begun) * SPEED
}

const observationOf = ([happened, kind, data = {}]: Moment) => {
  const parsed = parseObservation({ kind, observedAt: at(happened), data })
  if (parsed.is === 'fault') throw new Error(parsed.problem)
  return parsed.observation
}

/** A house whose radios answer as `answers` says; the channel can be cut and mended. */
const house = async (answers: (radio: string) => boolean) => {
  await emptyStore(store.database)
  const clock = fastClock()
  const journal = openJournal(clock)
  const supervision = await startSupervision({ database: store.database, journal, rulebook, log: quiet, tickMs: 20 })
  await say(journal, ...reference.map(observationOf))
  let up = true
  let deafSince: number | undefined
  const calls: string[] = []
  const channels: RollCallChannels = {
    radio: {
      up: () => up,
      heardAt: () => deafSince ?? clock(),
      check: async (radio, request) => {
        if (!up) return 'down'
        calls.push(radio)
        if (answers(radio))
          setTimeout(() => {
            if (up)
              void say(
                journal,
                observe('radio.checked', clock(), { radio, gateway: 'g1', site: 'near', request, online: true }),
              )
          }, 20)
        return 'sent'
      },
      locate: async () => 'sent',
    },
    vehicle: { online: () => false, locate: async () => undefined },
    phone: { open: () => false },
  }
  const start = () =>
    startRollCalls({ database: store.database, journal, supervision, clock, channels, log: quiet, tickMs: 20 })
  let runner = start()
  endings.push(async () => {
    await runner.close()
    await supervision.stop()
  })
  const acts = createRollCallActs(supervision, clock)
  const supervisor = { name: 'supervisor', role: 'supervisor' as const, unit: null }
  const states = (cycle: string) =>
    Object.fromEntries(
      supervision.rollCall.rowsOf(cycle, supervision.seq()).map((r) => [r.officers.map((o) => o.id).join(), r.state]),
    )
  return {
    clock,
    journal,
    supervision,
    acts,
    calls,
    states,
    /** The dispatcher dies, and nobody knows it yet. */
    fallSilent: () => {
      deafSince = clock()
    },
    cut: async () => {
      up = false
      await say(journal, observe('trunk.lost', clock(), { gateway: 'g1', site: null, why: 'no heartbeat' }))
    },
    mend: async () => {
      up = true
      deafSince = undefined
      await say(journal, observe('trunk.restored', clock(), { gateway: 'g1', site: null }))
    },
    begin: async () => {
      const outcome = await acts.start(supervisor, { units: ['s1'], reason: 'drill' })
      if (outcome.is === 'refused') throw new Error(outcome.refusal.error)
      return outcome.value.cycle
    },
    restart: async () => {
      await runner.close()
      runner = start()
    },
    die: () => runner.close(),
    again: () => {
      runner = start()
    },
  }
}
const settled = (states: Record<string, string>, ...wanted: string[]) =>
  Object.keys(states).length > 0 && Object.values(states).every((s) => wanted.includes(s))

describe('a roll-call runs by itself', () => {
  it('calls everybody on duty, tries again, and puts down who answered and who did not', async () => {
    const h = await house((radio) => radio !== radioName(3))
    const cycle = await h.begin()
    await until(() => settled(h.states(cycle), 'answered', 'missed'), 25_000)
    expect(h.states(cycle)).toEqual({ o1: 'answered', o2: 'answered', o3: 'missed' })
    expect(h.calls.filter((r) => r === radioName(3))).toHaveLength(3)
    expect(h.calls.filter((r) => r === radioName(1))).toHaveLength(1)
    await until(() => [...h.supervision.cases.all()].some(({ view }) => view.finding.rule === 'roll-call.missed'))
  }, 40_000)

  it('unanswered is not missed while the channel was down, and who could not be heard is called again', async () => {
    const h = await house(() => true)
    await h.cut()
    const cycle = await h.begin()
    await until(() => settled(h.states(cycle), 'unobservable'), 10_000)
    expect(h.calls).toEqual([])
    await h.mend()
    await until(() => settled(h.states(cycle), 'answered'), 10_000)
    expect(h.supervision.cases.all()[Symbol.iterator]().next().done).toBe(true)
  }, 40_000)

  it('nor is it before anybody could know that the channel is down: silence counts once the channel was heard after it', async () => {
    let mute = true
    const h = await house(() => !mute)
    const cycle = await h.begin()
    await until(() => Object.values(h.states(cycle)).every((s) => s === 'calling'), 10_000)
    h.fallSilent()
    // Far beyond every window.
    await new Promise((done) => setTimeout(done, 3_000))
    expect(settled(h.states(cycle), 'calling')).toBe(true)
    await h.cut()
    await until(() => settled(h.states(cycle), 'unobservable'), 10_000)
    mute = false
    await h.mend()
    await until(() => settled(h.states(cycle), 'answered'), 15_000)
    expect(h.journal.said('roll-call.window-ended')).toEqual([])
  }, 40_000)

  it('a server that dies in the middle is followed by another: calls under way are void and made again', async () => {
    let mute = true
    const h = await house(() => !mute)
    const cycle = await h.begin()
    await until(() => Object.values(h.states(cycle)).some((s) => s === 'calling'), 10_000)
    await h.die()
    // Far beyond every window: nobody listened meanwhile, so nobody can have missed anything.
    await new Promise((done) => setTimeout(done, 3_000))
    expect(settled(h.states(cycle), 'calling')).toBe(true)
    mute = false
    h.again()
    await until(() => settled(h.states(cycle), 'answered'), 15_000)
    expect(h.journal.said('roll-call.window-ended')).toEqual([])
    expect(h.journal.said('roll-call.hindered').map((o) => (o.data as { because: string }).because)).toContain(
      'interrupted',
    )
  }, 40_000)

  it('two servers beside each other call nobody twice', async () => {
    const h = await house(() => true)
    const second = startRollCalls({
      database: store.database,
      journal: h.journal,
      supervision: h.supervision,
      clock: h.clock,
      channels: {
        radio: {
          up: () => true,
          heardAt: () => h.clock(),
          check: async (radio) => {
            h.calls.push(radio)
            return 'sent'
          },
          locate: async () => 'sent',
        },
        vehicle: { online: () => false, locate: async () => undefined },
        phone: { open: () => false },
      },
      log: quiet,
      tickMs: 20,
    })
    const cycle = await h.begin()
    await until(() => settled(h.states(cycle), 'answered'), 15_000)
    expect([...h.calls].sort()).toEqual([radioName(1), radioName(2), radioName(3)])
    await second.close()
  }, 40_000)

  it('one that is due opens within its window, at the moment that the published seed gives', async () => {
    const h = await house(() => true)
    const chief = { name: 'chief', role: 'chief' as const, unit: null }
    const values = {
      scheduled: true,
      everyMinutes: 5,
      anchorMinute: 0,
      randomMinutes: 5,
      quietFromMinute: null,
      quietToMinute: null,
      called: null,
      firstSeconds: null,
      retrySeconds: null,
      tries: null,
      keepOpenMinutes: null,
      escalateAfter: null,
    }
    const scope = { unitKind: null, unit: null, post: null, day: null }
    await h.acts.setCadence(chief, { ...scope, values, validFrom: null, reason: 'x' })
    await until(() => h.journal.said('roll-call.opened').length > 0, 25_000)
    const [opened] = h.journal.said('roll-call.opened')
    const { slot, drawnAt, mode } = opened!.data as {
      slot: { from: number; to: number }
      drawnAt: number
      mode: string
    }
    expect(mode).toBe('random')
    expect(drawnAt).toBeGreaterThanOrEqual(slot.from)
    expect(opened!.observedAt).toBeGreaterThanOrEqual(drawnAt)
    expect(drawnAt).toBeLessThan(slot.to)
    // Today's, and tomorrow's before it begins.
    expect(h.journal.said('roll-call.draw-committed').length).toBeGreaterThan(0)
    expect(JSON.stringify(h.journal.said('roll-call.draw-committed'))).not.toContain('seed')
  }, 40_000)
})
