import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createEngine } from '../../server/engine/engine.ts'
import { startIntake } from '../../server/gateways/cloudevents.ts'
import { startMqttGateway } from '../../server/gateways/mqtt.ts'
import { passwordSha256 } from '../../server/gateways/mqtt-clients.ts'
import { rulebook } from '../../server/rules/index.ts'
import { chengdong, staff } from '../../simulators/case-area/layout.ts'
import { linkCaseArea } from '../../simulators/case-area/link.ts'
import { createCaseSystem } from '../../simulators/case-system/link.ts'
import { custodyScenarios } from '../../simulators/scenarios/custody/index.ts'
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
const perform = async (scenario: CustodyScenario) => {
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
  const area = await linkCaseArea({ url, clientId: id, password: 'secret', prefix })
  const caseSystem = createCaseSystem({
    url: `http://127.0.0.1:${intake.port}/intake/cloudevents`,
    secret: `whsec_${secret.toString('base64')}`,
    source: '/cases',
    clock,
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

describe('what happens in a case area, over real MQTT and HTTP, gives the findings the law asks for and no other', () => {
  it.each(custodyScenarios.map((one) => [one.id, one] as const))('%s', async (_, scenario) => {
    const { journal, events } = await perform(scenario)
    const faults = journal
      .said('device.faulted')
      .map((o) => (o.kind === 'device.faulted' ? `${o.data.fault}: ${o.data.detail}` : ''))
    expect(faults).toEqual([])
    expect(events.filter((e) => e.is === 'rule-failed')).toEqual([])
    const opened = events.flatMap((e) => (e.is === 'opened' ? [`${e.finding.rule} ${china(e.finding.since)}`] : []))
    expect([...new Set(opened)].sort()).toEqual(scenario.expects.map(({ rule, since }) => `${rule} ${since}`).sort())
  })
})
