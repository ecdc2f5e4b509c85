import type { Entry } from './entry.ts'
import type { ObservationKind, ObservationOf } from './observation/index.ts'
import type { Instant } from './time.ts'

/** What a proposal would change of a rule. */
export type ProposedChange =
  | { readonly is: 'setting'; readonly param: string; readonly value: number | null }
  | { readonly is: 'switch'; readonly on: boolean }

/** What one person proposed for a rule, and what another one decided. */
export interface Proposal {
  readonly proposal: string
  readonly rule: string
  readonly change: ProposedChange
  readonly validFrom: Instant
  readonly by: string
  readonly role: string
  readonly reason: string
  readonly at: Instant
  readonly seq: number
  readonly decision: {
    readonly agreed: boolean
    readonly by: string
    readonly role: string
    readonly reason: string | null
    readonly at: Instant
    readonly seq: number
    /** From when on it holds; undefined for one that was refused. */
    readonly from?: Instant
  } | null
}

/** A change that two persons agreed on. */
export interface AgreedChange {
  readonly rule: string
  readonly change: ProposedChange
  readonly from: Instant
}

/** Plain data, so that a snapshot of the engine holds it whole. */
export interface SettingsState {
  proposals: Record<string, Proposal>
  /** Ids of those agreed on, in the order in which they were. */
  agreed: string[]
}

export const noSettings = (): SettingsState => ({ proposals: {}, agreed: [] })

const kinds = [
  'setting.proposed',
  'setting.confirmed',
  'setting.refused',
  'rule.switch-proposed',
  'rule.switched-on',
  'rule.switched-off',
  'rule.switch-refused',
] as const satisfies readonly ObservationKind[]
type Kind = (typeof kinds)[number]
type Told = { [K in Kind]: ObservationOf<K> }[Kind]

/** The kinds of observation that decide which values and which rules hold. */
export const settingKinds: ReadonlySet<ObservationKind> = new Set<ObservationKind>(kinds)

const isTold = (o: Entry['observation']): o is Told => settingKinds.has(o.kind)

/**
 * Local settings and switches of rules, as two persons agreed on them. A decision by the proposer, or in the
 * proposer's role, or on something already decided, changes nothing, whoever journalled it. No clock, no I/O.
 */
export const createSettings = (state: SettingsState = noSettings()) => ({
  state,
  apply: ({ seq, recordedAt: at, observation: o }: Entry): void => {
    if (!isTold(o)) return
    const { proposal: id, by, role } = o.data
    if (o.kind === 'setting.proposed' || o.kind === 'rule.switch-proposed') {
      if (state.proposals[id]) return
      const { rule, validFrom, reason } = o.data
      const change: ProposedChange =
        o.kind === 'setting.proposed'
          ? { is: 'setting', param: o.data.param, value: o.data.value }
          : { is: 'switch', on: o.data.on }
      state.proposals[id] = { proposal: id, rule, change, validFrom, by, role, reason, at, seq, decision: null }
      return
    }
    const p = state.proposals[id]
    if (!p || p.decision || !fits(p, o)) return
    const agreed = o.kind !== 'setting.refused' && o.kind !== 'rule.switch-refused'
    const reason = 'reason' in o.data ? o.data.reason : null
    const decision = { agreed, by, role, reason, at, seq }
    // Never before it was agreed on: yesterday's facts are judged by yesterday's values.
    const from = Math.max(p.validFrom, at)
    state.proposals[id] = { ...p, decision: agreed ? { ...decision, from } : decision }
    if (agreed) state.agreed.push(id)
  },
  /** What two persons agreed on for a rule, in the order in which they did. */
  agreedFor: (rule: string): readonly AgreedChange[] =>
    state.agreed.flatMap((id) => {
      const p = state.proposals[id]
      return p && p.rule === rule && p.decision?.from !== undefined
        ? [{ rule, change: p.change, from: p.decision.from }]
        : []
    }),
  proposal: (id: string): Proposal | undefined => state.proposals[id],
  /** Everything ever proposed for a rule, oldest first. */
  historyOf: (rule: string): readonly Proposal[] =>
    Object.values(state.proposals)
      .filter((p) => p.rule === rule)
      .sort((a, b) => a.seq - b.seq),
})
export type Settings = Omit<ReturnType<typeof createSettings>, 'apply' | 'state'>

/** Whether a decision is one on this proposal: of its kind, and by another person in another role (to refuse, anyone else). */
const fits = ({ change, by, role }: Proposal, o: Told): boolean => {
  const right =
    change.is === 'setting'
      ? o.kind === 'setting.confirmed' || o.kind === 'setting.refused'
      : o.kind === 'rule.switch-refused' || o.kind === (change.on ? 'rule.switched-on' : 'rule.switched-off')
  const refuses = o.kind === 'setting.refused' || o.kind === 'rule.switch-refused'
  // Who proposed may take it back.
  return right && (refuses || (o.data.by !== by && o.data.role !== role))
}
