import crypto from 'node:crypto'

/** Everything of an entry that the chain protects: every stored column. */
export interface ChainedRow {
  readonly seq: number
  readonly recordedAt: number
  readonly observedAt: number
  readonly kind: string
  readonly source: string
  readonly key: string
  /** Lower-case hex of the bytes as they came; null when there were none. */
  readonly raw: string | null
  /** The stored bytes: JSON text of `{ kind, observedAt, data }`. */
  readonly body: string
}

const sha256 = (text: string): string => crypto.hash('sha256', text, 'hex')

/** What the first entry is chained to. */
export const GENESIS: string = sha256('custodes journal 1')

/**
 * The hash of an entry: SHA-256 of nine lines of UTF-8 joined with line feeds — the hash before it, seq,
 * recordedAt, observedAt, kind, source, key, raw (`-` when there is none), body. No column may hold a line feed
 * (`hasLineFeed`), so two different rows never give the same text. Anyone can compute it with sha256sum.
 */
export const chainHash = (previous: string, row: ChainedRow): string =>
  sha256(
    `${previous}\n${row.seq}\n${row.recordedAt}\n${row.observedAt}\n${row.kind}\n${row.source}\n${row.key}\n${row.raw ?? '-'}\n${row.body}`,
  )

/** Whether a text column holds what only separates columns. */
export const hasLineFeed = (row: Pick<ChainedRow, 'kind' | 'source' | 'key' | 'body'>): boolean =>
  row.kind.includes('\n') || row.source.includes('\n') || row.key.includes('\n') || row.body.includes('\n')
