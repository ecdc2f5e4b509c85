import type { Observation } from '../../domain/observation/index.ts'

/** Numbers from `from` to `to`, both missing. */
interface Hole {
  readonly from: number
  readonly to: number
  missing: number
}
const MOST_HOLES = 1_000
const MOST_TRANSACTIONS = 2_000

/**
 * What a numbering sender's numbers say: which come next, which are missing, which came after all. Nothing is
 * guessed of what was in a hole.
 */
export const createHoles = (system: string) => {
  let next: number | undefined
  let holes: Hole[] = []
  const transactions = new Map<string, Set<number>>()

  return {
    /** From where a restart goes on. */
    resume: (last: number | undefined): void => {
      next = last === undefined ? undefined : last + 1
      holes = holes.filter((one) => one.to < (next ?? 0))
    },
    expected: () => next,
    /** Whether `sequence` leaves a hole when `ready` numbers come with it. */
    opens: (sequence: number, ready: ReadonlySet<number>): boolean => {
      if (next === undefined) return false
      for (let n = next; n < sequence; n++) if (!ready.has(n)) return true
      return false
    },
    /** Takes the next number in order; tells a hole before it, or that one has closed. */
    take: (sequence: number, at: number): { readonly late: boolean; readonly told: readonly Observation[] } => {
      if (next === undefined || sequence === next) {
        next = sequence + 1
        return { late: false, told: [] }
      }
      if (sequence > next) {
        const hole = { from: next, to: sequence - 1, missing: sequence - next }
        holes = [...holes.slice(-(MOST_HOLES - 1)), hole]
        next = sequence + 1
        const data = { system, from: hole.from, to: hole.to, by: 'sequence', txId: null } as const
        return { late: false, told: [{ kind: 'row.gap-seen', observedAt: at, data }] }
      }
      const hole = holes.find((one) => one.from <= sequence && sequence <= one.to)
      if (!hole) return { late: true, told: [] }
      hole.missing--
      if (hole.missing > 0) return { late: true, told: [] }
      holes = holes.filter((one) => one !== hole)
      const data = { system, from: hole.from, by: 'sequence', txId: null } as const
      return { late: true, told: [{ kind: 'row.gap-closed', observedAt: at, data }] }
    },
    /** A row of a transaction that counts its rows. */
    rowOf: (txId: string, order: number): void => {
      const seen = transactions.get(txId) ?? new Set<number>()
      seen.add(order)
      transactions.set(txId, seen)
      if (transactions.size > MOST_TRANSACTIONS) transactions.delete(transactions.keys().next().value!)
    },
    /** The transaction ended with so many rows; which did not come. */
    ended: (txId: string, changes: number, at: number): readonly Observation[] => {
      const seen = transactions.get(txId) ?? new Set<number>()
      transactions.delete(txId)
      const told: Observation[] = []
      for (let n = 1; n <= changes; n++) {
        if (seen.has(n)) continue
        const from = n
        while (n < changes && !seen.has(n + 1)) n++
        const data = { system, from, to: n, by: 'transaction', txId } as const
        told.push({ kind: 'row.gap-seen', observedAt: at, data })
      }
      return told
    },
  }
}
export type Holes = ReturnType<typeof createHoles>
