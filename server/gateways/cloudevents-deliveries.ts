import { createHash } from 'node:crypto'
import type { Clock } from '../domain/time.ts'
import type { Journal } from '../journal/journal.ts'
import { TOLERANCE_MS } from './cloudevents-signature.ts'

/** A stale timestamp is refused anyway, so older deliveries need not be remembered. */
const WINDOW_MS = 3 * TOLERANCE_MS
const MOST = 50_000

export interface Delivery {
  readonly source: string
  readonly id: string
  readonly timestampMs: number
  readonly bodySha256: string
}

export type Standing =
  | 'new'
  /** The sender tries again what it already sent: same bytes, signed anew. The journal says what it has of it. */
  | 'retried'
  /** The very same request once more: nobody but a recorder of the wire sends that. */
  | 'replayed'
  /** Another body under a webhook-id that was used. */
  | 'reused'

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/**
 * Which deliveries were taken in the time in which their signature would still pass. Bounded by that
 * time and in number; read back from the journal after a restart, so a replay is refused then as well.
 */
export const createDeliveries = (journal: Journal, clock: Clock) => {
  const taken = new Map<string, { timestampMs: number; bodySha256: string; at: number }>()
  const keyOf = ({ source, id }: Pick<Delivery, 'source' | 'id'>): string => `${source} ${id}`

  const remember = (delivery: Delivery, at: number): void => {
    const key = keyOf(delivery)
    taken.delete(key)
    taken.set(key, { timestampMs: delivery.timestampMs, bodySha256: delivery.bodySha256, at })
    for (const [oldest, { at: since }] of taken) {
      if (taken.size <= MOST && at - since < WINDOW_MS) break
      taken.delete(oldest)
    }
  }

  return {
    /** Reads the last minutes from the journal. */
    load: async (): Promise<void> => {
      let after = -1
      const from = clock() - WINDOW_MS
      for (;;) {
        const entries = await journal.read({ after, from, kinds: ['intake.delivered'], limit: 10_000 })
        for (const { observation: o, recordedAt } of entries)
          if (o.kind === 'intake.delivered')
            remember(
              {
                source: o.data.source,
                id: o.data.delivery,
                timestampMs: o.data.attemptedAt,
                bodySha256: o.data.bodySha256,
              },
              recordedAt,
            )
        if (entries.length < 10_000) return
        after = entries.at(-1)!.seq
      }
    },
    standing: (delivery: Delivery): Standing => {
      const before = taken.get(keyOf(delivery))
      if (!before) return 'new'
      if (before.bodySha256 !== delivery.bodySha256) return 'reused'
      return before.timestampMs === delivery.timestampMs ? 'replayed' : 'retried'
    },
    take: (delivery: Delivery): void => remember(delivery, clock()),
    /** The journal did not take it after all: the sender may come again. */
    forget: (delivery: Delivery): void => {
      taken.delete(keyOf(delivery))
    },
    size: () => taken.size,
  }
}
export type Deliveries = ReturnType<typeof createDeliveries>
