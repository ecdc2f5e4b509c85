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

/** Turns the offset seen with every message into one `clock.compared` now and then. */
export const createClockWatch = (source: string, clock: Clock) => {
  const last = new Map<string, { at: number; offsetMs: number }>()
  return {
    /** The draft to journal with the message; undefined when there is nothing new to say. */
    compare: ({ device, room, owner, offsetMs }: Compared): Draft | undefined => {
      const at = clock()
      const before = last.get(device)
      if (before) {
        const age = at - before.at
        const moved = Math.abs(before.offsetMs - offsetMs) > MOVED_MS
        if (age < (moved ? AT_MOST_EVERY_MS : COMPARE_EVERY_MS)) return undefined
      }
      last.delete(device)
      last.set(device, { at, offsetMs })
      if (last.size > REMEMBERED) last.delete(last.keys().next().value!)
      const key = createHash('sha256').update(`${device} ${at} ${offsetMs}`).digest('hex')
      return {
        source,
        key: `clock/${key}`,
        observation: { kind: 'clock.compared', observedAt: at, data: { device, room, owner, offsetMs } },
      }
    },
  }
}
