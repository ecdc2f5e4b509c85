import type { ApprovalView, LineView } from '../../contract/custody.ts'
import type { Entry } from '../../domain/entry.ts'

/** One entry on a person's line, as it is kept. */
export type StoredLine = LineView

/** Fields that hold a word of ours, a number or an identifier. Free text may hold a name and is left out. */
const safe = [
  'kind',
  'how',
  'source',
  'decision',
  'rank',
  'by',
  'document',
  'care',
  'to',
  'room',
  'next',
  'means',
  'result',
  'caseType',
  'act',
  'use',
  'state',
  'signed',
] as const

/** What an entry says on the line of its person. */
export const lineOf = ({ seq, recordedAt, observation: o }: Entry): StoredLine => {
  const data = o.data as Readonly<Record<string, unknown>>
  const detail: Record<string, string | number | boolean> = {}
  for (const key of safe) {
    const value = data[key]
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') detail[key] = value
  }
  // The reason of a measure is one of a list of words; that of an explanation is prose.
  if (o.kind.startsWith('measure.') && typeof data.reason === 'string') detail.reason = data.reason
  // A guardian or an interpreter; an officer is told by the act itself.
  if ((o.kind === 'act.joined' || o.kind === 'act.left') && o.data.as) detail.as = o.data.as
  const total = data.total as { amount: number; unit: string } | undefined
  if (total) Object.assign(detail, { amount: total.amount, unit: total.unit })
  const text = (key: string): string | null => (typeof data[key] === 'string' ? (data[key] as string) : null)
  const measure = text('measure') ?? (o.kind.startsWith('notice.') ? text('about') : null)
  return { seq, at: o.observedAt, recordedAt, kind: o.kind, stay: text('stay'), measure, detail }
}

const decided: Readonly<Record<string, ApprovalView['what']>> = { approved: 'approved', refused: 'refused' }

/** Who decided what of the measures on a line, oldest first. */
export const approvalsOn = (line: readonly StoredLine[]): ApprovalView[] =>
  line
    .flatMap(({ seq, at, kind, measure, detail: d }): ApprovalView[] => {
      const what =
        kind === 'measure.extended' ? 'extended' : kind === 'measure.decided' ? decided[`${d.decision}`] : null
      if (!what) return []
      const text = (key: string): string | null => (typeof d[key] === 'string' ? (d[key] as string) : null)
      const total = typeof d.amount === 'number' ? { amount: d.amount, unit: `${d.unit}` } : null
      return [{ seq, at, measure, what, rank: text('rank'), by: text('by'), document: text('document'), total }]
    })
    .sort((a, b) => a.at - b.at)
