import type { Entry } from '../entry.ts'
import type { DataOf } from '../observation/index.ts'
import type { Instant } from '../time.ts'

/** Someone's part in an act, as the record tells it; `to` undefined while it lasts. */
export interface Part {
  readonly officer: string
  readonly from: Instant
  readonly to: Instant | undefined
}

/** What the record says: who did what with whom, where, from when to when. A claim, until other sources are asked. */
export interface Claim {
  readonly act: string
  readonly kind: DataOf<'act.started'>['kind']
  readonly unit: string
  readonly room: string | null
  readonly person: string | null
  readonly parts: readonly Part[]
  /** Others present, as the record says: guardians, interpreters, lawyers. */
  readonly others: number
  readonly from: Instant
  /** Undefined while the act goes on. */
  readonly to: Instant | undefined
  /** The entries that told it. */
  readonly seqs: readonly number[]
}

/**
 * Folds the entries about one act into what they claim; undefined until its beginning is known. Entries may come in any
 * order: what counts is the clock of the system that told them.
 */
export const claimOf = (act: string, entries: readonly Entry[]): Claim | undefined => {
  const told = entries
    .filter(({ observation: o }) => o.kind.startsWith('act.') && 'act' in o.data && o.data.act === act)
    .sort((a, b) => a.observation.observedAt - b.observation.observedAt || a.seq - b.seq)
  const begun = told.find(({ observation }) => observation.kind === 'act.started')?.observation
  if (begun?.kind !== 'act.started') return undefined
  const open = new Map<string, Instant>()
  const parts: Part[] = []
  let others = begun.data.attendees.length
  let to: Instant | undefined
  const leave = (officer: string, at: Instant): void => {
    const from = open.get(officer)
    if (from === undefined) return
    parts.push({ officer, from, to: at })
    open.delete(officer)
  }
  for (const { observation: o } of told) {
    const at = o.observedAt
    if (o.kind === 'act.started') for (const officer of o.data.officers) open.set(officer, open.get(officer) ?? at)
    else if (o.kind === 'act.joined' && o.data.officer) open.set(o.data.officer, open.get(o.data.officer) ?? at)
    else if (o.kind === 'act.joined') others++
    else if (o.kind === 'act.left') leave(o.data.officer, at)
    else if (o.kind === 'act.ended') to = at
    // Where only the signature is told, it is the end.
    else if (o.kind === 'act.signed') to ??= at
  }
  for (const [officer, from] of open) parts.push({ officer, from, to })
  const { kind, unit, room, person } = begun.data
  const seqs = told.map((e) => e.seq).sort((a, b) => a - b)
  return { act, kind, unit, room, person, parts, others, from: begun.observedAt, to, seqs }
}

/** How many the record says were in the room at `at`: officers and the person; others may have come and gone. */
export const claimedAt = ({ parts, person }: Claim, at: Instant): number =>
  new Set(parts.filter((p) => p.from <= at && (p.to === undefined || at < p.to)).map((p) => p.officer)).size +
  (person === null ? 0 : 1)
