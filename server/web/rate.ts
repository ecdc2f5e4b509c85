import type { Clock } from '../domain/time.ts'

/** Token buckets by key, in memory; keys that have been full for a while are forgotten. */
export const createBuckets = (
  { perSecond, burst }: { readonly perSecond: number; readonly burst: number },
  clock: Clock,
) => {
  const buckets = new Map<string, { tokens: number; at: number }>()
  let sweptAt = 0

  const sweep = (now: number): void => {
    if (now - sweptAt < 10_000) return
    sweptAt = now
    for (const [key, b] of buckets) if (now - b.at > 60_000) buckets.delete(key)
  }

  return {
    /** Takes one token; false when there is none. `times` makes the bucket of this key so much larger. */
    take: (key: string, times = 1): boolean => {
      const now = clock()
      sweep(now)
      const b = buckets.get(key) ?? { tokens: burst * times, at: now }
      b.tokens = Math.min(burst * times, b.tokens + (Math.max(0, now - b.at) / 1000) * perSecond * times)
      b.at = now
      buckets.set(key, b)
      if (b.tokens < 1) return false
      b.tokens--
      return true
    },
    size: () => buckets.size,
  }
}
