import type { IncomingHttpHeaders } from 'node:http'

export interface OriginOptions {
  /** Origins besides our own address, such as `https://console.bureau.example`. */
  readonly allowed: readonly string[]
}

/**
 * Whether a request comes from another site's page. Every browser that can carry our cookie says where a
 * state-changing request or a WebSocket handshake comes from; a program that says nothing holds no one else's cookie.
 */
export const isForeign = (headers: IncomingHttpHeaders, { allowed }: OriginOptions): boolean => {
  const { origin, host } = headers
  const site = headers['sec-fetch-site']
  if (origin === undefined) return site !== undefined && site !== 'same-origin' && site !== 'none'
  if (allowed.includes(origin)) return false
  return !URL.canParse(origin) || new URL(origin).host !== host
}
