import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Clock } from '../domain/time.ts'
import type { Draft, Journal } from '../journal/journal.ts'
import type { PhoneReport } from '../protocols/osmand/codec.ts'
import { observe } from '../protocols/osmand/observe.ts'
import { createLimit } from './cloudevents-limit.ts'
import { isCredential } from './credential.ts'
import type { DeviceBook } from './device-book.ts'
import { faultLimit } from './fault-limit.ts'
import { type RefusalCode, refusal } from './osmand/refusal.ts'
import { readRequest } from './osmand/request.ts'
import type { Log, Metrics } from './telemetry.ts'

export interface OsmandOptions {
  readonly journal: Journal
  readonly book: DeviceBook
  readonly clock: Clock
  /** The bureau's secret; a phone's token is `credential(secret, 'osmand:<id>')`. */
  readonly secret: string | Uint8Array
  readonly log: Log
  readonly metrics: Metrics
  /** Entries waiting in the journal above which phones are asked to send again later. */
  readonly backlog?: number
}

/** Failures of one address: ten at once, then one every two seconds. */
const FAILURES = { perSecond: 0.5, burst: 10, most: 2_000 }

/**
 * A request handler for phones that speak OsmAnd. Answers 200 with an empty body once the journal has the report;
 * every refusal says what would be right. Mount it before any body parser.
 */
export const createOsmandHandler = ({
  journal,
  book,
  clock,
  secret,
  log,
  metrics,
  backlog = 20_000,
}: OsmandOptions) => {
  const faults = faultLimit()
  const failures = createLimit(FAILURES, () => performance.now())

  /** Journals a refusal or a fault at most once a minute and device; the answer does not wait for it. */
  const note = (key: string, observation: (suppressed: number) => Draft['observation'], raw?: Buffer): void => {
    const suppressed = faults.admit(key, performance.now())
    if (suppressed === undefined) return
    const draft = {
      source: 'osmand',
      key: `${key}|${clock()}`,
      observation: observation(suppressed),
      ...(raw && { raw }),
    }
    journal.append([draft]).catch((err: unknown) => log.error({ err }, 'the journal did not take an OsmAnd fault'))
  }
  const noteRefused = (device: string, remoteAddress: string, reason: RefusalCode): void => {
    log.warn({ device, remoteAddress, reason }, 'phone refused')
    note(`refused|${device}|${reason}`, () => ({
      kind: 'device.refused',
      observedAt: clock(),
      data: { device, carrier: book.carrier(device), protocol: 'osmand', reason: `${reason} (from ${remoteAddress})` },
    }))
  }
  const noteFault = (device: string, fault: string, detail: string, raw: Buffer): void =>
    note(
      `fault|${device}|${fault}`,
      (suppressed) => ({
        kind: 'device.faulted',
        observedAt: clock(),
        data: { device, carrier: book.carrier(device), protocol: 'osmand', fault, detail, suppressed },
      }),
      raw,
    )

  const take = async (request: IncomingMessage, remoteAddress: string): Promise<{ status: number; body: string }> => {
    if (journal.backlog() > backlog) return refusal('journal-behind')
    const asked = await readRequest(request)
    if (asked.is === 'refused') return refusal(asked.code)
    const { decoding, tokens, raw } = asked
    if (decoding.is === 'fault' && decoding.id === null) return refusal(decoding.fault.fault, decoding.fault.detail)
    const device = `osmand:${decoding.id}`
    const standing = book.standing(device)
    const wrong: RefusalCode | undefined = !tokens.some((token) => isCredential(secret, device, token))
      ? 'wrong-token'
      : standing === 'unknown'
        ? 'not-approved'
        : standing === 'blocked'
          ? 'blocked'
          : undefined
    if (wrong !== undefined) {
      metrics.add('osmand.refused')
      // Only failures are counted: many phones share one address, and the others must not pay for one.
      if (!failures.take(remoteAddress)) return refusal('too-many')
      noteRefused(device, remoteAddress, wrong)
      return refusal(wrong)
    }
    if (decoding.is === 'fault') {
      noteFault(device, decoding.fault.fault, decoding.fault.detail, raw)
      return refusal(decoding.fault.fault, decoding.fault.detail)
    }
    const receivedAt = clock()
    const who = { device, carrier: book.carrier(device) }
    await journal.append(decoding.reports.flatMap((report) => drafts(report, who, receivedAt, raw)))
    metrics.add('osmand.reports', decoding.reports.length)
    return { status: 200, body: '' }
  }

  return (request: IncomingMessage, response: ServerResponse): void => {
    const remoteAddress = (request.socket.remoteAddress ?? 'unknown').replace(/^::ffff:/, '')
    take(request, remoteAddress)
      .catch((err: unknown) => {
        log.error({ err }, 'the journal did not take a phone report; it was not acknowledged')
        return refusal('journal-failed')
      })
      .then(({ status, body }) => {
        const later: Record<string, string> = status === 503 || status === 429 ? { 'retry-after': '5' } : {}
        response.writeHead(status, {
          'content-type': 'application/json; charset=utf-8',
          'cache-control': 'no-store',
          ...later,
        })
        response.end(body)
      })
  }
}

/** The same report again (a lost answer) has the same key: device, time and place. */
const drafts = (
  report: PhoneReport,
  who: { readonly device: string; readonly carrier: string | null },
  receivedAt: number,
  raw: Buffer,
): Draft[] =>
  observe(report, who, receivedAt).map((observation) => ({
    source: 'osmand',
    key: `${who.device}/${report.time ?? receivedAt}/${report.latitude},${report.longitude}/${observation.kind}`,
    observation,
    raw,
  }))

/** The handler on a port of its own. Rejects when the address cannot be had. */
export const startOsmandGateway = async (options: OsmandOptions & { readonly host: string; readonly port: number }) => {
  const server = http.createServer({ requestTimeout: 15_000, headersTimeout: 10_000 }, createOsmandHandler(options))
  server.maxConnections = 2_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, options.host, () => {
      server.off('error', reject)
      resolve()
    })
  })
  const { port } = server.address() as AddressInfo
  options.log.info({ host: options.host, port }, 'OsmAnd gateway listens')
  return {
    port,
    /** Stops listening; requests under way are answered first. */
    close: async (): Promise<void> => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeIdleConnections()
      await closed
    },
  }
}
