import { randomUUID } from 'node:crypto'
import type { Clock } from '../domain/time.ts'
import type { Journal } from '../journal/journal.ts'
import { faultLimit } from './fault-limit.ts'
import type { Log } from './telemetry.ts'

export interface FaultReport {
  /** The source or client, when it proved who it is; null for strangers, who share one allowance. */
  readonly device: string | null
  readonly fault: string
  readonly detail: string
}

/**
 * Journals what was wrong with what came in, because interference matters to a supervisor, at a rate
 * that junk cannot drive: one entry a minute, device and kind, whatever is sent.
 */
export const createFaults = (
  protocol: string,
  { journal, clock, log }: { readonly journal: Journal; readonly clock: Clock; readonly log: Log },
) => {
  const limit = faultLimit()
  return {
    /** Somebody on no list asked to be let in: listed for approval, never trusted. */
    refuse: async (device: string, reason: string): Promise<void> => {
      const at = clock()
      if (limit.admit(`refused ${device}`, at) === undefined) return
      const data = { device, carrier: null, protocol, reason }
      try {
        await journal.append([
          {
            source: protocol,
            key: `refused/${randomUUID()}`,
            observation: { kind: 'device.refused', observedAt: at, data },
          },
        ])
      } catch (error) {
        log.error({ error: String(error), device }, `${protocol}: a refusal could not be journalled`)
      }
    },
    /** Resolves when it is journalled or counted; a journal that is away is logged and not waited for again. */
    report: async ({ device, fault, detail }: FaultReport): Promise<void> => {
      const at = clock()
      const suppressed = limit.admit(`${device ?? ''} ${fault}`, at)
      if (suppressed === undefined) return
      const data = { device, carrier: null, protocol, fault, detail: detail.slice(0, 1000), suppressed }
      try {
        await journal.append([
          {
            source: protocol,
            key: `fault/${randomUUID()}`,
            observation: { kind: 'device.faulted', observedAt: at, data },
          },
        ])
      } catch (error) {
        log.error({ error: String(error), device, fault, detail }, `${protocol}: a fault could not be journalled`)
      }
    },
  }
}
export type Faults = ReturnType<typeof createFaults>
