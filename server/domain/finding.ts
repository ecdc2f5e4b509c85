import type { Instant } from './time.ts'

/** A red · B orange · C yellow: decides which tier of supervisors is told, and who may dismiss. */
export type Grade = 'A' | 'B' | 'C'

export type Facts = Readonly<Record<string, string | number | boolean | null>>

/** Whom a finding concerns, as far as the rule knows. Wording never calls anyone guilty (invariant I10). */
export interface Concerns {
  /** The unit that answers for it; visibility follows this. */
  readonly unit: string | null
  readonly carrier: string | null
  readonly officers: readonly string[]
  /** Where, `[longitude, latitude]` WGS-84. */
  readonly place: readonly [number, number] | null
}

/** 问题线索. Its id is `rule/subject/since`, so that a replay never doubles it. */
export interface Finding {
  readonly id: string
  readonly rule: string
  readonly subject: string
  readonly grade: Grade
  /** When the breach began by the devices' clocks. */
  readonly since: Instant
  /** When we could first know, by ours. */
  readonly openedAt: Instant
  /** `seq` of every entry relied on. */
  readonly evidence: readonly number[]
  readonly facts: Facts
  readonly concerns: Concerns
}
