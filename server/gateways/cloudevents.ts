import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Clock } from '../domain/time.ts'
import type { Journal } from '../journal/journal.ts'
import { catalogue, eventTypeByName } from '../protocols/cloudevents/catalogue/index.ts'
import { contentMode, decode } from '../protocols/cloudevents/codec.ts'
import { jsonSchemaOf } from '../protocols/cloudevents/observe.ts'
import { readBody } from './cloudevents-body.ts'
import { createClockWatch } from './cloudevents-clock.ts'
import { createDeliveries, sha256 } from './cloudevents-deliveries.ts'
import { createFaults } from './cloudevents-faults.ts'
import { createLimit } from './cloudevents-limit.ts'
import { type RefusalCode, refusal } from './cloudevents-refusal.ts'
import { verify } from './cloudevents-signature.ts'
import type { Source } from './cloudevents-sources.ts'
import { type BadEvent, type ReadEvent, readEvents, recordEvents, unreadable } from './cloudevents-take.ts'
import type { Log } from './telemetry.ts'

export const MAX_BODY_BYTES = 1024 * 1024
const BODY_TIMEOUT_MS = 15_000
/** Requests read at once; each may hold MAX_BODY_BYTES. */
const MOST_AT_ONCE = 64
/** Above this the journal is behind, and we ask senders to wait rather than keep their events in memory. */
const MOST_BACKLOG = 20_000
/** An event further ahead of our clock than this, or further behind it, is taken and flagged. */
export const EARLY_MS = 2 * 60_000
export const LATE_MS = 30 * 60_000

export interface IntakeOptions {
  readonly journal: Journal
  readonly sources: readonly Source[]
  readonly clock: Clock
  readonly log: Log
  /** Requests a second and address, and how many at once. */
  readonly rate?: { readonly perSecond: number; readonly burst: number }
}

interface Answer {
  readonly status: number
  readonly body: unknown
}

/** The paths this door answers on. */
export const isIntakePath = (path: string): boolean => path === '/intake' || path.startsWith('/intake/')

/**
 * `POST /intake/cloudevents`: signed events of business systems, structured or batch. Answers 2xx only after
 * the journal has them. `GET /intake/schemas[/:type]`: what may be sent, as JSON Schema.
 * The handler reads the body itself: mount it before any body parser, the signature is over the raw bytes.
 */
export const createIntake = ({ journal, sources, clock, log, rate }: IntakeOptions) => {
  const faults = createFaults('cloudevents', { journal, clock, log })
  const deliveries = createDeliveries(journal, clock)
  const clocks = createClockWatch('cloudevents', clock)
  const limit = createLimit({ perSecond: rate?.perSecond ?? 100, burst: rate?.burst ?? 300, most: 2_000 }, clock)
  let loaded: Promise<void> | undefined
  let reading = 0

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

  const receive = async (request: IncomingMessage): Promise<Answer> => {
    const mode = contentMode(request.headers['content-type'], Object.keys(request.headers))
    if (mode === 'binary') return refuse('binary-mode', 'ce-* headers', null)
    const coding = request.headers['content-encoding'] ?? 'identity'
    if (mode === 'unknown' || coding !== 'identity')
      return refuse('media-type', `content-type ${request.headers['content-type'] ?? 'none'}, ${coding}`, null)
    const read = await readBody(request, MAX_BODY_BYTES, BODY_TIMEOUT_MS)
    if (read.is === 'refused')
      return refuse(read.why === 'too-large' ? 'too-large' : 'too-slow', `at most ${MAX_BODY_BYTES} bytes`, null)
    const receivedAt = clock()
    const verified = verify(signatureOf(request), read.bytes, sources, receivedAt)
    if (verified.is === 'refused') return refuse(verified.why, verified.detail, null)

    const { signer: source, id, timestampMs } = verified
    const device = `cloudevents:${source.name}`
    const delivery = { source: source.name, id, timestampMs, bodySha256: sha256(read.bytes) }
    await load()
    const standing = deliveries.standing(delivery)
    if (standing === 'replayed' || standing === 'reused') return refuse(standing, `webhook-id ${id}`, device)

    const { messages, faults: broken } = decode(mode, read.bytes)
    if (broken.length > 0) return refuseAll(broken.map(unreadable), device)
    const understood = readEvents(messages, source)
    if ('bad' in understood) return refuseAll(understood.bad, device)

    deliveries.take(delivery)
    const compared = clocks.compare({ device, room: null, owner: source.owner, offsetMs: timestampMs - receivedAt })
    try {
      const extra = compared ? [compared] : []
      const done = await recordEvents(journal, delivery, read.bytes, understood.events, extra, receivedAt)
      if (done.is === 'conflict')
        return await refuse('id-reused', done.bad[0]!.detail, device, { events: done.bad, taken: done.taken })
      const flags = await flag(understood.events, device)
      const duplicates = done.taken.filter((one) => one.duplicate).length
      return {
        status: 200,
        body: { recorded: done.taken.length - duplicates, duplicates, events: done.taken, flags },
      }
    } catch (error) {
      if (standing === 'new') deliveries.forget(delivery)
      throw error
    }
  }

  const answer = async (request: IncomingMessage): Promise<Answer> => {
    const path = new URL(request.url ?? '/', 'http://intake').pathname
    if (path === '/intake/schemas' && request.method === 'GET') return { status: 200, body: listing }
    if (path.startsWith('/intake/schemas/') && request.method === 'GET') {
      const type = eventTypeByName.get(path.slice('/intake/schemas/'.length))
      return type ? { status: 200, body: jsonSchemaOf(type) } : refusal('not-found')
    }
    if (path !== '/intake/cloudevents') return refusal('not-found')
    if (request.method !== 'POST') return refusal('wrong-method')
    if (!limit.take(request.socket.remoteAddress ?? '')) return refuse('too-many', 'rate limit', null)
    if (reading >= MOST_AT_ONCE || journal.backlog() > MOST_BACKLOG) return refusal('busy')
    reading++
    try {
      return await receive(request)
    } finally {
      reading--
    }
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    let reply: Answer
    try {
      reply = await answer(request)
    } catch (error) {
      log.error({ error: String(error) }, 'intake: nothing taken')
      reply = refusal('busy')
    }
    send(request, response, reply)
  }
}

const listing = {
  types: catalogue.map(({ type, title, yields }) => ({ type, title, yields, schema: `/intake/schemas/${type}` })),
}

const one = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value)

const signatureOf = ({ headers }: IncomingMessage) => ({
  id: one(headers['webhook-id']),
  timestamp: one(headers['webhook-timestamp']),
  signature: one(headers['webhook-signature']),
})

const send = (request: IncomingMessage, response: ServerResponse, { status, body }: Answer): void => {
  if (response.headersSent || response.destroyed) return
  const text = JSON.stringify(body)
  const head: Record<string, string | number> = {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
  }
  if (status === 429 || status === 503) head['retry-after'] = 5
  if (status === 405) head.allow = 'POST'
  // What we did not read to its end cannot be followed by another request on the same connection.
  if (!request.complete) head.connection = 'close'
  response.writeHead(status, head)
  response.end(text, () => {
    if (!request.complete) request.destroy()
  })
}

/** The same door on a port of its own, for bureaus whose case system sits in another network. */
export const startIntake = async (
  options: IntakeOptions & { readonly host: string; readonly port: number },
): Promise<{ readonly port: number; readonly close: () => Promise<void> }> => {
  const handle = createIntake(options)
  const server = http.createServer({ headersTimeout: 10_000, requestTimeout: 30_000, maxHeaderSize: 16_384 })
  server.on('request', (request, response) => void handle(request, response))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, options.host, resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
