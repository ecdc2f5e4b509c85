import type { IncomingMessage } from 'node:http'
import type { Clock } from '../domain/time.ts'
import { journalFailureCode } from '../journal/failure.ts'
import type { Journal } from '../journal/journal.ts'
import { type CloudEvent, contentMode, decode, type Mode } from '../protocols/cloudevents/codec.ts'
import { decode as decodeRows, isChangeEventType } from '../protocols/debezium/codec.ts'
import { readBody } from './cloudevents-body.ts'
import { createClockWatch } from './cloudevents-clock.ts'
import { createDeliveries, type Delivery, sha256 } from './cloudevents-deliveries.ts'
import type { Faults } from './cloudevents-faults.ts'
import { type RefusalCode, refusal } from './cloudevents-refusal.ts'
import { verify } from './cloudevents-signature.ts'
import type { Source } from './cloudevents-sources.ts'
import { type BadEvent, type ReadEvent, readEvents, recordEvents, unreadable } from './cloudevents-take.ts'
import type { Rows } from './rows/rows.ts'

/** The journal keeps the body beside what we read in it, and takes no more than this. */
export const MAX_BODY_BYTES = 1_000_000
const BODY_TIMEOUT_MS = 15_000
/** An event further ahead of our clock than this, or further behind it, is taken and flagged. */
export const EARLY_MS = 2 * 60_000
export const LATE_MS = 30 * 60_000

export interface Answer {
  readonly status: number
  readonly body: unknown
}

export interface ReceiverOptions {
  readonly journal: Journal
  readonly sources: readonly Source[]
  readonly clock: Clock
  readonly faults: Faults
  /** Where changed rows go; without it they are refused. */
  readonly rows?: Rows | undefined
}

/** What the signature proved. */
interface Proven {
  readonly source: Source
  readonly device: string
  readonly delivery: Delivery
  readonly receivedAt: number
}

/** Takes one POST from its bytes to its answer: read, verified, understood, journalled — in this order. */
export const createReceiver = ({ journal, sources, clock, faults, rows }: ReceiverOptions) => {
  const deliveries = createDeliveries(journal, clock)
  const clocks = createClockWatch('cloudevents', clock)
  let loaded: Promise<void> | undefined

  /** Once; again when it failed. */
  const load = (): Promise<void> => {
    loaded ??= deliveries.load().catch((error: unknown) => {
      loaded = undefined
      throw error
    })
    return loaded
  }

  const refuse = async (code: RefusalCode, detail: string, device: string | null, more?: unknown): Promise<Answer> => {
    await faults.report({ device, fault: code, detail })
    return refusal(code, more ?? detail)
  }

  const refuseAll = (bad: readonly BadEvent[], device: string): Promise<Answer> => {
    const first = bad[0]!
    const where = first.index === null ? '' : `event ${first.index}: `
    return refuse(first.reason, `${where}${first.detail}`, device, { nothingTaken: true, events: bad.slice(0, 20) })
  }

  const flag = async (events: readonly ReadEvent[], device: string): Promise<Record<string, string>> => {
    const flags: Record<string, string> = {}
    const now = clock()
    for (const { event, observations } of events) {
      const latest = Math.max(event.time, ...observations.map((one) => one.observedAt))
      const fault = latest - now > EARLY_MS ? 'clock-early' : now - event.time > LATE_MS ? 'clock-late' : undefined
      if (fault === undefined) continue
      flags[event.id] = fault
      const offBy = Math.round((fault === 'clock-early' ? latest - now : event.time - now) / 1000)
      await faults.report({ device, fault, detail: `event ${event.id} is ${offBy} s from our clock; taken as told` })
    }
    return flags
  }

  /** Journals what was understood; nothing is answered before. */
  const record = async (
    { source, device, delivery, receivedAt }: Proven,
    body: Buffer,
    events: readonly ReadEvent[],
  ) => {
    deliveries.take(delivery)
    const offsetMs = delivery.timestampMs - receivedAt
    const compared = clocks.compare({ device, room: null, owner: source.owner, offsetMs })
    try {
      return await recordEvents(journal, delivery, body, events, compared ? [compared] : [], receivedAt)
    } catch (error) {
      deliveries.forget(delivery)
      throw error
    }
  }

  /** A delivery that may not be taken, or not again. */
  const standsAgainst = async ({ delivery, device }: Proven): Promise<Answer | undefined> => {
    await load()
    const standing = deliveries.standing(delivery)
    if (standing !== 'replayed' && standing !== 'reused') return undefined
    return refuse(standing, `webhook-id ${delivery.id}`, device)
  }

  /** Changed rows take their own way to the journal. */
  const takeRows = async (body: Buffer, proven: Proven): Promise<Answer> => {
    const { source, device, delivery, receivedAt } = proven
    const { messages, faults: broken } = decodeRows(body)
    if (broken.length > 0)
      return refuseAll(
        broken.map(({ index, problem, detail }) => ({
          index,
          id: null,
          reason: 'unreadable',
          detail: `${problem}: ${detail}`,
        })),
        device,
      )
    if (!rows) return refuse('unmapped', 'no mapping of tables', device)
    deliveries.take(delivery)
    const offsetMs = delivery.timestampMs - receivedAt
    const compared = clocks.compare({ device, room: null, owner: source.owner, offsetMs })
    try {
      const answer = await rows.take(messages, { ...proven, body, also: compared ? [compared] : [] })
      // Refused: a mended delivery may come under the same id.
      if (answer.status !== 200) deliveries.forget(delivery)
      return answer
    } catch (error) {
      deliveries.forget(delivery)
      throw error
    }
  }

  /** Whether all of the events are changed rows, none, or only some. */
  const rowsAmong = (events: readonly CloudEvent[]): 'all' | 'none' | 'some' => {
    const changes = events.filter((event) => isChangeEventType(event.type)).length
    return changes === 0 ? 'none' : changes === events.length ? 'all' : 'some'
  }

  const take = async (mode: 'structured' | 'batch', proven: Proven, body: Buffer): Promise<Answer> => {
    const { source, device } = proven
    const against = await standsAgainst(proven)
    if (against) return against
    const { messages, faults: broken } = decode(mode, body)
    if (broken.length > 0) return refuseAll(broken.map(unreadable), device)
    const among = rowsAmong(messages)
    if (among === 'some') return refuse('mixed', 'row changes among other events', device)
    if (among === 'all') {
      const foreign = messages.find((event) => !source.sources.includes(event.source))
      return foreign ? refuse('source-not-yours', `source: ${foreign.source}`, device) : takeRows(body, proven)
    }
    const understood = readEvents(messages, source)
    if ('bad' in understood) return refuseAll(understood.bad, device)
    const done = await record(proven, body, understood.events).catch((error: unknown) => {
      // What the journal will never take does not become better by coming again.
      if (journalFailureCode(error) === 'refused') return String(error)
      throw error
    })
    if (typeof done === 'string') return refuse('schema', done, device, { nothingTaken: true, journal: done })
    if (done.is === 'conflict')
      return refuse('id-reused', done.bad[0]!.detail, device, { events: done.bad, taken: done.taken })
    const flags = await flag(understood.events, device)
    const duplicates = done.taken.filter((one) => one.duplicate).length
    return {
      status: 200,
      body: { recorded: done.taken.length - duplicates, duplicates, events: done.taken, flags },
    }
  }

  /** Reads and verifies; what is wrong is an answer. */
  const admit = async (request: IncomingMessage): Promise<{ proven: Proven; body: Buffer } | Answer> => {
    const read = await readBody(request, MAX_BODY_BYTES, BODY_TIMEOUT_MS)
    if (read.is === 'refused')
      return refuse(read.why === 'too-large' ? 'too-large' : 'too-slow', `at most ${MAX_BODY_BYTES} bytes`, null)
    const receivedAt = clock()
    const verified = verify(signatureOf(request), read.bytes, sources, receivedAt)
    if (verified.is === 'refused') return refuse(verified.why, verified.detail, null)
    const { signer: source, id, timestampMs } = verified
    const delivery = { source: source.name, id, timestampMs, bodySha256: sha256(read.bytes) }
    return { proven: { source, device: `cloudevents:${source.name}`, delivery, receivedAt }, body: read.bytes }
  }
  const codingOf = (request: IncomingMessage): string => request.headers['content-encoding'] ?? 'identity'

  return {
    refuse,
    receive: async (request: IncomingMessage): Promise<Answer> => {
      const type = request.headers['content-type']
      const mode: Mode = contentMode(type, Object.keys(request.headers))
      if (mode === 'binary') return refuse('binary-mode', 'ce-* headers', null)
      const coding = codingOf(request)
      if (mode === 'unknown' || coding !== 'identity')
        return refuse('media-type', `content-type ${type ?? 'none'}, ${coding}`, null)
      const admitted = await admit(request)
      return 'status' in admitted ? admitted : take(mode, admitted.proven, admitted.body)
    },
    /** Changed rows, plain or with schema, one or a batch. */
    receiveRows: async (request: IncomingMessage): Promise<Answer> => {
      const type = (request.headers['content-type'] ?? '').split(';', 1)[0]!.trim().toLowerCase()
      const coding = codingOf(request)
      if (type !== 'application/json' || coding !== 'identity')
        return refuse('json-only', `content-type ${type || 'none'}, ${coding}`, null)
      const admitted = await admit(request)
      if ('status' in admitted) return admitted
      return (await standsAgainst(admitted.proven)) ?? takeRows(admitted.body, admitted.proven)
    },
  }
}

const one = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value)

const signatureOf = ({ headers }: IncomingMessage) => ({
  id: one(headers['webhook-id']),
  timestamp: one(headers['webhook-timestamp']),
  signature: one(headers['webhook-signature']),
})
