import type { FaultKind } from './fault.ts'

/**
 * JT/T 808 §4.4: one frame stands between two 0x7e; inside it 7e is sent as 7d 02 and 7d as 7d 01.
 * Sending: build, checksum, escape. Receiving: unescape, checksum, parse.
 */
export const FLAG = 0x7e
const ESCAPE = 0x7d

/** Header of 2019 with subpackage (21), the longest body (1023) and the checksum: no lawful frame is longer. */
export const MAX_PLAIN = 21 + 1023 + 1
const MAX_ESCAPED = MAX_PLAIN * 2
/** Bytes without an end flag beyond which no frame can come of them any more; generous, as the standard's peers are. */
export const MAX_PENDING = 8192

export interface Segment {
  /** As it came, both flags included. */
  readonly wire: Buffer
  /** Unescaped, checksum included; or what is wrong with the escaping. */
  readonly plain: Buffer | { readonly fault: FaultKind; readonly detail: string }
}

export interface Split {
  readonly segments: readonly Segment[]
  /** From the last flag on: the beginning of a frame still to come. Hand it back in front of the next bytes. */
  readonly rest: Buffer
  /** How many bytes before the first flag were passed over, as the standard wants. */
  readonly skipped: number
}

/**
 * Cuts a stream at its flags. `7e 7e` is the end of one frame and the start of the next; devices that send
 * one flag between two frames are understood as well. The result does not depend on how the stream was cut.
 * @param limit stop after so many segments, so that a flood of flags costs no more than a frame does
 */
export const split = (bytes: Buffer, limit: number): Split => {
  const segments: Segment[] = []
  const first = bytes.indexOf(FLAG)
  if (first === -1) return { segments, rest: bytes.subarray(bytes.length), skipped: bytes.length }
  let start = first
  while (segments.length < limit) {
    const end = bytes.indexOf(FLAG, start + 1)
    if (end === -1) break
    if (end > start + 1)
      segments.push({ wire: bytes.subarray(start, end + 1), plain: plainOf(bytes.subarray(start + 1, end)) })
    start = end
  }
  return { segments, rest: bytes.subarray(start), skipped: first }
}

const plainOf = (sent: Buffer): Segment['plain'] => {
  if (sent.length > MAX_ESCAPED)
    return { fault: 'too-long', detail: `${sent.length} bytes between two flags; the longest frame has ${MAX_ESCAPED}` }
  let escaped = sent.indexOf(ESCAPE)
  // Most frames hold nothing escaped: no copy then.
  if (escaped === -1) return sent
  const plain = Buffer.allocUnsafe(sent.length)
  let length = 0
  let from = 0
  while (escaped !== -1) {
    const code = escaped + 1 < sent.length ? sent[escaped + 1]! : FLAG
    if (code !== 0x01 && code !== 0x02)
      return {
        fault: 'bad-escape',
        detail: `7d is followed by ${code.toString(16).padStart(2, '0')}, should be 01 or 02`,
      }
    length += sent.copy(plain, length, from, escaped)
    plain[length++] = code === 0x01 ? ESCAPE : FLAG
    from = escaped + 2
    escaped = sent.indexOf(ESCAPE, from)
  }
  length += sent.copy(plain, length, from)
  return plain.subarray(0, length)
}

/** XOR of all bytes from `start` up to `end`. */
export const xor = (bytes: Buffer, start: number, end: number): number => {
  let sum = 0
  for (let i = start; i < end; i++) sum ^= bytes[i]!
  return sum
}

/** Closes a frame: `plain` holds header and body and one free byte behind them for the checksum. */
export const wrap = (plain: Buffer): Buffer => {
  const last = plain.length - 1
  plain[last] = xor(plain, 0, last)
  let escapes = 0
  for (let i = 0; i <= last; i++) if (plain[i] === FLAG || plain[i] === ESCAPE) escapes++
  const wire = Buffer.allocUnsafe(plain.length + escapes + 2)
  wire[0] = FLAG
  let at = 1
  for (let i = 0; i <= last; i++) {
    const byte = plain[i]!
    if (byte === FLAG || byte === ESCAPE) {
      wire[at++] = ESCAPE
      wire[at++] = byte === FLAG ? 0x02 : 0x01
    } else wire[at++] = byte
  }
  wire[at] = FLAG
  return wire
}
