import { createHmac, timingSafeEqual } from 'node:crypto'
import { signedContent } from '../protocols/cloudevents/codec.ts'

/** How far the sender's clock may be from ours, either way (Standard Webhooks 1.0). */
export const TOLERANCE_MS = 5 * 60_000
/** Signatures read from one header; a rotation needs two. */
const MOST_SIGNATURES = 8

/** Who is calling: a source's name and its active secrets, decoded. */
export interface Signer {
  readonly name: string
  readonly secrets: readonly Uint8Array[]
}

export interface SignatureHeaders {
  readonly id: string | undefined
  /** Whole seconds since the epoch, as text. */
  readonly timestamp: string | undefined
  /** `v1,<base64>[ v1,<base64>…]` */
  readonly signature: string | undefined
}

export type Verified<S extends Signer> =
  | { readonly is: 'verified'; readonly signer: S; readonly id: string; readonly timestampMs: number }
  | { readonly is: 'refused'; readonly why: 'unsigned' | 'malformed' | 'stale' | 'forged'; readonly detail: string }

/**
 * Checks a Standard Webhooks signature over the bytes as they came, before anybody parses them.
 * Every active secret of every source is tried, so that the caller cannot choose whom to be;
 * the comparison takes the same time whatever differs. `now` is our clock, milliseconds.
 */
export const verify = <S extends Signer>(
  headers: SignatureHeaders,
  body: Uint8Array,
  signers: readonly S[],
  now: number,
): Verified<S> => {
  const { id, timestamp, signature } = headers
  if (!id || !timestamp || !signature)
    return { is: 'refused', why: 'unsigned', detail: 'webhook-id, webhook-timestamp and webhook-signature are needed' }
  if (id.length > 128 || /[^\x21-\x7e]/.test(id))
    return { is: 'refused', why: 'malformed', detail: 'webhook-id: at most 128 printable ASCII characters' }
  if (!/^\d{1,12}$/.test(timestamp))
    return { is: 'refused', why: 'malformed', detail: 'webhook-timestamp: whole seconds since 1970-01-01 UTC' }
  const timestampMs = Number(timestamp) * 1000
  const given = signatures(signature)
  if (given.length === 0)
    return {
      is: 'refused',
      why: 'malformed',
      detail: 'webhook-signature: v1,<base64 of 32 bytes>, several with spaces',
    }
  if (Math.abs(now - timestampMs) > TOLERANCE_MS)
    return {
      is: 'refused',
      why: 'stale',
      detail: `webhook-timestamp is ${Math.round((timestampMs - now) / 1000)} s from our clock; at most ±${TOLERANCE_MS / 1000} s`,
    }
  const content = signedContent(id, timestamp, body)
  let found: S | undefined
  for (const signer of signers)
    for (const secret of signer.secrets) {
      const expected = createHmac('sha256', secret).update(content).digest()
      for (const one of given) if (timingSafeEqual(one, expected)) found ??= signer
    }
  return found
    ? { is: 'verified', signer: found, id, timestampMs }
    : { is: 'refused', why: 'forged', detail: 'no active secret made this signature' }
}

const signatures = (header: string): Buffer[] =>
  header
    .split(' ')
    .slice(0, MOST_SIGNATURES)
    .filter((one) => one.startsWith('v1,'))
    .map((one) => Buffer.from(one.slice(3), 'base64'))
    .filter((bytes) => bytes.length === 32)

/** Decodes `whsec_<base64>`; undefined when it is not one of 24 to 64 bytes, as the standard asks. */
export const decodeSecret = (text: string): Uint8Array | undefined => {
  const base64 = text.startsWith('whsec_') ? text.slice(6) : text
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return undefined
  const bytes = Buffer.from(base64, 'base64')
  return bytes.length >= 24 && bytes.length <= 64 ? bytes : undefined
}
