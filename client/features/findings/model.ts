import type { FindingView, Grade } from '../../../server/contract/views.ts'
import { byUrgency, isOpen, isUnseen } from '../../finding/waiting.ts'

export interface QueueFilter {
  readonly which: 'open' | 'mine' | 'shelved'
  readonly grade: Grade | undefined
  readonly unit: string | undefined
}
export const wholeQueue: QueueFilter = { which: 'open', grade: undefined, unit: undefined }

/** What waits, as asked for, most urgent first. What is shelved waits elsewhere, but stays counted. */
export const queued = (findings: Iterable<FindingView>, f: QueueFilter, me: string): readonly FindingView[] =>
  [...findings]
    .filter((v) => isOpen(v))
    .filter((v) => (f.which === 'shelved') === (v.shelved !== null))
    .filter((v) => f.which !== 'mine' || v.claimed?.by === me)
    .filter((v) => f.grade === undefined || v.finding.grade === f.grade)
    .filter((v) => f.unit === undefined || v.finding.concerns.unit === f.unit)
    .sort(byUrgency)

export type Row =
  | { readonly is: 'finding'; readonly id: string; readonly view: FindingView; readonly inStorm: boolean }
  | { readonly is: 'storm'; readonly id: string; readonly views: readonly FindingView[]; readonly open: boolean }

/** Rows with storms folded to one each, where their first finding was. Grade A is never folded away. */
export const folded = (views: readonly FindingView[], opened: ReadonlySet<string>): readonly Row[] => {
  const storms = new Map<string, FindingView[]>()
  for (const v of views) {
    const key = stormOf(v)
    if (key !== undefined) storms.set(key, [...(storms.get(key) ?? []), v])
  }
  const done = new Set<string>()
  return views.flatMap((view): Row[] => {
    const key = stormOf(view)
    const alike = key === undefined ? [] : (storms.get(key) ?? [])
    if (key === undefined || alike.length < 2) return [{ is: 'finding', id: view.finding.id, view, inStorm: false }]
    if (done.has(key)) return []
    done.add(key)
    const open = opened.has(key)
    const head: Row = { is: 'storm', id: `storm ${key}`, views: alike, open }
    return open
      ? [head, ...alike.map((v): Row => ({ is: 'finding', id: v.finding.id, view: v, inStorm: true }))]
      : [head]
  })
}
const stormOf = (v: FindingView): string | undefined => (v.finding.grade === 'A' ? undefined : (v.storm ?? undefined))

export interface Held {
  /** What is shown, in this order. */
  readonly ids: readonly string[]
  /** What came meanwhile and waits behind the chip. */
  readonly fresh: readonly string[]
}

/**
 * The order on the screen. While a hand is on the list nothing moves: what was there stays where it was, also
 * when it no longer belongs there, and what is new waits. Otherwise the order is as wanted.
 */
export const held = (shown: readonly string[], wanted: readonly string[], hand: boolean): Held => {
  if (!hand || shown.length === 0) return { ids: wanted, fresh: [] }
  const there = new Set(shown)
  return { ids: shown, fresh: wanted.filter((id) => !there.has(id)) }
}

/** Counts for the heading of the queue. */
export const tally = (findings: Iterable<FindingView>, me: string) => {
  const n = { open: 0, unseen: 0, mine: 0, shelved: 0 }
  for (const v of findings) {
    if (!isOpen(v)) continue
    if (v.shelved !== null) n.shelved++
    else n.open++
    if (isUnseen(v)) n.unseen++
    if (v.claimed?.by === me) n.mine++
  }
  return n
}

/** Shelving times offered for a grade: those within the server's bound for it. */
export const shelveChoices = (grade: Grade, maxByGrade: Readonly<Record<Grade, number>>): readonly number[] =>
  [15, 30, 60, 120, 240, 480, 1440].filter((m) => m <= maxByGrade[grade])
