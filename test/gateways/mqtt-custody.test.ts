import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createEngine } from '../../server/engine/engine.ts'
import type { EngineEvent } from '../../server/engine/event.ts'
import { startIntake } from '../../server/gateways/cloudevents.ts'
import { startMqttGateway } from '../../server/gateways/mqtt.ts'
import { passwordSha256 } from '../../server/gateways/mqtt-clients.ts'
import { rulebook } from '../../server/rules/index.ts'
import { chengdong, staff } from '../../simulators/case-area/layout.ts'
import { linkCaseArea } from '../../simulators/case-area/link.ts'
import { createCaseSystem } from '../../simulators/case-system/link.ts'
import { custodyScenarioById } from '../../simulators/scenarios/custody/index.ts'
import { playCustody } from '../../simulators/scenarios/custody/play.ts'
import { at, type CustodyScenario } from '../../simulators/scenarios/custody/scenario.ts'
import { memoryJournal } from '../support/memory-journal.ts'

const log = { info: () => {}, warn: () => {}, error: () => {} }
/** Rules that ship switched off watch nothing until the bureau says so. */
const armed = rulebook.filter((rule) => rule.shipsOff === undefined)
const china = (instant: number): string =>
  new Date(instant + 8 * 3_600_000)
    .toISOString()
    .replace('T', ' ')
    .replace(/(:00)?\.000Z$/, '')

/** Plays a scene over a real broker and a real HTTP port, on a clock that the scene sets. */
const perform = async (scenario: CustodyScenario, times = 1) => {
  let now = at(scenario.steps[0]!.at) - 7_200_000
  const clock = () => now
  const journal = memoryJournal(clock)
  const secret = randomBytes(32)
  const source = { name: 'cases', owner: 'bureau', secrets: [secret], sources: ['/cases'], types: ['custodes.*'] }
  const generous = { perSecond: 1e6, burst: 1e6 }
  const door = { journal, clock, log, host: '127.0.0.1', port: 0, rate: generous }
  const intake = await startIntake({ ...door, sources: [source] })
  const { client: id, prefix, unit: owner } = chengdong
  const clients = [{ id, prefix, owner, passwordSha256: passwordSha256('secret') }]
  const broker = await startMqttGateway({ ...door, clients })
  const url = `mqtt://127.0.0.1:${broker.port}`
  const link = await linkCaseArea({ url, clientId: id, password: 'secret', prefix })
  const area: typeof link = {
    ...link,
    send: async (messages) => {
      for (let i = 0; i < times; i++) await link.send(messages)
    },
  }
  const caseSystem = createCaseSystem({
    url: `http://127.0.0.1:${intake.port}/intake/cloudevents`,
    secret: `whsec_${secret.toString('base64')}`,
    source: '/cases',
    clock,
    times,
  })
  const until = async (instant: number): Promise<void> => {
    now = Math.max(now, instant)
  }
  try {
    await playCustody(scenario, { layout: chengdong, staff, area, caseSystem, until })
  } finally {
    await area.close()
    await broker.close()
    await intake.close()
  }
  const engine = createEngine(armed)
  const played = journal.entries().filter((entry) => entry.recordedAt < now)
  const events = [...played.flatMap((entry) => [...engine.apply(entry)]), ...engine.advance(now)]
  return { journal, events }
}

const scenes = [
  'new-year-night',
  'stop-extension-told-late',
  'detained-not-delivered',
  'gate-against-paper',
  'gate-against-paper.lawful',
  'area-unplugged',
  'clocks-wrong',
  'questioning-second-officer-on-paper-only',
] as const

const openedBy = (events: readonly EngineEvent[]): string[] =>
  [...new Set(events.flatMap((e) => (e.is === 'opened' ? [`${e.finding.rule} ${china(e.finding.since)}`] : [])))].sort()

describe('what happens in a case area, over real MQTT and HTTP, gives the findings the law asks for and no other', () => {
  // test/journeys/custody-scenes.test.ts plays every scene through the whole server; here, some of each way of telling.
  it.each(scenes)('%s', async (id) => {
    const scenario = custodyScenarioById(id)!
    const { journal, events } = await perform(scenario)
    const faults = journal
      .said('device.faulted')
      .map((o) => (o.kind === 'device.faulted' ? `${o.data.fault}: ${o.data.detail}` : ''))
    // What is told late is flagged; nothing else is wrong with what the simulators send.
    const late = scenario.steps.filter((step) => step.do === 'tell' && step.heard !== undefined).length
    expect(faults).toEqual(faults.filter((fault) => fault.startsWith('clock-late')).slice(0, late))
    expect(events.filter((e) => e.is === 'rule-failed')).toEqual([])
    expect(openedBy(events)).toEqual(scenario.expects.map(({ rule, since }) => `${rule} ${since}`).sort())
  })
})

describe('R2: at least once in, exactly once in effect', () => {
  it.each(['new-year-night', 'stop-extension-told-late', 'detained-not-delivered'])(
    '%s, with everything sent three times, leaves the same journal and the same findings',
    async (id) => {
      const scenario = custodyScenarioById(id)!
      const once = await perform(scenario)
      const thrice = await perform(scenario, 3)
      const kept = ({ journal }: typeof once) =>
        journal
          .entries()
          .map((entry) => entry.observation)
          .filter((o) => o.kind !== 'intake.delivered' && o.kind !== 'device.faulted')
      expect(kept(thrice)).toEqual(kept(once))
      expect(openedBy(thrice.events)).toEqual(openedBy(once.events))
    },
  )
})

describe('a late report gives a finding that ends, and is never erased', () => {
  it('when the approval in time is told at last', async () => {
    const { events } = await perform(custodyScenarioById('stop-extension-told-late')!)
    const ended = events.flatMap((e) => (e.is === 'ended' ? [[china(e.at), e.because]] : []))
    expect(ended).toEqual([['2026-02-03 23:00', 'pending']])
  })
})
