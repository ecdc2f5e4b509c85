import type { Entry } from '../../domain/entry.ts'
import type { ObservationKind } from '../../domain/observation/index.ts'
import { observationSchemas } from '../../domain/observation/index.ts'
import type { Instant } from '../../domain/time.ts'
import { createEngine, type EngineSnapshot } from '../../engine/engine.ts'
import type { AnyRule } from '../../rules/define-rule.ts'
import { type CasesState, createCases } from '../cases.ts'
import type { Fold } from '../past/past.ts'
import { decodeState, encodeState } from '../snapshot-store.ts'
import { type Custody, createCustody } from './custody.ts'
import type { CustodyMemory } from './memory.ts'
import type { RuleWord } from './sources.ts'

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

interface CustodyState {
  readonly engine: EngineSnapshot
  readonly cases: CasesState
  readonly custody: CustodyMemory
}

export interface CustodyThen {
  readonly custody: Custody
  readonly seq: number
}

/**
 * The case area as it was known at a moment: the journal folded up to what had been recorded by then, with the
 * rules as live ran them. Only rules that need none of the kinds left out take part.
 */
export const custodyFold = ({
  rulebook,
  identity,
  ruleWord,
}: {
  readonly rulebook: readonly AnyRule[]
  readonly identity: string
  readonly ruleWord: (rule: string) => RuleWord
}): Fold<CustodyThen> => ({
  view: 'custody',
  identity,
  kinds,
  begin: (json) => {
    const saved = json === undefined ? undefined : decodeState<CustodyState>(json)
    const rules = rulebook.filter((r) => r.consumes.every((kind: string) => !untold.has(kind)))
    const engine = createEngine(rules, saved?.engine, { start: 'as-shipped' })
    const { register, deadlinesOf } = engine
    const custody = createCustody({ register, memory: saved?.custody, ruleWord, deadlinesOf })
    const cases = createCases({
      from: saved?.cases,
      titleOf: (rule) => ruleWord(rule).title,
      changed: ({ view }) => custody.found(view),
      noted: () => undefined,
    })
    for (const { view } of cases.all()) custody.found(view)
    return {
      apply: (entry: Entry): void => {
        cases.advance(engine.apply(entry), entry.recordedAt, entry.seq)
        cases.applyAct(entry)
        custody.apply(entry)
      },
      state: () => encodeState({ engine: engine.snapshot(), cases: cases.state(), custody: custody.memory }),
      at: (at: Instant): CustodyThen => {
        cases.advance(engine.advance(at), at, engine.seq())
        custody.touchAll()
        custody.take(at, engine.seq())
        return { custody, seq: engine.seq() }
      },
    }
  },
})
