import { createHash } from 'node:crypto'
import type { Clock } from '../domain/time.ts'
import type { Draft } from '../journal/journal.ts'

/** A clock is compared again after this time, */
export const COMPARE_EVERY_MS = 10 * 60_000
/** or, at most once a minute, when it moved by more than this. */
const MOVED_MS = 5_000
const AT_MOST_EVERY_MS = 60_000
const REMEMBERED = 10_000

export interface Compared {
  readonly device: string
  readonly room: string | null
  readonly owner: string
  /** The device's clock, less ours, milliseconds. Delay on the way makes it smaller. */
  readonly offsetMs: number
}

interface Seen {
  readonly reported: { readonly at: number; readonly offsetMs: number } | undefined
  /** Since the last report: from when we look, and the largest offset, which is the one least delayed. */
  readonly since: number
  readonly best: number
}

/**
 * Turns the offset seen with every message into one `clock.compared` now and then. A message that waited
 * somewhere looks like a slow clock; where messages can wait, `settleMs` is how long all of them must look slow
 * before the clock is said to be.
 */
export const createClockWatch = (source: string, clock: Clock, { settleMs = 0 } = {}) => {
  const seen = new Map<string, Seen>()

  const due = ({ reported, since, best }: Seen, at: number): boolean => {
    const settle = best < -MOVED_MS ? settleMs : 0
    if (at - since < settle) return false
    if (!reported) return true
    const moved = Math.abs(best - reported.offsetMs) > MOVED_MS
    return at - reported.at >= (moved ? AT_MOST_EVERY_MS : COMPARE_EVERY_MS)
  }

  return {
    /** The draft to journal with the message; undefined when there is nothing new to say. */
    compare: ({ device, room, owner, offsetMs }: Compared): Draft | undefined => {
      const at = clock()
      const before = seen.get(device) ?? { reported: undefined, since: at, best: Number.NEGATIVE_INFINITY }
      const now: Seen = { ...before, best: Math.max(before.best, offsetMs) }
      const report = due(now, at)
      seen.delete(device)
      seen.set(
        device,
        report ? { reported: { at, offsetMs: now.best }, since: at, best: Number.NEGATIVE_INFINITY } : now,
      )
      if (seen.size > REMEMBERED) seen.delete(seen.keys().next().value!)
      if (!report) return undefined
      const key = createHash('sha256').update(`${device} ${at} ${now.best}`).digest('hex')
      return {
        source,
        key: `clock/${key}`,
        observation: { kind: 'clock.compared', observedAt: at, data: { device, room, owner, offsetMs: now.best } },
      }
    },
  }
}
