import type { DeadlineView, RoomView, StayView } from '../../../server/contract/custody.ts'
import type { Text } from '../../../server/contract/views.ts'
import { durationOf } from '../../ui/format.ts'

/** How near a deadline is: a quarter or a tenth of its time left, or none. */
export type Turn = 'calm' | 'quarter' | 'tenth' | 'over'

export interface Countdown {
  readonly turn: Turn
  /** Where the time runs out, or ran out. */
  readonly dueAt: number
  readonly title: Text
  readonly rule: string
  /** The part of the time that is left, 1 to 0; undefined when the clock has no beginning. */
  readonly share: number | undefined
}

/** The first lawful millisecond past the deadline is none: at `dueAt` itself it is still in time. */
export const turnOf = ({ startedAt, dueAt }: Pick<DeadlineView, 'startedAt' | 'dueAt'>, now: number): Turn => {
  if (now > dueAt) return 'over'
  if (startedAt === null || dueAt <= startedAt) return 'calm'
  const share = (dueAt - now) / (dueAt - startedAt)
  return share <= 0.1 ? 'tenth' : share <= 0.25 ? 'quarter' : 'calm'
}

const counted = (d: DeadlineView, now: number): Countdown => ({
  turn: turnOf(d, now),
  dueAt: d.dueAt,
  title: d.title,
  rule: d.rule,
  share: d.startedAt === null ? undefined : Math.max(0, Math.min(1, (d.dueAt - now) / (d.dueAt - d.startedAt))),
})

/** What a stay has to fear next: a limit that has passed before all else, then the soonest. */
export const countdownOf = (stay: StayView, now: number): Countdown | undefined => {
  const passed = stay.findings.filter((f) => f.ends && f.active).sort((a, b) => a.since - b.since)[0]
  if (passed) return { turn: 'over', dueAt: passed.since, title: passed.title, rule: passed.rule, share: 0 }
  const soonest = stay.deadlines[0]
  return soonest && counted(soonest, now)
}

/** The clock that ends the stay itself. */
export const limitOf = (stay: StayView, now: number): Countdown | undefined => {
  const next = countdownOf(stay, now)
  if (next?.turn === 'over') return next
  const ends = stay.deadlines.find((d) => d.ends)
  return ends && counted(ends, now)
}

const rank: Readonly<Record<Turn, number>> = { over: 0, tenth: 1, quarter: 2, calm: 3 }

/** What is over first, then what is near, then by time. */
export const byPress =
  (now: number) =>
  (a: StayView, b: StayView): number => {
    const [x, y] = [countdownOf(a, now), countdownOf(b, now)]
    return (
      rank[x?.turn ?? 'calm'] - rank[y?.turn ?? 'calm'] ||
      (x?.dueAt ?? Number.MAX_SAFE_INTEGER) - (y?.dueAt ?? Number.MAX_SAFE_INTEGER) ||
      (a.id < b.id ? -1 : 1)
    )
  }

/** A duty room belongs to the roll-call; it is drawn here when somebody who is held is in it, or something was found. */
const drawn = ({ kind, area, occupants, findings }: RoomView): boolean =>
  kind !== 'duty-room' || area !== null || occupants.some((o) => o.as === 'held') || findings.some((f) => f.active)

/** Areas with somebody held first, then the other case areas, then rooms that are in none; each in the order of ids. */
export const byArea = (rooms: Iterable<RoomView>): readonly (readonly [area: string, rooms: readonly RoomView[]])[] => {
  const areas = new Map<string, RoomView[]>()
  for (const room of [...rooms].filter(drawn).sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const key = room.area ?? room.unit
    areas.set(key, [...(areas.get(key) ?? []), room])
  }
  const rank = (list: readonly RoomView[]): number =>
    list.some((room) => room.occupants.some((o) => o.as === 'held'))
      ? 0
      : list.some((room) => room.area !== null)
        ? 1
        : 2
  return [...areas].sort(([, a], [, b]) => rank(a) - rank(b))
}

/** `1:02:09` or `14:03`, days from two days on; what a countdown shows, so that every second is seen. */
export const clockOf = (ms: number): string => {
  const s = Math.max(0, Math.floor(ms / 1000))
  const two = (n: number): string => String(n).padStart(2, '0')
  const [h, m] = [Math.floor(s / 3600), Math.floor(s / 60) % 60]
  return h >= 48 ? durationOf(ms) : h > 0 ? `${h}:${two(m)}:${two(s % 60)}` : `${m}:${two(s % 60)}`
}

/** A word of a table, or the thing's own name when the table has none. */
export const wordOf = (table: Readonly<Record<string, string>>, key: string): string => table[key] ?? key

/** Ids end in what tells them apart. */
export const shortId = (id: string): string => (id.length > 10 ? `…${id.slice(-8)}` : id)
