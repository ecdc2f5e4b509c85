import { createHash } from 'node:crypto'
import type { DataOf } from '../../domain/observation/index.ts'
import { canonicalJson } from '../../protocols/debezium/canonical.ts'

/** A row as it was told: without its place in our chain, and without what depends on when it came. */
export type ToldRow = Omit<DataOf<'row.changed'>, 'chain' | 'late'>
export interface Link {
  readonly number: number
  /** 64 hexadecimal digits. */
  readonly hash: string
}

/** Before the first row of a system: 32 zero bytes. */
export const noRows: Link = { number: 0, hash: '0'.repeat(64) }

export const told = (row: ToldRow | DataOf<'row.changed'>): string => {
  const { chain: _chain, late: _late, ...rest } = row as DataOf<'row.changed'>
  return canonicalJson(rest)
}

/** h_n = SHA-256(h_{n-1} ‖ canonical JSON of the row), the hash as its 32 bytes, the text as UTF-8. */
export const linkAfter = (before: Link, canonical: string): Link => ({
  number: before.number + 1,
  hash: createHash('sha256').update(Buffer.from(before.hash, 'hex')).update(canonical, 'utf8').digest('hex'),
})
