import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Clock } from '../domain/time.ts'
import type { Journal } from '../journal/journal.ts'
import { catalogue, eventTypeByName } from '../protocols/cloudevents/catalogue/index.ts'
import { jsonSchemaOf } from '../protocols/cloudevents/observe.ts'
import { createFaults } from './cloudevents-faults.ts'
import { createLimit } from './cloudevents-limit.ts'
import { type Answer, createReceiver } from './cloudevents-receive.ts'
import { refusal } from './cloudevents-refusal.ts'
import type { Source } from './cloudevents-sources.ts'
import type { Rows } from './rows/rows.ts'
import type { Log } from './telemetry.ts'

/** Requests read at once; each may hold as much as a body may be long. */
const MOST_AT_ONCE = 64
/** Above this the journal is behind, and we ask senders to wait rather than keep their events in memory. */
const MOST_BACKLOG = 20_000

export interface IntakeOptions {
  readonly journal: Journal
  readonly sources: readonly Source[]
  readonly clock: Clock
  readonly log: Log
  /** Where changed rows go; without it they are refused. One for all doors: a system has one chain. */
  readonly rows?: Rows | undefined
  /** Requests a second and address, and how many at once. */
  readonly rate?: { readonly perSecond: number; readonly burst: number }
}

/** The paths this door answers on. */
export const isIntakePath = (path: string): boolean => path === '/intake' || path.startsWith('/intake/')

/**
 * `POST /intake/cloudevents`: signed events of business systems, structured or batch. Answers 2xx only after
 * the journal has them. `POST /intake/row-changes`: changed rows of a database, as its change stream tells them. `GET /intake/schemas[/:type]`: what may be sent, as JSON Schema.
 * The handler reads the body itself: mount it before any body parser, the signature is over the raw bytes.
 */
export const createIntake = ({ journal, sources, clock, log, rate, rows }: IntakeOptions) => {
  const faults = createFaults('cloudevents', { journal, clock, log })
  const limit = createLimit({ perSecond: rate?.perSecond ?? 100, burst: rate?.burst ?? 300, most: 2_000 }, clock)
  const { refuse, receive, receiveRows } = createReceiver({ journal, sources, clock, faults, rows })
  let reading = 0

  const answer = async (request: IncomingMessage): Promise<Answer> => {
    const path = (request.url ?? '/').split('?', 1)[0]!
    if (path === '/intake/schemas' && request.method === 'GET') return { status: 200, body: listing }
    if (path.startsWith('/intake/schemas/') && request.method === 'GET') {
      const type = eventTypeByName.get(path.slice('/intake/schemas/'.length))
      return type ? { status: 200, body: jsonSchemaOf(type) } : refusal('not-found')
    }
    const take = path === '/intake/cloudevents' ? receive : path === '/intake/row-changes' ? receiveRows : undefined
    if (!take) return refusal('not-found')
    if (request.method !== 'POST') return refusal('wrong-method')
    if (!limit.take(request.socket.remoteAddress ?? '')) return refuse('too-many', 'rate limit', null)
    if (reading >= MOST_AT_ONCE || journal.backlog() > MOST_BACKLOG) return refusal('busy')
    reading++
    try {
      return await take(request)
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
