import type { PositionDelta } from '../contract/views.ts'

export interface Batch {
  readonly group: string
  readonly n: number
  readonly items: readonly PositionDelta[]
}

/** Gathers movements per group of equal sight; of one carrier only the newest of a batch is told. */
export const createBatches = () => {
  const groups = new Map<string, { members: number; n: number; waiting: Map<string, PositionDelta> }>()

  const put = (group: string, delta: PositionDelta): void => {
    groups.get(group)?.waiting.set(delta[0], delta)
  }

  return {
    enter: (group: string): void => {
      const known = groups.get(group) ?? { members: 0, n: 0, waiting: new Map() }
      known.members++
      groups.set(group, known)
    },
    leave: (group: string): void => {
      const known = groups.get(group)
      if (known && --known.members === 0) groups.delete(group)
    },
    groups: () => groups.keys(),
    add: (unit: string, delta: PositionDelta): void => {
      put('all', delta)
      put(`unit:${unit}`, delta)
    },
    /** What waits, numbered per group; empty groups are left out, so that silence costs nothing. */
    take: (): Batch[] => {
      const batches: Batch[] = []
      for (const [group, known] of groups) {
        if (known.waiting.size === 0) continue
        batches.push({ group, n: ++known.n, items: [...known.waiting.values()] })
        known.waiting.clear()
      }
      return batches
    },
  }
}
