import type { Clock } from '../domain/time.ts'

/**
 * Token buckets by name, bounded in number: `perSecond` on average, `burst` at once.
 * A flood from one address empties its own bucket and nobody else's (goal S6).
 */
export const createLimit = (
  { perSecond, burst, most }: { readonly perSecond: number; readonly burst: number; readonly most: number },
  clock: Clock,
) => {
  const buckets = new Map<string, { tokens: number; at: number }>()
  return {
    /** False when the bucket of `name` is empty. */
    take: (name: string): boolean => {
      const now = clock()
      const old = buckets.get(name)
      const tokens = old ? Math.min(burst, old.tokens + (Math.max(0, now - old.at) / 1000) * perSecond) : burst
      buckets.delete(name)
      buckets.set(name, { tokens: Math.max(0, tokens - 1), at: now })
      if (buckets.size > most) buckets.delete(buckets.keys().next().value!)
      return tokens >= 1
    },
    size: () => buckets.size,
  }
}
