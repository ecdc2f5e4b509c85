import { createHash } from 'node:crypto'
import type { Clock } from '../../domain/time.ts'
import { journalFailureCode } from '../../journal/failure.ts'
import type { Draft, Journal } from '../../journal/journal.ts'
import type { Message, RowChange } from '../../protocols/debezium/codec.ts'
import { type SystemMapping, unwatchedIn } from '../../protocols/debezium/mapping.ts'
import type { Delivery } from '../cloudevents-deliveries.ts'
import { createFaults } from '../cloudevents-faults.ts'
import { type RefusalCode, refusal } from '../cloudevents-refusal.ts'
import { mayTell, type Source } from '../cloudevents-sources.ts'
import type { Log } from '../telemetry.ts'
import { createLane, type Lane, type RowReceipt } from './lane.ts'

export interface RowsOptions {
  readonly journal: Journal
  readonly mappings: readonly SystemMapping[]
  readonly sources: readonly Source[]
  readonly clock: Clock
  readonly log: Log
  /** How long a numbered change waits for those before it, ms; two seconds unless told. */
  readonly holdMs?: number
}

export interface RowDelivery {
  readonly source: Source
  readonly device: string
  readonly delivery: Delivery
  readonly body: Uint8Array
  readonly receivedAt: number
  /** Journalled with the rows. */
  readonly also?: readonly Draft[]
}

export interface RowAnswer {
  readonly status: number
  readonly body: unknown
}

/** A row further ahead of our clock than this is taken and flagged. */
const EARLY_MS = 2 * 60_000
const MOST_NAMED = 20

const typeOf = ({ connector }: RowChange): string => `io.debezium.connector.${connector}.DataChangeEvent`

/** Takes changed rows, in whatever form they came, to the lane of their system. */
export const createRows = ({ journal, mappings, sources, clock, log, holdMs }: RowsOptions) => {
  const faults = createFaults('row-changes', { journal, clock, log })
  const lanes = new Map<SystemMapping, Lane>()
  for (const mapping of mappings) {
    const owner = sources.find((one) => one.name === mapping.sender)?.owner
    const puzzled = (detail: string): void =>
      void faults.report({ device: `rows:${mapping.system}`, fault: 'column', detail })
    lanes.set(mapping, createLane({ journal, mapping, clock, puzzled, ...(holdMs === undefined ? {} : { holdMs }) }))
    void declare(mapping, owner ?? mapping.sender, { journal, clock, log })
  }

  const mappingOf = (source: Source, change: RowChange): SystemMapping | undefined =>
    mappings.find((one) => one.sender === source.name && one.connector === change.connector && one.db === change.db)

  const refuse = async (code: RefusalCode, detail: string, device: string, more?: unknown): Promise<RowAnswer> => {
    await faults.report({ device, fault: code, detail })
    return refusal(code, more ?? detail)
  }

  /** Why a row may not come from here; undefined when it may. */
  const problemOf = (source: Source, change: RowChange): RefusalCode | undefined =>
    !mayTell(source, typeOf(change)) ? 'type-not-allowed' : mappingOf(source, change) ? undefined : 'unmapped'

  const take = async (messages: readonly Message[], given: RowDelivery): Promise<RowAnswer> => {
    const { source, device } = given
    const changes = messages.flatMap((message, index) => (message.is === 'row' ? [{ change: message, index }] : []))
    const bad = changes.flatMap(({ change, index }) => {
      const reason = problemOf(source, change)
      return reason ? [{ index, id: null, reason, detail: `${change.connector} ${change.db} ${change.table}` }] : []
    })
    const [first] = bad
    if (first) {
      const more = { nothingTaken: true, events: bad.slice(0, MOST_NAMED) }
      return refuse(first.reason, `record ${first.index}: ${first.detail}`, device, more)
    }
    let receipts: readonly RowReceipt[]
    try {
      receipts = await submit(changes, given)
    } catch (error) {
      // What the journal will never take does not become better by coming again.
      if (journalFailureCode(error) !== 'refused') throw error
      return refuse('schema', String(error), device, { nothingTaken: true, journal: String(error) })
    }
    for (const message of messages)
      if (message.is === 'transaction' && message.ended && message.changes !== null)
        for (const mapping of mappings)
          if (mapping.sender === source.name)
            lanes.get(mapping)!.transactionEnded(message.id.split(':')[0]!, message.changes)
    await flagClock(changes, device)
    return answerOf(changes, receipts, messages.length, device)
  }

  const submit = async (
    changes: readonly { readonly change: RowChange; readonly index: number }[],
    { source, delivery, body, receivedAt, also = [] }: RowDelivery,
  ): Promise<readonly RowReceipt[]> => {
    const head = headOf(delivery, body, changes.length, receivedAt)
    const byLane = new Map<Lane, RowChange[]>()
    for (const { change } of changes) {
      const lane = lanes.get(mappingOf(source, change)!)!
      const own = byLane.get(lane)
      if (own) own.push(change)
      else byLane.set(lane, [change])
    }
    if (byLane.size === 0) {
      await journal.append([...also, head])
      return []
    }
    const receiptsOf = new Map<RowChange, RowReceipt>()
    let n = 0
    for (const [lane, own] of byLane) {
      // That the delivery was taken is said with the last of it.
      const receipts = await lane.submit(own, ++n === byLane.size ? [...also, head] : [])
      for (const [i, change] of own.entries()) receiptsOf.set(change, receipts[i]!)
    }
    return changes.map(({ change }) => receiptsOf.get(change)!)
  }

  const flagClock = async (changes: readonly { readonly change: RowChange }[], device: string): Promise<void> => {
    const latest = Math.max(...changes.map(({ change }) => change.committedAt))
    const ahead = latest - clock()
    if (ahead > EARLY_MS) {
      const detail = `a row is ${Math.round(ahead / 1000)} s ahead of our clock; taken as told`
      await faults.report({ device, fault: 'clock-early', detail })
    }
  }

  const answerOf = async (
    changes: readonly { readonly index: number }[],
    receipts: readonly RowReceipt[],
    records: number,
    device: string,
  ): Promise<RowAnswer> => {
    const rows = receipts.map(({ seq, duplicate }, i) => ({ index: changes[i]!.index, seq, duplicate }))
    const conflicts = receipts.flatMap(({ conflict, seq }, i) =>
      conflict
        ? [
            {
              index: changes[i]!.index,
              id: null,
              reason: 'id-reused',
              detail: `entry ${seq} has this change with other contents`,
            },
          ]
        : [],
    )
    if (conflicts.length > 0)
      return refuse('id-reused', conflicts[0]!.detail, device, { events: conflicts.slice(0, MOST_NAMED), taken: rows })
    const duplicates = rows.filter((one) => one.duplicate).length
    return {
      status: 200,
      body: { recorded: rows.length - duplicates, duplicates, passedOver: records - changes.length, rows },
    }
  }

  return {
    take,
    close: (): void => {
      for (const lane of lanes.values()) lane.close()
    },
  }
}
export type Rows = ReturnType<typeof createRows>

const headOf = (delivery: Delivery, body: Uint8Array, events: number, observedAt: number): Draft => ({
  source: 'cloudevents',
  key: `delivery/${delivery.source}/${delivery.id}/${delivery.timestampMs}`,
  observation: {
    kind: 'intake.delivered',
    observedAt,
    data: {
      source: delivery.source,
      delivery: delivery.id,
      attemptedAt: delivery.timestampMs,
      events,
      bodySha256: delivery.bodySha256,
    },
  },
  raw: body,
})

/** Journals how the system is read, once for every change of it, and says what cannot be watched. */
const declare = async (
  mapping: SystemMapping,
  owner: string,
  { journal, clock, log }: Pick<RowsOptions, 'journal' | 'clock' | 'log'>,
): Promise<void> => {
  const { system, numbered, tables } = mapping
  const unwatched = unwatchedIn(mapping)
  if (unwatched.length > 0)
    log.warn({ system, unwatched }, 'protected fields without a column: changes of them cannot be seen')
  if (!numbered) log.warn({ system }, 'the sender does not number its records: a hole in them cannot be seen')
  const data = { system, owner, tables: Object.keys(tables), unwatched, numbered }
  const print = createHash('sha256').update(JSON.stringify(data)).digest('hex').slice(0, 32)
  try {
    const observation = { kind: 'row.mapping-declared', observedAt: clock(), data } as const
    await journal.append([{ source: `rows/${system}`, key: `mapping/${print}`, observation }])
  } catch (error) {
    log.error({ error: String(error), system }, 'how the system is read could not be journalled')
  }
}
