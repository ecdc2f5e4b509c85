/** Lets work through in portions. */
export interface BulkGate {
  /** Undefined: go on at once; otherwise resolves when it is this work's turn. First come, first served. */
  enter(size: number): Promise<void> | undefined
  leave(size: number): void
}

/**
 * After a day without coverage terminals send what they buffered as fast as the line carries it. At most `most` of such
 * entries are in the journal's queue at once, so that a live report never waits behind somebody's yesterday (goal R3).
 * Work larger than `most` goes through alone.
 */
export const bulkGate = (most: number): BulkGate => {
  let inside = 0
  const waiting: { readonly size: number; readonly start: () => void }[] = []
  const fits = (size: number) => inside === 0 || inside + size <= most
  return {
    enter: (size) => {
      if (waiting.length === 0 && fits(size)) {
        inside += size
        return undefined
      }
      return new Promise((start) => waiting.push({ size, start }))
    },
    leave: (size) => {
      inside -= size
      for (let next = waiting[0]; next && fits(next.size); next = waiting[0]) {
        inside += next.size
        waiting.shift()
        next.start()
      }
    },
  }
}
