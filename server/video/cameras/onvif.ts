import { createHash, randomBytes } from 'node:crypto'
import type { Clock } from '../../domain/time.ts'

const MOST_MS = 5_000

/** What a camera says of itself over ONVIF (Core 5.1 and 8.1; WS-UsernameToken 1.0). */
export interface OnvifStatus {
  /** Its clock minus ours, ms. */
  readonly offsetMs: number
  /** Half of the way there and back, and the second to which it tells the time. */
  readonly uncertaintyMs: number
  readonly maker: string | null
  readonly model: string | null
  readonly firmware: string | null
}
export type OnvifAnswer =
  | { readonly is: 'ok'; readonly status: OnvifStatus }
  | { readonly is: 'failed'; readonly why: 'unreachable' | 'wrong-password' | 'not-onvif' }

const envelope = (header: string, body: string): string =>
  `<?xml version="1.0" encoding="utf-8"?><s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope">${header}<s:Body>${body}</s:Body></s:Envelope>`

const escaped = (text: string): string => text.replace(/[<>&"']/g, (c) => `&#${c.charCodeAt(0)};`)

/** The digest covers the time as the camera has it: a camera whose clock is off refuses ours. */
const security = (user: string, password: string, created: string): string => {
  const nonce = randomBytes(16)
  const digest = createHash('sha1').update(nonce).update(created).update(password).digest('base64')
  const wsse = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss'
  return (
    `<s:Header><Security s:mustUnderstand="1" xmlns="${wsse}-wssecurity-secext-1.0.xsd"><UsernameToken>` +
    `<Username>${escaped(user)}</Username>` +
    `<Password Type="${wsse}-username-token-profile-1.0#PasswordDigest">${digest}</Password>` +
    `<Nonce EncodingType="${wsse}-soap-message-security-1.0#Base64Binary">${nonce.toString('base64')}</Nonce>` +
    `<Created xmlns="${wsse}-wssecurity-utility-1.0.xsd">${created}</Created></UsernameToken></Security></s:Header>`
  )
}

const ask = (name: string): string => `<${name} xmlns="http://www.onvif.org/ver10/device/wsdl"/>`

/** The text of the first element of that name, whatever its prefix. */
const textOf = (xml: string, name: string): string | null =>
  new RegExp(`<(?:\\w+:)?${name}(?:\\s[^>]*)?>([^<]*)</`).exec(xml)?.[1]?.trim() ?? null

/** `<UTCDateTime><Time><Hour>…<Date><Year>…` as ms; undefined when it is not there whole. */
const instantIn = (xml: string): number | undefined => {
  const utc = /<(?:\w+:)?UTCDateTime>([\s\S]*?)<\/(?:\w+:)?UTCDateTime>/.exec(xml)?.[1]
  if (utc === undefined) return undefined
  const [year, month, day, hour, minute, second] = ['Year', 'Month', 'Day', 'Hour', 'Minute', 'Second'].map((name) =>
    Number(textOf(utc, name) ?? Number.NaN),
  ) as [number, number, number, number, number, number]
  const at = Date.UTC(year, month - 1, day, hour, minute, second)
  return Number.isNaN(at) ? undefined : at
}

/** Asks a camera's device service for its clock and what it is. Never rejects. */
export const askOnvif = async (
  url: string,
  credentials: { readonly user: string | null; readonly password: string | null },
  clock: Clock,
): Promise<OnvifAnswer> => {
  const post = async (body: string): Promise<{ readonly status: number; readonly text: string }> => {
    const reply = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/soap+xml; charset=utf-8' },
      body,
      signal: AbortSignal.timeout(MOST_MS),
      redirect: 'error',
    })
    return { status: reply.status, text: (await reply.text()).slice(0, 100_000) }
  }
  try {
    const asked = clock()
    const first = await post(envelope('', ask('GetSystemDateAndTime')))
    const answered = clock()
    const theirs = instantIn(first.text)
    if (theirs === undefined) return { is: 'failed', why: 'not-onvif' }
    // It tells whole seconds: on the average it is half a second further.
    const offsetMs = Math.round(theirs + 500 - (asked + answered) / 2)
    const uncertaintyMs = Math.ceil((answered - asked) / 2) + 500
    const header =
      credentials.user === null
        ? ''
        : security(credentials.user, credentials.password ?? '', new Date(clock() + offsetMs).toISOString())
    const second = await post(envelope(header, ask('GetDeviceInformation')))
    if (second.status === 401 || /NotAuthorized/.test(second.text)) return { is: 'failed', why: 'wrong-password' }
    return {
      is: 'ok',
      status: {
        offsetMs,
        uncertaintyMs,
        maker: textOf(second.text, 'Manufacturer'),
        model: textOf(second.text, 'Model'),
        firmware: textOf(second.text, 'FirmwareVersion'),
      },
    }
  } catch {
    return { is: 'failed', why: 'unreachable' }
  }
}
