import { isDeepStrictEqual } from 'node:util'
import type { Observation } from '../domain/observation/index.ts'
import type { Draft, Journal, Receipt } from '../journal/journal.ts'
import type { CloudEvent, Fault } from '../protocols/cloudevents/codec.ts'
import { observe } from '../protocols/cloudevents/observe.ts'
import type { Delivery } from './cloudevents-deliveries.ts'
import type { RefusalCode } from './cloudevents-refusal.ts'
import { mayTell, type Source } from './cloudevents-sources.ts'

/** What is wrong with one event of a request. */
export interface BadEvent {
  /** Place in the batch, from 0; null for the body as a whole. */
  readonly index: number | null
  readonly id: string | null
  readonly reason: RefusalCode
  readonly detail: string
}

/** One event, read and understood. */
export interface ReadEvent {
  readonly event: CloudEvent
  readonly observations: readonly Observation[]
}

export const unreadable = (fault: Fault): BadEvent => ({
  index: fault.index,
  id: null,
  reason: 'unreadable',
  detail: `${fault.problem}: ${fault.detail}`,
})

/** Reads every event of a request. One bad event refuses them all, and all the bad ones are named. */
export const readEvents = (
  events: readonly CloudEvent[],
  source: Source,
): { readonly events: readonly ReadEvent[] } | { readonly bad: readonly BadEvent[] } => {
  const bad: BadEvent[] = []
  const byId = new Map<string, ReadEvent>()
  for (const [index, event] of events.entries()) {
    const understood = readEvent(event, source)
    if ('reason' in understood) {
      bad.push({ index, id: event.id, ...understood })
      continue
    }
    const key = `${event.source} ${event.id}`
    const before = byId.get(key)
    if (before && !isDeepStrictEqual(before.observations, understood.observations))
      bad.push({ index, id: event.id, reason: 'id-twice', detail: `id: ${event.id}` })
    byId.set(key, understood)
  }
  return bad.length > 0 ? { bad } : { events: [...byId.values()] }
}

const readEvent = (event: CloudEvent, source: Source): ReadEvent | Pick<BadEvent, 'reason' | 'detail'> => {
  if (!source.sources.includes(event.source)) return { reason: 'source-not-yours', detail: `source: ${event.source}` }
  const observed = observe(event)
  if (observed.is === 'fault') return { reason: observed.problem, detail: observed.detail }
  if (!mayTell(source, event.type)) return { reason: 'type-not-allowed', detail: `type: ${event.type}` }
  return { event, observations: observed.observations }
}

export interface Taken {
  readonly id: string
  readonly seq: number
  readonly duplicate: boolean
}

export type Recorded =
  | { readonly is: 'recorded'; readonly taken: readonly Taken[] }
  | { readonly is: 'conflict'; readonly bad: readonly BadEvent[]; readonly taken: readonly Taken[] }

const SOURCE = 'cloudevents'

/**
 * Journals the events and, with them in the same commit, that this delivery was taken.
 * Rejects when the journal did not; then nothing of it is there and the sender must come again.
 */
export const recordEvents = async (
  journal: Journal,
  delivery: Delivery,
  body: Uint8Array,
  events: readonly ReadEvent[],
  extra: readonly Draft[],
  now: number,
): Promise<Recorded> => {
  const head: Draft = {
    source: SOURCE,
    key: `delivery/${delivery.source}/${delivery.id}/${delivery.timestampMs}`,
    observation: {
      kind: 'intake.delivered',
      observedAt: now,
      data: {
        source: delivery.source,
        delivery: delivery.id,
        attemptedAt: delivery.timestampMs,
        events: events.length,
        bodySha256: delivery.bodySha256,
      },
    },
    raw: body,
  }
  const drafts = events.flatMap(({ event, observations }) =>
    observations.map((observation, part) => draftOf(event, observation, part)),
  )
  const receipts = await journal.append([...drafts, ...extra, head])
  let at = 0
  const taken: Taken[] = []
  const repeated: {
    readonly index: number
    readonly event: CloudEvent
    readonly of: Observation
    readonly seq: number
  }[] = []
  events.forEach(({ event, observations }, index) => {
    const own = receipts.slice(at, at + observations.length)
    at += observations.length
    own.forEach((receipt, part) => {
      if (receipt.duplicate) repeated.push({ index, event, of: observations[part]!, seq: receipt.seq })
    })
    taken.push({ id: event.id, seq: own[0]!.seq, duplicate: own.every((one: Receipt) => one.duplicate) })
  })
  const bad = await conflicts(journal, repeated)
  return bad.length > 0 ? { is: 'conflict', bad, taken } : { is: 'recorded', taken }
}

const draftOf = (event: CloudEvent, observation: Observation, part: number): Draft => ({
  source: SOURCE,
  // CloudEvents 1.0 §3: source + id is the identity of an event.
  key: `${event.source} ${event.id} ${part}`,
  observation,
  raw: new TextEncoder().encode(JSON.stringify(event)),
})

/** A duplicate must say what the first one said; otherwise a sender reuses ids and loses what it told. */
const conflicts = async (
  journal: Journal,
  repeated: readonly { index: number; event: CloudEvent; of: Observation; seq: number }[],
): Promise<BadEvent[]> => {
  if (repeated.length === 0) return []
  const stored = await journal.inspect(repeated.map(({ seq }) => seq))
  const bySeq = new Map(stored.map(({ entry }) => [entry.seq, entry.observation]))
  return repeated
    .filter(({ seq, of }) => !isDeepStrictEqual(plain(bySeq.get(seq)), plain(of)))
    .map(({ index, event, seq }) => ({
      index,
      id: event.id,
      reason: 'id-reused',
      detail: `entry ${seq} has source ${event.source} and id ${event.id} with other contents`,
    }))
}

/** As the journal stores it: JSON, so that `undefined` and key order do not matter. */
const plain = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)))
