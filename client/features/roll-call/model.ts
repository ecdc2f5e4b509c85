import type { Chip, CycleView, RowState, RowView } from '../../../server/contract/roll-call.ts'
import type { UnitView } from '../../../server/contract/views.ts'

export type Filter = 'all' | 'attention' | 'answered'

const posts = ['leader', 'officer', 'standby', 'patrol', 'duty-room']

/** By the bureau's own list of units, then by post, then by name: rows never move while a roll-call runs. */
export const inOrder = (rows: Iterable<RowView>, units: Iterable<Pick<UnitView, 'id'>>): RowView[] => {
  const place = new Map([...units].map((u, i) => [u.id, i]))
  const unitOf = (r: RowView): number => place.get(r.unit) ?? place.size
  return [...rows].sort(
    (a, b) =>
      unitOf(a) - unitOf(b) ||
      (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : 0) ||
      posts.indexOf(a.post) - posts.indexOf(b.post) ||
      (a.target < b.target ? -1 : 1),
  )
}

export const isContradicted = (row: RowView): boolean => row.reconciliation?.verdict === 'contradicted'

/** What one tired person has to do something about. */
export const needsYou = (row: RowView): boolean =>
  row.state === 'missed' || row.state === 'unobservable' || isContradicted(row)

export const passes = (row: RowView, filter: Filter): boolean =>
  filter === 'all' || (filter === 'attention' ? needsYou(row) : row.state === 'answered' || row.state === 'on-behalf')

const weight: Readonly<Record<Chip['says'], number>> = { contradicts: 0, supports: 1, down: 2, silent: 3 }
/** A contradiction first: it is what has to be seen. */
export const chipsOf = (row: RowView): readonly Chip[] =>
  [...(row.reconciliation?.chips ?? [])].sort((a, b) => weight[a.says] - weight[b.says])

export const countStates = (rows: Iterable<RowView>): Readonly<Record<RowState, number>> => {
  const counts = { pending: 0, calling: 0, answered: 0, 'on-behalf': 0, missed: 0, excused: 0, unobservable: 0 }
  for (const row of rows) counts[row.state]++
  return counts
}

/** When the last window that runs ends; undefined while nobody is being called. */
export const windowEnd = (rows: Iterable<RowView>): number | undefined => {
  let end: number | undefined
  for (const { until } of rows) if (until !== null && (end === undefined || until > end)) end = until
  return end
}

/** Open ones first, then the newest. */
export const byRecency = (a: CycleView, b: CycleView): number =>
  Number(a.closed !== null) - Number(b.closed !== null) || b.openedAt - a.openedAt

/** `1:05`, or `1:02:09`. */
export const clockOf = (ms: number): string => {
  const s = Math.max(0, Math.ceil(ms / 1000))
  const two = (n: number): string => String(n).padStart(2, '0')
  const [h, m] = [Math.floor(s / 3600), Math.floor(s / 60) % 60]
  return h > 0 ? `${h}:${two(m)}:${two(s % 60)}` : `${m}:${two(s % 60)}`
}

/** Minute of the day as `08:30`, and back; undefined for what is no time. */
export const timeOfMinute = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
export const minuteOfTime = (typed: string): number | undefined => {
  const m = /^(\d{1,2}):(\d{2})$/.exec(typed.trim())
  if (!m) return undefined
  const minute = Number(m[1]) * 60 + Number(m[2])
  return Number(m[2]) < 60 && minute < 1440 ? minute : undefined
}
