import type { IncomingMessage } from 'node:http'
import { decodeJson, decodeQuery, type OsmandDecoding } from '../../protocols/osmand/codec.ts'
import { readBody } from '../cloudevents-body.ts'
import type { RefusalCode } from './refusal.ts'

const MAX_BODY_BYTES = 64 * 1024
const BODY_WITHIN_MS = 10_000

export type Asked =
  | {
      readonly is: 'asked'
      readonly decoding: OsmandDecoding
      readonly tokens: readonly string[]
      readonly raw: Buffer
    }
  | { readonly is: 'refused'; readonly code: RefusalCode }

/** Reads one request whole: its report, the secrets it shows, and the bytes that are kept as evidence. */
export const readRequest = async (request: IncomingMessage): Promise<Asked> => {
  if (request.method !== 'GET' && request.method !== 'POST') return { is: 'refused', code: 'method' }
  const address = `http://phone${request.url ?? '/'}`
  if (!URL.canParse(address)) return { is: 'refused', code: 'bad-address' }
  const url = new URL(address)
  const body = await readBody(request, MAX_BODY_BYTES, BODY_WITHIN_MS)
  if (body.is === 'refused') return { is: 'refused', code: body.why }
  const tokens = tokensIn(request, url)
  url.searchParams.delete('token')
  const text = body.bytes.toString('utf8')
  const type = request.headers['content-type'] ?? ''
  const isJson = type.includes('json') || /^\s*\{/.test(text)
  if (!isJson && text !== '')
    for (const [name, value] of new URLSearchParams(text)) {
      if (name === 'token') tokens.push(value)
      else if (!url.searchParams.has(name)) url.searchParams.set(name, value)
    }
  const decoding = isJson
    ? decodeJson(text, url.searchParams.get('id') ?? url.searchParams.get('deviceid'))
    : decodeQuery(url.searchParams)
  // The secret is left out of what is kept.
  return { is: 'asked', decoding, tokens, raw: isJson ? body.bytes : Buffer.from(url.searchParams.toString()) }
}

/** `/osmand/<token>` or `/<token>`, `?token=`, `Authorization: Basic` (the password) or `Bearer`. */
const tokensIn = (request: IncomingMessage, url: URL): string[] => {
  const path = url.pathname.split('/').filter((part) => part !== '' && part !== 'osmand')
  const [scheme = '', credentials = ''] = (request.headers.authorization ?? '').split(' ')
  const basic = scheme.toLowerCase() === 'basic' ? Buffer.from(credentials, 'base64').toString('utf8') : ''
  return [
    ...path.slice(0, 1),
    ...url.searchParams.getAll('token'),
    ...(basic.includes(':') ? [basic.slice(basic.indexOf(':') + 1)] : []),
    ...(scheme.toLowerCase() === 'bearer' ? [credentials] : []),
  ]
}
