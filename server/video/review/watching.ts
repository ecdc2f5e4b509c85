import { type Instant, minutes } from '../../domain/time.ts'

/** Somebody jumped further than this: it is told anew. */
export const SEEK_MS = minutes(1)
/** Whoever plays on is told again after so much: the record says how far they looked, not only where they began. */
export const PLAYED_MS = minutes(10)

interface Window {
  from: Instant
  to: Instant
  /** What was told of it. */
  toldTo: Instant
}

/**
 * Whether a look at `[from, to]` must be told before it is served: the first one, one more than a minute away from
 * what was told, and one that has played on for ten minutes. `told` is called once that is durable.
 */
export const createWatching = () => {
  const windows = new Map<string, Window>()
  return {
    mustTell: (key: string, from: Instant, to: Instant): boolean => {
      const known = windows.get(key)
      if (!known) return true
      if (from > known.to + SEEK_MS || to < known.from - SEEK_MS) return true
      return to > known.toldTo + PLAYED_MS || from < known.from - SEEK_MS
    },
    /** It was told, and may be served. */
    told: (key: string, from: Instant, to: Instant): void => {
      windows.set(key, { from, to, toldTo: to })
    },
    /** It was served without telling anew. */
    played: (key: string, from: Instant, to: Instant): void => {
      const known = windows.get(key)
      if (!known) return
      known.from = Math.min(known.from, from)
      known.to = Math.max(known.to, to)
    },
    forget: (prefix: string): void => {
      for (const key of windows.keys()) if (key.startsWith(prefix)) windows.delete(key)
    },
  }
}
export type Watching = ReturnType<typeof createWatching>
