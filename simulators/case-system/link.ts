import { createHmac, randomUUID } from 'node:crypto'
import {
  batchType,
  encodeBatch,
  encodeStructured,
  signedContent,
  structuredType,
  type WrittenEvent,
} from '../../server/protocols/cloudevents/codec.ts'

export interface CaseSystemOptions {
  /** `http://127.0.0.1:8080/intake/cloudevents` */
  readonly url: string
  /** `whsec_…` */
  readonly secret: string
  /** Value of the events' `source`. */
  readonly source: string
  /** The system's clock, milliseconds: it signs with it. */
  readonly clock: () => number
  /** How often everything is sent; more than once when the network loses answers. */
  readonly times?: number
}

export interface Reply {
  readonly status: number
  readonly body: unknown
}

const isStale = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && 'error' in body && body.error === 'stale'

/** An instant as the events carry it. */
export const rfc3339 = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().replace('Z', '+08:00')

/** A case system that tells what is written into it, signed, and keeps at it until it is told that it was taken. */
export const createCaseSystem = ({ url, secret, source, clock, times = 1 }: CaseSystemOptions) => {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  // Ids of one run differ from those of the next: the same scene may be played twice into one journal.
  const run = randomUUID().slice(0, 8)
  let serial = 0

  const post = async (body: Uint8Array, type: string): Promise<Reply> => {
    let reply = await deliver(body, type)
    for (let again = 1; again < times; again++) reply = await deliver(body, type)
    return reply
  }

  const deliver = async (body: Uint8Array, type: string): Promise<Reply> => {
    const id = `msg_${randomUUID()}`
    for (let tries = 1; ; tries++) {
      const timestamp = Math.floor(clock() / 1000)
      const signature = createHmac('sha256', key)
        .update(signedContent(id, timestamp, body))
        .digest('base64')
      const reply = await fetch(url, {
        method: 'POST',
        body: new Uint8Array(body),
        headers: {
          'content-type': type,
          'webhook-id': id,
          'webhook-timestamp': String(timestamp),
          'webhook-signature': `v1,${signature}`,
        },
      }).catch(() => undefined)
      const said: unknown = await reply?.json().catch(() => null)
      const status = reply?.status ?? 0
      // Other 4xx will not become better by trying again; what came too late is signed anew.
      const again = status === 0 || status >= 500 || status === 429 || isStale(said)
      if (!again || tries === 8) return { status, body: said ?? null }
      await new Promise((resolve) => setTimeout(resolve, Math.min(100 * 2 ** tries, 5_000)))
    }
  }

  const written = (type: string, at: number, data: unknown): WrittenEvent => ({
    id: `${run}-${++serial}`,
    source,
    type: `custodes.${type}`,
    time: rfc3339(at),
    data,
  })

  const taken = (what: string, { status, body }: Reply): void => {
    if (status === 0) throw new Error(`${what}: nobody answers at ${url}`)
    if (status !== 200) throw new Error(`${what}: ${status} ${JSON.stringify(body)}`)
  }

  return {
    /** `at` is when it happened. Throws when the receiver will never take it: the scene is wrong, not the network. */
    tell: async (type: string, at: number, data: unknown): Promise<void> => {
      taken(type, await post(encodeStructured(written(type, at, data)), structuredType))
    },
    /** Many at once, all or none. */
    tellAll: async (events: readonly (readonly [type: string, at: number, data: unknown])[]): Promise<void> => {
      const batch = events.map(([type, at, data]) => written(type, at, data))
      taken('batch', await post(encodeBatch(batch), batchType))
    },
  }
}
export type CaseSystem = ReturnType<typeof createCaseSystem>
