import { type ChainedRow, chainHash, hasLineFeed } from './chain.ts'
import type { ChainRow, Problem } from './verify.ts'

/** What of a bad entry is wrong, as far as it can be told. */
export type Blame = 'hash' | 'body' | 'raw' | 'kind' | 'observedAt' | 'contents'

/** Longer texts are not searched for the one changed character: seconds, for a guess. */
const MAX_SEARCH = 2_000

/**
 * Says what was changed in an entry whose hash does not fit. One hash covers all columns, so we look for the one
 * change that explains it: a hash altered alone, a column that contradicts the body, one byte of raw, one character.
 */
export const explain = (before: string, row: ChainRow, next: ChainRow | undefined): Problem => {
  const bad = (what: Blame, words: string): Problem => ({ seq: row.seq, what, words: `entry ${row.seq}: ${words}` })
  if (hasLineFeed(row)) return bad('contents', 'a column holds a line feed, which no entry can')
  if (next && chainHash(chainHash(before, row), next) === next.hash)
    return bad('hash', 'its hash was changed; what it says is what the next entry is chained to')
  const fits = (change: Partial<ChainedRow>): boolean => chainHash(before, { ...row, ...change }) === row.hash

  const body = readBody(row.body)
  if (body && fits({ kind: body.kind })) return bad('kind', `its kind was changed: it was ${body.kind}`)
  if (body && fits({ observedAt: body.observedAt }))
    return bad('observedAt', `its observedAt was changed: it was ${body.observedAt}`)
  const byte =
    row.raw !== null && row.raw.length <= MAX_SEARCH ? changedByte(row.raw, (raw) => fits({ raw })) : undefined
  if (byte) return bad('raw', `byte ${byte.at} of its raw bytes was changed: it was 0x${byte.was}`)
  const character =
    row.body.length <= MAX_SEARCH ? changedCharacter(row.body, (text) => fits({ body: text })) : undefined
  if (character)
    return bad('body', `character ${character.at} of its body was changed: it was ${JSON.stringify(character.was)}`)
  if (!body) return bad('body', 'its body was changed: it is not what we store')
  return bad(
    'contents',
    'its contents are not what was stored: body, raw bytes, source, key, a time or the hash before it',
  )
}

const readBody = (text: string): { readonly kind: string; readonly observedAt: number } | undefined => {
  try {
    const { kind, observedAt } = JSON.parse(text)
    return typeof kind === 'string' && typeof observedAt === 'number' ? { kind, observedAt } : undefined
  } catch {
    return undefined // that it cannot be read is what we wanted to know
  }
}

const changedByte = (raw: string, fits: (raw: string) => boolean): { at: number; was: string } | undefined => {
  for (let at = 0; at < raw.length / 2; at++)
    for (let value = 0; value < 256; value++) {
      const was = value.toString(16).padStart(2, '0')
      if (fits(raw.slice(0, at * 2) + was + raw.slice(at * 2 + 2))) return { at, was }
    }
  return undefined
}

const changedCharacter = (text: string, fits: (text: string) => boolean): { at: number; was: string } | undefined => {
  for (let at = 0; at < text.length; at++)
    for (let code = 0x20; code < 0x7f; code++) {
      const was = String.fromCharCode(code)
      if (fits(text.slice(0, at) + was + text.slice(at + 1))) return { at, was }
    }
  return undefined
}
