import crypto from 'node:crypto'
import { type ChainedRow, chainHash, GENESIS, hasLineFeed } from './chain.ts'
import { type Checkpoint, checkpointText } from './checkpoint.ts'
import { type Blame, explain } from './explain.ts'
import { keyId } from './signing-key.ts'

/** An entry as it lies in the store or in a dump. */
export interface ChainRow extends ChainedRow {
  /** Lower-case hex, as stored. */
  readonly hash: string
}

export interface Problem {
  /** The first bad entry; 0 when it is none of them. */
  readonly seq: number
  readonly what: Blame | 'recording' | 'order' | 'missing' | 'recordedAt' | 'checkpoint' | 'head' | 'key'
  /** For a human being. */
  readonly words: string
}

export interface Verification {
  readonly sound: boolean
  /** How many entries were read before the first problem, or all of them. */
  readonly entries: number
  readonly lastSeq: number
  readonly checkpoints: number
  /** Entries behind the last good checkpoint: that they are all there rests on the chain's end alone. */
  readonly unsigned: number
  readonly problem: Problem | undefined
}

export interface VerifyOptions {
  /** Where the store says the chain ends; it must end there. */
  readonly head?: { readonly seq: number; readonly hash: string } | undefined
  /** Called now and then with how many entries were read. */
  readonly progress?: (entries: number) => void
}

/** Lists: reading one entry at a time through an iterator costs as much as hashing it. */
export type Lists<T> = AsyncIterable<readonly T[]> | Iterable<readonly T[]>

/**
 * Checks a journal from its first entry: numbers without gaps, a clock that does not run back, the hash chain, and
 * every signed checkpoint — so that entries cut off or rewritten before it are found. Needs nothing but what it is
 * given. `publicKeys` are PEM; a checkpoint signed by another key is a problem. Stops at the first problem.
 */
export const verifyEntries = async (
  lists: Lists<ChainRow>,
  checkpoints: readonly Checkpoint[],
  publicKeys: readonly string[],
  { head, progress }: VerifyOptions = {},
): Promise<Verification> => {
  const signed = [...checkpoints].sort((a, b) => a.seq - b.seq)
  let nextSigned = 0
  let hash = GENESIS
  let seq = 0
  let recordedAt = Number.NEGATIVE_INFINITY
  let lastGood = 0
  const result = (problem?: Problem): Verification => ({
    sound: problem === undefined,
    entries: seq,
    lastSeq: seq,
    checkpoints: nextSigned,
    unsigned: seq - lastGood,
    problem,
  })

  const badSignature = signatureProblem(signed, publicKeys)
  const early = signed.find((c) => c.seq < 1)
  if (badSignature) return result(badSignature)
  if (early) return result({ seq: 0, what: 'checkpoint', words: `a checkpoint speaks of entry ${early.seq}` })

  let suspect: { readonly row: ChainRow; readonly before: string } | undefined
  for await (const rows of lists) {
    for (const row of rows) {
      if (suspect) return result(explain(suspect.before, suspect.row, row))
      const wrong = placeProblem(row, seq, recordedAt)
      if (wrong) return result(wrong)
      const computed = chainHash(hash, row)
      if (computed !== row.hash || hasLineFeed(row)) {
        // The next entry tells whether the contents or the hash was changed.
        suspect = { row, before: hash }
        continue
      }
      seq = row.seq
      hash = computed
      recordedAt = row.recordedAt
      for (let c = signed[nextSigned]; c?.seq === seq; c = signed[++nextSigned]) {
        const contradiction = contradicts(c, row, lastGood)
        if (contradiction) return result(contradiction)
        lastGood = seq
      }
    }
    progress?.(seq)
  }
  if (suspect) return result(explain(suspect.before, suspect.row, undefined))
  const last = signed.at(-1)
  if (last && last.seq > seq)
    return result({
      seq: seq + 1,
      what: 'missing',
      words: `entries ${seq + 1} to ${last.seq} are missing: a checkpoint signed at ${iso(last.recordedAt)} says there were ${last.count}`,
    })
  return result(head && endProblem(head, seq, hash))
}

const iso = (at: number): string => (Math.abs(at) <= 8.64e15 ? new Date(at).toISOString() : `instant ${at}`)

const placeProblem = (row: ChainRow, seq: number, recordedAt: number): Problem | undefined => {
  if (row.seq > seq + 1) {
    const gap = row.seq === seq + 2 ? `entry ${seq + 1} is` : `entries ${seq + 1} to ${row.seq - 1} are`
    return { seq: seq + 1, what: 'missing', words: `${gap} missing: after ${seq} comes ${row.seq}` }
  }
  if (row.seq !== seq + 1) return { seq: row.seq, what: 'order', words: `entry ${row.seq} comes after ${seq}` }
  if (row.recordedAt < recordedAt)
    return {
      seq: row.seq,
      what: 'recordedAt',
      words: `recordedAt of entry ${row.seq} is ${iso(row.recordedAt)}, before ${iso(recordedAt)} of the entry in front of it`,
    }
  return undefined
}

const contradicts = (c: Checkpoint, row: ChainRow, lastGood: number): Problem | undefined => {
  if (c.hash !== row.hash)
    return {
      seq: lastGood + 1,
      what: 'checkpoint',
      words: `something from entry ${lastGood + 1} to ${c.seq} was rewritten, hashes and all: entry ${c.seq} is not the one that was signed at ${iso(c.recordedAt)}`,
    }
  if (c.count !== c.seq || c.recordedAt < row.recordedAt)
    return { seq: c.seq, what: 'checkpoint', words: `the checkpoint at entry ${c.seq} does not fit the entry` }
  return undefined
}

const signatureProblem = (checkpoints: readonly Checkpoint[], publicKeys: readonly string[]): Problem | undefined => {
  const keys = new Map<string, crypto.KeyObject>()
  for (const pem of publicKeys) {
    try {
      const key = crypto.createPublicKey(pem)
      keys.set(keyId(key), key)
    } catch {
      return { seq: 0, what: 'key', words: 'a public key cannot be read: it should be Ed25519 in PEM' }
    }
  }
  for (const c of checkpoints) {
    const key = keys.get(c.keyId)
    const at = `the checkpoint at entry ${c.seq}`
    if (!key) return { seq: c.seq, what: 'checkpoint', words: `${at} is signed by key ${c.keyId}, which is not known` }
    if (!crypto.verify(null, Buffer.from(checkpointText(c)), key, Buffer.from(c.signature, 'hex')))
      return { seq: c.seq, what: 'checkpoint', words: `the signature of ${at} is wrong` }
  }
  return undefined
}

const endProblem = (head: { seq: number; hash: string }, seq: number, hash: string): Problem | undefined => {
  if (head.seq > seq)
    return { seq: seq + 1, what: 'missing', words: `entries ${seq + 1} to ${head.seq} are missing at the end` }
  if (head.seq < seq || head.hash !== hash)
    return {
      seq,
      what: 'head',
      words: `the head of the journal says it ends at ${head.seq}, but the last entry is ${seq}`,
    }
  return undefined
}
