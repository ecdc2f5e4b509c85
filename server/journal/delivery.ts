import type { Entry } from '../domain/entry.ts'
import type { Log } from '../storage/log.ts'

type Heard = (entries: readonly Entry[]) => void

export interface Delivery {
  onCommitted(heard: Heard): () => void
  /** What this process committed just now. */
  own(entries: () => readonly Entry[], firstSeq: number): void
  /** The journal has entries up to `seq`, whoever wrote them. */
  reached(seq: number): void
  /** Whether somebody listens: nobody else needs to be asked for news. */
  wanted(): boolean
  close(): Promise<void>
}

const RETRY_MS = 500

/**
 * Hands every entry after `start` to the listeners once, in order of seq and without gaps: what we wrote from
 * memory, what others wrote in between from the store.
 */
export const delivery = (start: number, read: (after: number) => Promise<readonly Entry[]>, log: Log): Delivery => {
  const listeners = new Set<Heard>()
  let delivered = start
  let known = start
  let closed = false
  let fetching: Promise<void> | undefined
  let retry: NodeJS.Timeout | undefined

  const hand = (entries: readonly Entry[]): void => {
    const news = entries.filter(({ seq }) => seq > delivered)
    if (news.length === 0) return
    delivered = news.at(-1)!.seq
    known = Math.max(known, delivered)
    for (const heard of [...listeners]) heard(news)
  }
  const fetch = async (): Promise<void> => {
    while (!closed && delivered < known) {
      if (listeners.size === 0) delivered = known
      else hand(await read(delivered))
    }
  }
  const catchUp = (): void => {
    if (fetching || closed || retry || delivered >= known) return
    fetching = fetch()
      .catch((error: Error) => {
        log.warn({ after: delivered, problem: error.message }, 'committed entries could not be read yet')
        retry = setTimeout(() => {
          retry = undefined
          catchUp()
        }, RETRY_MS)
      })
      .finally(() => {
        fetching = undefined
        catchUp()
      })
  }
  return {
    onCommitted: (heard) => {
      listeners.add(heard)
      return () => listeners.delete(heard)
    },
    own: (entries, firstSeq) => {
      if (listeners.size === 0 && firstSeq === delivered + 1) {
        delivered = entries().at(-1)!.seq
        known = Math.max(known, delivered)
      } else if (firstSeq === delivered + 1) hand(entries())
    },
    reached: (seq) => {
      known = Math.max(known, seq)
      catchUp()
    },
    wanted: () => listeners.size > 0,
    close: async () => {
      closed = true
      clearTimeout(retry)
      await fetching
    },
  }
}
