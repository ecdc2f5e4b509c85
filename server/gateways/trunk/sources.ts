/** How many datagrams an address may send: so many at once, and so many a second. */
export interface SourceLimit {
  readonly burst: number
  readonly perSecond: number
  /** Addresses remembered. */
  readonly most: number
}
export const usualSourceLimit: SourceLimit = { burst: 400, perSecond: 200, most: 4_096 }

/** Cuts a flood off at its source, without harming others. Milliseconds of the real clock. */
export const createSources = ({ burst, perSecond, most }: SourceLimit = usualSourceLimit) => {
  const allowance = new Map<string, { left: number; at: number }>()
  return {
    take: (address: string, now: number): boolean => {
      const known = allowance.get(address)
      if (!known) {
        if (allowance.size >= most) allowance.delete(allowance.keys().next().value!)
        allowance.set(address, { left: burst - 1, at: now })
        return true
      }
      known.left = Math.min(burst, known.left + ((now - known.at) / 1000) * perSecond)
      known.at = now
      if (known.left < 1) return false
      known.left--
      return true
    },
  }
}
