import { z } from 'zod'
import { readJson } from '../json-text.ts'

/**
 * CloudEvents 1.0.2, JSON event format, as structured and batch content over HTTP.
 *
 *   POST …  content-type: application/cloudevents+json          {"specversion":"1.0","id":…,"source":…,"type":…,"time":…,"data":{…}}
 *   POST …  content-type: application/cloudevents-batch+json    [ {…}, {…} ]
 *   POST …  content-type: application/json + ce-* headers       binary mode: recognised, never taken
 *
 * The signature of Standard Webhooks covers the body only. In binary mode the attributes travel in headers
 * that nobody signed, so a binary event can be relabelled on its way; it is refused (docs/intake.md).
 */
export interface CloudEvent {
  readonly id: string
  readonly source: string
  readonly type: string
  /** When it happened, milliseconds since the epoch. */
  readonly time: number
  readonly subject: string | null
  readonly data: unknown
}

/** As it is written: `time` with its zone, `data` as JSON. */
export interface WrittenEvent {
  readonly id: string
  readonly source: string
  readonly type: string
  readonly time: string
  readonly subject?: string
  readonly data: unknown
}

export type Mode = 'structured' | 'batch' | 'binary' | 'unknown'

/** A request that cannot be read. `index` is the place in a batch, from 0; null when it is the whole body. */
export interface Fault {
  readonly index: number | null
  readonly problem: 'not-utf8' | 'not-json' | 'not-a-batch' | 'empty-batch' | 'batch-too-long' | 'envelope'
  readonly detail: string
}

export interface Decoded {
  readonly messages: readonly CloudEvent[]
  readonly faults: readonly Fault[]
}

export const structuredType = 'application/cloudevents+json'
export const batchType = 'application/cloudevents-batch+json'
/** Longest batch taken, in events. */
export const BATCH_LIMIT = 500

/** Which of the three content modes of the HTTP binding (§3) a request is in. */
export const contentMode = (contentType: string | undefined, headerNames: readonly string[]): Mode => {
  const media = (contentType ?? '').split(';', 1)[0]!.trim().toLowerCase()
  if (media === structuredType) return 'structured'
  if (media === batchType) return 'batch'
  return headerNames.some((name) => name.toLowerCase().startsWith('ce-')) ? 'binary' : 'unknown'
}

/** RFC 3339 with a zone: without one nobody can say when it happened, and we do not guess. */
const rfc3339 = 'must be an RFC 3339 time with seconds and a zone, such as 2026-01-01T00:30:00+08:00'
export const zonedTime = z.iso
  .datetime({ offset: true, error: rfc3339 })
  .refine((text) => /T\d\d:\d\d:\d\d/.test(text), rfc3339)

/** CloudEvents 1.0 §2.1: attribute texts hold no control characters. */
const name = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^\P{Cc}*$/u, 'must not hold control characters')

const envelope = z.looseObject({
  specversion: z.literal('1.0'),
  id: name(128),
  source: name(256),
  type: name(128),
  time: zonedTime,
  subject: name(256).optional(),
  datacontenttype: z
    .string()
    .regex(/^application\/(?:[a-z0-9.-]+\+)?json(?:;.*)?$/i, 'must be JSON')
    .optional(),
  data_base64: z.undefined({ error: 'binary data is not taken; send data as JSON' }).optional(),
  data: z.unknown(),
})

const fault = (index: number | null, problem: Fault['problem'], detail: string): Decoded => ({
  messages: [],
  faults: [{ index, problem, detail }],
})

/**
 * Reads a body. Never throws; a batch is all or nothing, and every event of it that cannot be read is named.
 * The byte order mark is not taken: RFC 8259 §8.1 forbids it.
 */
export const decode = (mode: 'structured' | 'batch', body: Uint8Array): Decoded => {
  const read = readJson(body)
  if ('problem' in read) return fault(null, read.problem, read.detail)
  const json = read.value
  if (mode === 'structured') {
    const one = decodeOne(json)
    return 'detail' in one ? fault(null, 'envelope', one.detail) : { messages: [one], faults: [] }
  }
  if (!Array.isArray(json)) return fault(null, 'not-a-batch', 'a batch is a JSON array of events')
  if (json.length === 0) return fault(null, 'empty-batch', 'the batch holds no event')
  if (json.length > BATCH_LIMIT) return fault(null, 'batch-too-long', `${json.length} events; at most ${BATCH_LIMIT}`)
  const messages: CloudEvent[] = []
  const faults: Fault[] = []
  json.forEach((value, index) => {
    const one = decodeOne(value)
    if ('detail' in one) faults.push({ index, problem: 'envelope', detail: one.detail })
    else messages.push(one)
  })
  return faults.length > 0 ? { messages: [], faults } : { messages, faults }
}

const decodeOne = (value: unknown): CloudEvent | { readonly detail: string } => {
  const read = envelope.safeParse(value)
  if (!read.success)
    return { detail: read.error.issues.map((i) => `${i.path.join('.') || 'event'}: ${i.message}`).join('; ') }
  const { id, source, type, time, subject, data } = read.data
  return { id, source, type, time: Date.parse(time), subject: subject ?? null, data: data ?? null }
}

const write = (event: WrittenEvent) => ({ specversion: '1.0', datacontenttype: 'application/json', ...event })

export const encodeStructured = (event: WrittenEvent): Uint8Array =>
  new TextEncoder().encode(JSON.stringify(write(event)))

export const encodeBatch = (events: readonly WrittenEvent[]): Uint8Array =>
  new TextEncoder().encode(JSON.stringify(events.map(write)))

/**
 * What Standard Webhooks 1.0 signs: `id.timestamp.body`, byte for byte.
 * `timestamp` is in whole seconds since the epoch.
 */
export const signedContent = (webhookId: string, timestamp: number | string, body: Uint8Array): Uint8Array => {
  const head = new TextEncoder().encode(`${webhookId}.${timestamp}.`)
  const all = new Uint8Array(head.length + body.length)
  all.set(head)
  all.set(body, head.length)
  return all
}
