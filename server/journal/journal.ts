import type { Entry } from '../domain/entry.ts'
import type { Observation, ObservationKind } from '../domain/observation/index.ts'
import type { Instant } from '../domain/time.ts'

/** Something to be journalled. */
export interface Draft {
  /** Who brought it: `jt808`, `osmand`, `console`, `import`, … */
  readonly source: string
  /** With `source` the identity of the fact: the same one again is acknowledged and not recorded twice. */
  readonly key: string
  readonly observation: Observation
  /** The bytes as they came, kept beside what we read in them. */
  readonly raw?: Uint8Array
}

export interface Receipt {
  readonly seq: number
  readonly recordedAt: Instant
  /** True when `source` + `key` was there before; `seq` is then the first one's. */
  readonly duplicate: boolean
}

export interface Watermark {
  /** Every entry up to and including this one is readable. */
  readonly seq: number
  /** No later entry will have a smaller `recordedAt`. */
  readonly recordedAt: Instant
}

export interface ReadOptions {
  readonly after?: number
  readonly limit?: number
  readonly kinds?: readonly ObservationKind[]
  /** Bounds on `recordedAt`, both included. */
  readonly from?: Instant
  readonly until?: Instant
}

/** An entry with everything the journal keeps of it. */
export interface StoredEntry {
  readonly entry: Entry
  readonly source: string
  readonly key: string
  readonly raw: Uint8Array | null
  /** SHA-256, lower-case hex. */
  readonly hash: string
}

/** The append-only, hash-chained record of everything that was reported or done (invariants I1 and I2). */
export interface Journal {
  /** Resolves when all of them are durable, in order; rejects when none is. Many callers share one commit. */
  append(drafts: readonly Draft[]): Promise<readonly Receipt[]>
  /** Entries in order of `seq`. `limit` is at most 10,000, 1,000 unless told. */
  read(options?: ReadOptions): Promise<readonly Entry[]>
  /** Entries with their bytes, source and hash: for a panel that shows evidence. */
  inspect(seqs: readonly number[]): Promise<readonly StoredEntry[]>
  /** Which of these keys a source brought before, and as which entry; at most 10,000 at once. */
  known(source: string, keys: readonly string[]): Promise<ReadonlyMap<string, number>>
  /** The newest entry of a kind that a source brought. */
  last(source: string, kind: ObservationKind): Promise<Entry | undefined>
  /** Called after each commit, in order, with what was new in it; also for what other processes wrote. */
  onCommitted(heard: (entries: readonly Entry[]) => void): () => void
  /** Until when the engine may advance without ever meeting an earlier entry. */
  watermark(): Promise<Watermark>
  /** How much waits to be committed: gateways stop reading from sockets above their bound. */
  backlog(): number
  close(): Promise<void>
}
