import type { Facts } from '../finding.ts'
import type { Claim } from './claim.ts'

/** In the order in which the matrix shows them. */
export const sourceNames = ['door', 'count', 'recorder', 'position', 'radio', 'vehicle'] as const
export type SourceName = (typeof sourceNames)[number]

/** What one source says of one part of a claim. Silence is not consent: it says neither. */
export type Says = 'supports' | 'contradicts' | 'silent' | 'down'

/** Why it says so; the console has the words. */
export const reasons = [
  'present',
  'absent',
  'elsewhere',
  'outside',
  'fits',
  'fewer',
  'more',
  'recorded',
  'not-recording',
  'near',
  'far',
  'other-site',
  'site-reaches',
  'others-may-drive',
  'partly',
  'forgotten',
  'too-coarse',
  'made-up',
  'no-fix',
  'no-report',
  'not-working',
  'no-source',
  'no-place',
] as const
export type Reason = (typeof reasons)[number]

export interface MatrixCell {
  readonly source: SourceName
  /** `officer/<id>` · `person/<id>` · `other/<kind of occupant>` · `count` · `time`. */
  readonly about: string
  readonly says: Says
  readonly because: Reason
  readonly facts: Facts
  /** The journal entries that say so. */
  readonly seqs: readonly number[]
}

/** 相互印证 · 相互矛盾 · 无佐证 · 不可观测 */
export type Corroboration = 'corroborated' | 'contradicted' | 'uncorroborated' | 'unobservable'

export interface Matrix {
  readonly claim: Claim
  readonly verdict: Corroboration
  /** The columns: who was there, how many, when. */
  readonly abouts: readonly string[]
  readonly cells: readonly MatrixCell[]
  /** What each source says on the whole. */
  readonly rows: readonly { readonly source: SourceName; readonly says: Says }[]
}

/** There was nothing that could have told: no device or sensor, none that knew where it was, no place to measure from. */
const never: ReadonlySet<Reason> = new Set<Reason>(['no-source', 'no-place', 'no-fix', 'made-up', 'forgotten'])

/** The gravest word of a row: a contradiction outweighs everything, a word outweighs silence. */
const gravest = (cells: readonly MatrixCell[]): Says =>
  (['contradicts', 'supports', 'down'] as const).find((s) => cells.some((c) => c.says === s)) ?? 'silent'

/**
 * The verdict over all sources. Contradicted: one source says otherwise. Corroborated: every officer named is seen by
 * at least one source; a car that stands there shows nobody in the room. Unobservable: no source that could have told was working — a hole in supervision, and nothing
 * about the people. Uncorroborated: sources worked, and did not show it.
 */
export const verdictOf = (claim: Claim, cells: readonly MatrixCell[]): Corroboration => {
  if (cells.some((c) => c.says === 'contradicts')) return 'contradicted'
  const seen = new Set(cells.filter((c) => c.says === 'supports' && c.source !== 'vehicle').map((c) => c.about))
  const officers = [...new Set(claim.parts.map((p) => p.officer))]
  if (officers.length > 0 && officers.every((o) => seen.has(`officer/${o}`))) return 'corroborated'
  const worked = cells.some((c) => c.says === 'supports' || (c.says === 'silent' && !never.has(c.because)))
  return worked ? 'uncorroborated' : 'unobservable'
}

export const matrixOf = (claim: Claim, cells: readonly MatrixCell[]): Matrix => ({
  claim,
  verdict: verdictOf(claim, cells),
  abouts: [...new Set(cells.map((c) => c.about))],
  cells,
  rows: sourceNames.flatMap((source) => {
    const own = cells.filter((c) => c.source === source)
    return own.length === 0 ? [] : [{ source, says: gravest(own) }]
  }),
})
