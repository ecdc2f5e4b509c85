import { createHash } from 'node:crypto'
import type { Entry } from '../../server/domain/entry.ts'
import type { Clock } from '../../server/domain/time.ts'
import type { Draft, Journal, Receipt, StoredEntry } from '../../server/journal/journal.ts'

/**
 * A journal that forgets when the test ends: the same contract as the one on disk, with a door that a test can
 * hold shut (`hold`) or break (`fail`) to see what is said to a device before the journal has what it sent.
 */
export const memoryJournal = (clock: Clock) => {
  const stored: StoredEntry[] = []
  const byKey = new Map<string, Receipt>()
  const listeners = new Set<(entries: readonly Entry[]) => void>()
  let held: { readonly opened: Promise<void>; readonly open: () => void } | undefined
  let failure: Error | undefined
  let waiting = 0
  let last = Number.NEGATIVE_INFINITY

  const commit = (drafts: readonly Draft[]): Receipt[] => {
    const fresh: Entry[] = []
    const receipts = drafts.map((draft): Receipt => {
      const id = `${draft.source}\n${draft.key}`
      const before = byKey.get(id)
      if (before) return { ...before, duplicate: true }
      last = Math.max(last, clock())
      // As a store would: what comes back is JSON.
      const observation = JSON.parse(JSON.stringify(draft.observation)) as Entry['observation']
      const entry: Entry = { seq: stored.length, recordedAt: last, observation }
      const hash = createHash('sha256')
        .update(`${stored.at(-1)?.hash ?? ''}${JSON.stringify(entry)}`)
        .digest('hex')
      stored.push({ entry, source: draft.source, key: draft.key, raw: draft.raw ?? null, hash })
      fresh.push(entry)
      const receipt = { seq: entry.seq, recordedAt: last, duplicate: false }
      byKey.set(id, receipt)
      return receipt
    })
    if (fresh.length > 0) for (const heard of listeners) heard(fresh)
    return receipts
  }

  const journal: Journal = {
    append: async (drafts) => {
      waiting += drafts.length
      try {
        await held?.opened
        await Promise.resolve()
        if (failure) throw failure
        return commit(drafts)
      } finally {
        waiting -= drafts.length
      }
    },
    read: async ({ after = -1, limit = 1000, kinds, from, until } = {}) =>
      stored
        .map(({ entry }) => entry)
        .filter((entry) => entry.seq > after)
        .filter((entry) => kinds === undefined || kinds.includes(entry.observation.kind))
        .filter((entry) => (from === undefined || entry.recordedAt >= from) && entry.recordedAt <= (until ?? Infinity))
        .slice(0, limit),
    inspect: async (seqs) => seqs.flatMap((seq) => stored[seq] ?? []),
    known: async (source, keys) =>
      new Map(
        keys.flatMap((key) => {
          const receipt = byKey.get(`${source}\n${key}`)
          return receipt ? [[key, receipt.seq] as const] : []
        }),
      ),
    last: async (source, kind) =>
      stored.findLast((one) => one.source === source && one.entry.observation.kind === kind)?.entry,
    onCommitted: (heard) => {
      listeners.add(heard)
      return () => listeners.delete(heard)
    },
    watermark: async () => ({ seq: stored.length - 1, recordedAt: last }),
    backlog: () => waiting,
    close: async () => {},
  }

  return {
    ...journal,
    /** What is in it, oldest first. */
    entries: (): Entry[] => stored.map(({ entry }) => entry),
    /** The observations of some kinds. */
    said: (...kinds: readonly string[]) =>
      stored.map(({ entry }) => entry.observation).filter((o) => kinds.includes(o.kind)),
    /** From now on appends wait until the returned function is called. */
    hold: (): (() => void) => {
      let open = (): void => {}
      const opened = new Promise<void>((resolve) => {
        open = resolve
      })
      held = { opened, open }
      return () => {
        held = undefined
        open()
      }
    },
    /** From now on appends reject; undefined: they work again. */
    fail: (error: Error | undefined): void => {
      failure = error
    },
  }
}
export type MemoryJournal = ReturnType<typeof memoryJournal>
