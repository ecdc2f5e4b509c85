import { journalFailure } from './failure.ts'
import type { Draft } from './journal.ts'
import { halfCharacter, isJsonSafe, jsonProblem, textProblem } from './json-safe.ts'

/** A draft made into what will be stored, but for its place in the chain. */
export interface Prepared {
  readonly kind: string
  readonly observedAt: number
  readonly source: string
  readonly key: string
  readonly body: string
  readonly raw: string | null
}

/** Characters; a body is at most about three times as many bytes. */
const MAX_BODY = 1_000_000
const MAX_RAW_BYTES = 1_000_000
const MAX_SOURCE = 64
/** The identity is indexed, and an index row of PostgreSQL holds 2.7 kB. */
const MAX_KEY = 512
const MAX_DRAFTS = 10_000

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const control = /[\u0000-\u001F\u007F]/

const nameProblem = (what: string, text: unknown, max: number): string | undefined => {
  if (typeof text !== 'string' || text === '') return `${what} is empty`
  if (text.length > max) return `${what} has ${text.length} characters, at most ${max}`
  if (control.test(text)) return `${what} holds a control character`
  return textProblem(text, what)
}

const problemOf = ({ source, key, observation, raw }: Draft): string | undefined => {
  const problem = nameProblem('source', source, MAX_SOURCE) ?? nameProblem('key', key, MAX_KEY)
  if (problem) return problem
  if (typeof observation !== 'object' || observation === null) return 'there is no observation'
  if (!Number.isSafeInteger(observation.observedAt)) return 'observedAt is not a whole number of milliseconds'
  if (raw && raw.byteLength > MAX_RAW_BYTES) return `raw has ${raw.byteLength} bytes, at most ${MAX_RAW_BYTES}`
  return (
    nameProblem('kind', observation.kind, MAX_SOURCE) ??
    (observation.data === undefined ? 'data is missing' : undefined) ??
    (isJsonSafe(observation.data) ? undefined : jsonProblem(observation.data, 'data'))
  )
}

/**
 * Makes drafts ready to be stored. Throws `refused`, naming the draft and the field, when one of them could not be
 * read back as it is; then none of them is taken.
 */
export const prepare = (drafts: readonly Draft[]): readonly Prepared[] => {
  if (drafts.length > MAX_DRAFTS)
    throw journalFailure('refused', `${drafts.length} drafts at once, at most ${MAX_DRAFTS}: append in parts`)
  return drafts.map((draft, i) => {
    const problem = problemOf(draft)
    if (problem) throw refused(draft, i, problem)
    const { source, key, raw } = draft
    const { kind, observedAt, data } = draft.observation
    const body = JSON.stringify({ kind, observedAt, data })
    // An escape in the text may also be somebody's own backslash: then the slow look finds nothing.
    const half = halfCharacter(body) ? jsonProblem(data, 'data') : undefined
    if (half) throw refused(draft, i, half)
    if (body.length > MAX_BODY) throw refused(draft, i, `its body has ${body.length} characters, at most ${MAX_BODY}`)
    return { kind, observedAt, source, key, body, raw: raw ? hex(raw) : null }
  })
}

const refused = (draft: Draft, i: number, problem: string): Error =>
  journalFailure('refused', `draft ${i} (${String(draft.observation?.kind)}) refused: ${problem}`)

/** A view on the same bytes: no copy before the text. */
const hex = (raw: Uint8Array): string => Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength).toString('hex')
