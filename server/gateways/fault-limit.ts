/** Says which of many alike are worth journalling, and how many were left out since the last one. */
export interface FaultLimit {
  /** `undefined`: leave it out; otherwise journal it with this many suppressed before. */
  admit(key: string, now: number): number | undefined
  /** Keys whose window is over with something still untold, told once. */
  settle(now: number): readonly { readonly key: string; readonly suppressed: number }[]
}

interface Window {
  readonly until: number
  suppressed: number
}

/**
 * At most one per key and window, and at most `total` in a window over all keys, so that neither one device's junk
 * nor many strangers' can fill the disk. Remembers at most `keys` keys.
 */
export const faultLimit = ({ windowMs = 60_000, total = 120, keys = 2_000 } = {}): FaultLimit => {
  const windows = new Map<string, Window>()
  let overall = { until: 0, count: 0 }
  return {
    admit: (key, now) => {
      if (overall.until <= now) overall = { until: now + windowMs, count: 0 }
      const window = windows.get(key)
      if ((window && window.until > now) || overall.count >= total) {
        if (window) window.suppressed++
        else if (windows.size < keys) windows.set(key, { until: now + windowMs, suppressed: 1 })
        return undefined
      }
      if (!window && windows.size >= keys) windows.delete(windows.keys().next().value!)
      overall.count++
      windows.set(key, { until: now + windowMs, suppressed: 0 })
      return window?.suppressed ?? 0
    },
    settle: (now) => {
      const untold: { key: string; suppressed: number }[] = []
      for (const [key, { until, suppressed }] of windows) {
        if (until > now) continue
        windows.delete(key)
        if (suppressed > 0) untold.push({ key, suppressed })
      }
      return untold
    },
  }
}
