import type { Entry } from '../../server/domain/entry.ts'
import type { Finding } from '../../server/domain/finding.ts'
import { type ObservationKind, parseObservation } from '../../server/domain/observation/index.ts'
import { createRegister, type Register } from '../../server/domain/register.ts'
import type { Verdict } from '../../server/domain/verdict.ts'
import { createEngine } from '../../server/engine/engine.ts'
import type { EngineEvent } from '../../server/engine/event.ts'
import type { AnyRule } from '../../server/rules/define-rule.ts'

/** An instant of China's clock: `2026-03-02 09:00`, seconds optional. */
export const at = (local: string): number => Date.parse(`${local.replace(' ', 'T')}+08:00`)

/** When it happened, what, and — if the device was offline — when we first heard of it. */
export type Moment = readonly [happened: string, kind: ObservationKind, data?: object, heard?: string | undefined]

const entryOf = ([happened, kind, data = {}, heard]: Moment, seq: number): Entry => {
  const parsed = parseObservation({ kind, observedAt: at(happened), data })
  if (parsed.is === 'fault') throw new Error(`${happened} ${kind}: ${parsed.problem}`)
  return { seq, recordedAt: at(heard ?? happened), observation: parsed.observation }
}

/** What the register knows once all this was told, in the order written. */
export const known = (...moments: readonly Moment[]): Register => {
  const register = createRegister()
  for (const [seq, moment] of moments.entries()) register.apply(entryOf(moment, seq))
  return register
}

const play = (rule: AnyRule, moments: readonly Moment[], local: string): EngineEvent[] => {
  const engine = createEngine([rule])
  const heard = ([happened, , , late]: Moment): number => at(late ?? happened)
  const inOrder = [...moments].sort((a, b) => heard(a) - heard(b))
  return [...inOrder.map(entryOf).flatMap((entry) => [...engine.apply(entry)]), ...engine.advance(at(local))]
}

/** Plays a day against one rule, in the order we heard of it (ties as written), then lets time run on to `until`. */
export const given = (rule: AnyRule, ...moments: readonly Moment[]) => ({
  /** The findings opened. A rule that fails is a failed test. */
  until: (local: string): Finding[] =>
    play(rule, moments, local).flatMap((e) => {
      if (e.is === 'rule-failed') throw new Error(e.message)
      return e.is === 'opened' ? [e.finding] : []
    }),
  /** The findings opened, each as it was last told: while one lasts, its facts and evidence grow. */
  grown: (local: string): Finding[] => {
    const last = new Map<string, Finding>()
    for (const e of play(rule, moments, local)) if ('finding' in e) last.set(e.finding.id, e.finding)
    return [...last.values()]
  },
  /** The last verdict on a subject: also what the rule does not know, which opens nothing. */
  verdict: (local: string, subject: string): Verdict | undefined => {
    let last: Verdict | undefined
    const watched: AnyRule = {
      ...rule,
      evaluate: (state, moment) => {
        const verdict = rule.evaluate(state, moment)
        if (moment.subject === subject) last = verdict
        return verdict
      },
    }
    play(watched, moments, local)
    return last
  },
  /** Everything the engine said. */
  events: (local: string): EngineEvent[] => play(rule, moments, local),
})
