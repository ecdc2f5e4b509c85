import type { Entry } from '../domain/entry.ts'
import type { Journal } from '../journal/journal.ts'

const PAGE = 2_000

export interface StreamOptions {
  readonly journal: Journal
  /** `seq` of the last entry already known; -1 for none. */
  readonly after: number
  readonly apply: (entry: Entry) => void
  /** Awaited between pages while catching up, so that what is written behind never piles up. */
  readonly drain: () => Promise<void>
  /** `apply` threw: an invariant is broken, nothing more is applied. */
  readonly onBroken: (error: unknown) => void
  /** The journal or the store could not be read now; `catchUp` may be called again. */
  readonly onAway: (error: unknown) => void
}

/**
 * The journal as one gapless, ordered stream: pages until caught up, then each commit as it comes. A commit that
 * does not follow on is not applied but read again from the journal, so nothing is skipped and nothing doubled.
 */
export const openStream = ({ journal, after, apply, drain, onBroken, onAway }: StreamOptions) => {
  let applied = after
  let reading: Promise<void> | undefined
  let stopped = false
  let waiting: { readonly seq: number; readonly done: () => void }[] = []

  const take = (entry: Entry): void => {
    if (stopped) return
    applied = entry.seq
    try {
      apply(entry)
    } catch (error) {
      stopped = true
      onBroken(error)
    }
  }

  const tellWaiting = (): void => {
    if (waiting.length === 0) return
    const reached = waiting.filter((w) => w.seq <= applied)
    waiting = waiting.filter((w) => w.seq > applied)
    for (const { done } of reached) done()
  }

  const readOn = async (): Promise<void> => {
    const until = (await journal.watermark()).seq
    while (!stopped && applied < until) {
      const page = await journal.read({ after: applied, limit: PAGE })
      for (const entry of page) if (entry.seq > applied && entry.seq <= until) take(entry)
      tellWaiting()
      if (page.length === 0) break
      await drain()
    }
  }

  /** Reads up to what is durable now; callers at the same time share one reading. */
  const catchUp = (): Promise<void> => {
    reading ??= readOn().finally(() => {
      reading = undefined
    })
    return reading
  }

  const off = journal.onCommitted((entries) => {
    if (stopped || entries.length === 0) return
    // While pages are being read they reach these entries too; whatever follows on is taken at once.
    if (!reading && entries[0]!.seq === applied + 1) {
      for (const entry of entries) if (entry.seq > applied) take(entry)
      tellWaiting()
    } else if (entries.at(-1)!.seq > applied) catchUp().catch(onAway)
  })

  return {
    applied: (): number => applied,
    catchUp,
    /** Resolves once entry `seq` has had its effect here; rejects after `timeoutMs`. */
    reached: (seq: number, timeoutMs = 5_000): Promise<void> => {
      if (seq <= applied) return Promise.resolve()
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`entry ${seq} is journalled but not yet applied`)), timeoutMs)
        const done = (): void => {
          clearTimeout(timer)
          resolve()
        }
        waiting.push({ seq, done })
      })
    },
    stop: (): void => {
      stopped = true
      off()
    },
  }
}
