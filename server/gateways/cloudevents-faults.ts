import { randomUUID } from 'node:crypto'
import type { Clock } from '../domain/time.ts'
import type { Draft, Journal } from '../journal/journal.ts'

/** What a gateway needs to tell the operator of the machine. */
export interface Log {
  info(detail: object, message: string): void
  warn(detail: object, message: string): void
  error(detail: object, message: string): void
}

export interface FaultReport {
  /** The source or client, when it proved who it is; null for strangers, who share one allowance. */
  readonly device: string | null
  readonly fault: string
  readonly detail: string
}

/** One journalled fault of a kind and device in this time; the others are counted. */
export const EVERY_MS = 60_000
/** Kinds of fault remembered; the oldest is forgotten first. */
const REMEMBERED = 1_000

/**
 * Journals what was wrong with what came in, because interference matters to a supervisor, at a rate
 * that junk cannot drive: the disk fills by one entry a minute, device and kind, whatever is sent.
 */
export const createFaults = (
  protocol: string,
  { journal, clock, log }: { readonly journal: Journal; readonly clock: Clock; readonly log: Log },
) => {
  const seen = new Map<string, { at: number; suppressed: number }>()

  const draft = ({ device, fault, detail }: FaultReport, suppressed: number, at: number): Draft => ({
    source: protocol,
    key: `fault/${randomUUID()}`,
    observation: {
      kind: 'device.faulted',
      observedAt: at,
      data: { device, carrier: null, protocol, fault, detail: detail.slice(0, 1000), suppressed },
    },
  })

  /** Resolves when it is journalled or counted; a journal that is away is logged and not waited for again. */
  const report = async (one: FaultReport): Promise<void> => {
    const at = clock()
    const key = `${one.device ?? ''} ${one.fault}`
    const before = seen.get(key)
    if (before && at - before.at < EVERY_MS) {
      before.suppressed++
      return
    }
    seen.delete(key)
    seen.set(key, { at, suppressed: 0 })
    if (seen.size > REMEMBERED) seen.delete(seen.keys().next().value!)
    try {
      await journal.append([draft(one, before?.suppressed ?? 0, at)])
    } catch (error) {
      log.error({ error: String(error), ...one }, `${protocol}: a fault could not be journalled`)
    }
  }
  return { report }
}
export type Faults = ReturnType<typeof createFaults>
