import { createHmac, randomUUID } from 'node:crypto'
import { signedContent } from '../../server/protocols/cloudevents/codec.ts'

export interface DoorOptions {
  /** `http://127.0.0.1:8080` */
  readonly url: string
  /** `whsec_…` */
  readonly secret: string
  readonly clock: () => number
}
/** Sends JSON, signed; resolves once the receiver has it durably, rejects when it will never take it. */
export type Send = (path: string, type: string, value: unknown) => Promise<void>

const TRIES = 8

export const openDoor = ({ url, secret, clock }: DoorOptions): Send => {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  return async (path, type, value) => {
    const body = new TextEncoder().encode(JSON.stringify(value))
    const id = `msg_${randomUUID()}`
    for (let tries = 1; ; tries++) {
      const timestamp = Math.floor(clock() / 1000)
      const signature = createHmac('sha256', key)
        .update(signedContent(id, timestamp, body))
        .digest('base64')
      const reply = await fetch(`${url}${path}`, {
        method: 'POST',
        body,
        headers: {
          'content-type': type,
          'webhook-id': id,
          'webhook-timestamp': String(timestamp),
          'webhook-signature': `v1,${signature}`,
        },
      }).catch(() => undefined)
      if (reply?.status === 200) return
      const said = (await reply?.text().catch(() => '')) ?? ''
      const status = reply?.status ?? 0
      const again = status === 0 || status >= 500 || status === 429 || said.includes('"stale"')
      if (!again || tries === TRIES) throw new Error(`${path}: ${status} ${said.slice(0, 500)}`)
      await new Promise((resolve) => setTimeout(resolve, Math.min(100 * 2 ** tries, 5_000)))
    }
  }
}
