import { z } from 'zod'
import type { Entry } from '../../server/domain/entry.ts'
import type { Observation } from '../../server/domain/observation/index.ts'
import { createEngine, type Engine } from '../../server/engine/engine.ts'
import { type AnyRule, defineRule } from '../../server/rules/define-rule.ts'
import { chance } from '../support/polygons.ts'

const START = Date.parse('2026-03-02T00:00:00Z')
const HOUR = 3_600_000

/** Gives the observations to an engine as they come; the number of the next entry. */
export const feed = (engine: Engine, observations: readonly Observation[], from: number): number => {
  let seq = from
  for (const observation of observations)
    engine.apply({ seq: seq++, recordedAt: observation.observedAt, observation } as Entry)
  return seq
}

/** A deadline for each subject, an hour ahead unless it is due sooner. */
const deadline: AnyRule = defineRule({
  id: 'bench.deadline',
  title: { zh: '期限', en: 'Deadline' },
  grade: 'C',
  citations: [{ law: '—', article: '—', text: '—', inForce: { from: '2020-01-01' }, checked: 'secondary' }],
  paramSchema: z.object({}),
  params: [{ from: '2020-01-01', value: {} }],
  localSettings: [],
  limits: { zh: '—', en: '—' },
  consumes: ['device.heartbeat'],
  subject: ({ data }) => data.device,
  initial: 0,
  evolve: (_: number, { observation }) => observation.observedAt,
  evaluate: (at: number, { now }) =>
    now > at + HOUR
      ? {
          is: 'breach',
          since: at + HOUR,
          evidence: [],
          facts: {},
          concerns: { unit: null, carrier: null, officers: [], place: null },
        }
      : { is: 'pending', dueAt: at + HOUR },
})
const heartbeat = (device: number, at: number): Observation => ({
  kind: 'device.heartbeat',
  observedAt: at,
  data: { device: `d${device}`, carrier: null },
})

/** The latest that any of `count` deadlines within one second fires after its moment, ticking every 10 ms of real time. */
export const worstDelayMs = async (count: number): Promise<number> => {
  const engine = createEngine([deadline])
  feed(
    engine,
    Array.from({ length: count }, (_, i) => heartbeat(i, START + Math.floor((i * 1000) / count))),
    1,
  )
  const begun = performance.now()
  let worst = 0
  let fired = 0
  while (fired < count) {
    await new Promise((resolve) => setTimeout(resolve, 10))
    const real = START + HOUR + performance.now() - begun
    for (const event of engine.advance(Math.floor(real))) {
      if (event.is !== 'opened') continue
      fired++
      worst = Math.max(worst, START + HOUR + performance.now() - begun - event.at)
    }
  }
  return worst
}

/** Gives the microseconds an entry takes with so many subjects open, each with a deadline armed. */
export const entriesAmong = (subjects: number): (() => number) => {
  const engine = createEngine([deadline])
  let seq = feed(
    engine,
    Array.from({ length: subjects }, (_, i) => heartbeat(i, START)),
    1,
  )
  const dice = chance(3)
  let at = START
  return () => {
    const entries = Array.from({ length: 40_000 }, () => heartbeat(Math.floor(dice() * subjects), ++at))
    const begun = performance.now()
    seq = feed(engine, entries, seq)
    return ((performance.now() - begun) * 1000) / entries.length
  }
}

/** Gives the microseconds a look-up takes among so many names: what it costs to find anything again in memory. */
export const lookUpsAmong = (names: number): (() => number) => {
  const known = new Map(Array.from({ length: names }, (_, i) => [`d${i}`, { i }]))
  const dice = chance(3)
  return () => {
    const asked = Array.from({ length: 40_000 }, () => `d${Math.floor(dice() * names)}`)
    let sum = 0
    const begun = performance.now()
    for (const name of asked) sum += known.get(name)!.i
    const took = performance.now() - begun
    if (sum < 0) throw new Error('nothing was looked up')
    return (took * 1000) / asked.length
  }
}
