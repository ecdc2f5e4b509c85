import type { Header } from './header.ts'

/** What can be wrong with bytes that claim to be JT/T 808. */
export const faultKinds = {
  truncated: 'the frame has no end flag',
  unterminated: 'more bytes without an end flag than any frame has',
  'too-long': 'more bytes between two flags than any frame has',
  'too-short': 'too few bytes for the header',
  'bad-escape': '7d followed by something else than 01 or 02',
  'bad-checksum': 'the XOR does not agree',
  'wrong-length': 'the body is not as long as the header says',
  'bad-phone': 'the terminal phone is not binary-coded decimal',
  'bad-part': 'the subpackage index is not within its total',
  encrypted: 'the body is encrypted and there is no key',
  'bad-body': 'the body does not hold what its message must',
  'bad-time': 'the BCD time is no moment of any calendar; the rest was read, the time is null',
  'bad-item': 'an additional item runs over the end; the fix before it was read',
  'out-of-range': 'coordinates that are on no globe; kept as they came, not a valid position',
} as const
export type FaultKind = keyof typeof faultKinds

/** Something wrong, named. Those that only concern a detail accompany a message that was read all the same. */
export interface Fault {
  readonly fault: FaultKind
  /** What was found and what would be right. */
  readonly detail: string
  /** The frame as it came, flags included. */
  readonly frame: Buffer
  /** As far as the header could be read: whoever answers needs it. */
  readonly header: Header | null
}
