import type { Entry } from '../../domain/entry.ts'
import type { ObservationKind } from '../../domain/observation/index.ts'
import { observationSchemas } from '../../domain/observation/index.ts'
import type { Text } from '../../domain/text.ts'
import type { Instant } from '../../domain/time.ts'
import { createEngine } from '../../engine/engine.ts'
import type { Journal } from '../../journal/journal.ts'
import type { AnyRule } from '../../rules/define-rule.ts'
import { createCases } from '../cases.ts'
import { type Custody, createCustody } from './custody.ts'
import type { RuleWord } from './sources.ts'

const PAGE = 5_000

/** Patrol cars report thousands of times an hour and say nothing of a case area. */
const untold: ReadonlySet<string> = new Set([
  'position.reported',
  'device.heartbeat',
  'device.connected',
  'device.disconnected',
])
const kinds = (Object.keys(observationSchemas) as ObservationKind[]).filter(
  (kind) => !untold.has(kind) && !/^(view|session|access|account|carrier|intake)\./.test(kind),
)

/**
 * The case area as it was known at `at`: the journal folded anew up to what had been recorded by then, with the
 * rules as live runs them. Only rules that need none of the kinds left out take part.
 */
export const custodyAt = async (
  at: Instant,
  {
    journal,
    rulebook,
    ruleWord,
  }: {
    readonly journal: Pick<Journal, 'read'>
    readonly rulebook: readonly AnyRule[]
    readonly ruleWord: (rule: string) => RuleWord
  },
): Promise<{ readonly custody: Custody; readonly seq: number }> => {
  const rules = rulebook.filter((r) => !r.shipsOff && r.consumes.every((kind: string) => !untold.has(kind)))
  const engine = createEngine(rules)
  const titleOf = (rule: string): Text => ruleWord(rule).title
  const custody = createCustody({ register: engine.register, ruleWord, deadlinesOf: engine.deadlinesOf })
  const cases = createCases({
    from: undefined,
    titleOf,
    changed: ({ view }) => custody.found(view),
    noted: () => undefined,
  })
  let after = -1
  for (;;) {
    const entries: readonly Entry[] = await journal.read({ after, kinds, limit: PAGE })
    for (const entry of entries) {
      after = entry.seq
      if (entry.recordedAt > at) break
      cases.advance(engine.apply(entry), entry.recordedAt, entry.seq)
      cases.applyAct(entry)
      custody.apply(entry)
    }
    if (entries.length < PAGE || entries.at(-1)!.recordedAt > at) break
  }
  cases.advance(engine.advance(at), at, engine.seq())
  custody.touchAll()
  custody.take(at, engine.seq())
  return { custody, seq: engine.seq() }
}
