import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createEngine } from '../../server/engine/engine.ts'
import { startIntake } from '../../server/gateways/cloudevents.ts'
import { dutyRules } from '../../server/rules/duty-rules.ts'
import { alcoholEnteredLate } from '../../server/rules/ticket/alcohol-entered-late.ts'
import { createCaseSystem } from '../../simulators/case-system/link.ts'
import { dutyScenes } from '../../simulators/scenarios/duty/index.ts'
import { at, type DutyScene } from '../../simulators/scenarios/duty/scene.ts'
import { type MemoryJournal, memoryJournal } from '../support/memory-journal.ts'

const log = { info: () => {}, warn: () => {}, error: () => {} }
const time = { now: 0 }
const clock = () => time.now
const china = (instant: number): string =>
  new Date(instant + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

/** What the scenes give is held in a running house (test/journeys/example-journals.test.ts). */
const perform = async (scene: DutyScene, times = 1) => {
  time.now = at(scene.steps[0]!.at)
  const journal: MemoryJournal = memoryJournal(clock)
  const secret = randomBytes(32)
  const source = { name: 'duty', owner: 'bureau', secrets: [secret], sources: ['/duty'], types: ['custodes.*'] }
  const rate = { perSecond: 1e6, burst: 1e6 }
  const intake = await startIntake({ journal, clock, log, host: '127.0.0.1', port: 0, rate, sources: [source] })
  const system = createCaseSystem({
    url: `http://127.0.0.1:${intake.port}/intake/cloudevents`,
    secret: `whsec_${secret.toString('base64')}`,
    source: '/duty',
    clock,
    times,
  })
  try {
    for (const { at: when, type, data } of scene.steps) {
      time.now = Math.max(time.now, at(when))
      await system.tell(type, at(when), data)
    }
  } finally {
    await intake.close()
  }
  // A watch enters drivers' tests as well.
  const engine = createEngine([...dutyRules, alcoholEnteredLate])
  const events = [...journal.entries().flatMap((e) => [...engine.apply(e)]), ...engine.advance(at(scene.until))]
  return { journal, events }
}
const opened = (events: Awaited<ReturnType<typeof perform>>['events']): string[] =>
  events.flatMap((e) => (e.is === 'opened' ? [`${e.finding.rule} ${china(e.finding.since)}`] : [])).sort()

describe('what business systems tell of duty, over real HTTP and signed', () => {
  it.each(['duty.off-post', 'body-camera.interrupted'])('%s sent three times leaves the same journal', async (id) => {
    const scene = dutyScenes.find((s) => s.id === id)!
    const [once, thrice] = [await perform(scene), await perform(scene, 3)]
    const kept = ({ journal }: typeof once) =>
      journal
        .entries()
        .map((e) => e.observation)
        .filter((o) => o.kind !== 'intake.delivered')
    expect(kept(thrice)).toEqual(kept(once))
    expect(opened(thrice.events)).toEqual(opened(once.events))
  })
})
