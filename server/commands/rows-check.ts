import type { DataOf } from '../domain/observation/index.ts'
import { type Link, linkAfter, noRows, told } from '../gateways/rows/chain.ts'
import { canonicalJson } from '../protocols/debezium/canonical.ts'
import { decodeRecord, placeOf, type RowChange } from '../protocols/debezium/codec.ts'

export type Kept = DataOf<'row.changed'>

export interface RowsCheck {
  readonly sound: boolean
  /** Rows of ours that were looked at. */
  readonly rows: number
  /** Rows of the export. */
  readonly exported: number
  /** The first difference, in words; null when there is none. */
  readonly difference: string | null
}

const place = (
  of: Pick<RowChange, 'connector' | 'db' | 'table' | 'op' | 'key' | 'after' | 'before'>,
  at: string,
): string =>
  `${of.db} ${of.table} ${placeOf(of.connector, at)} ${of.op} ${canonicalJson(of.key ?? of.after ?? of.before)}`

/** Whether the links of one system's rows follow from each other; which does not, in words. */
export const chainProblem = (rows: readonly Kept[]): string | null => {
  let link: Link = noRows
  for (const row of rows) {
    link = linkAfter(link, told(row))
    if (row.chain?.number !== link.number || row.chain.hash !== link.hash)
      return `row ${row.chain?.number ?? link.number} at ${row.logPosition} is not the link that follows`
  }
  return null
}

/**
 * Holds the export of a system's own change history (records of Debezium, as JSON) against what the journal has of it,
 * and names the first difference in the order of the log.
 */
export const checkRows = (rows: readonly Kept[], records: readonly unknown[]): RowsCheck => {
  const result = (exported: number, difference: string | null): RowsCheck => ({
    sound: difference === null,
    rows: rows.length,
    exported,
    difference,
  })
  const broken = chainProblem(rows)
  if (broken) return result(0, `our own chain: ${broken}`)
  const theirs = new Map<string, RowChange>()
  for (const [i, record] of records.entries()) {
    const read = decodeRecord(record)
    if (!('is' in read)) return result(theirs.size, `line ${i + 1} of the export: ${read.problem}: ${read.detail}`)
    if (read.is === 'row') theirs.set(place(read, read.position), read)
  }
  const ours = new Map(rows.map((row) => [place(row, row.logPosition), row]))
  const all = new Map<string, string>()
  for (const [id, row] of ours) all.set(id, row.logPosition)
  for (const [id, row] of theirs) if (!all.has(id)) all.set(id, row.position)
  const inOrder = [...all].sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0))
  for (const [id, at] of inOrder) {
    const [our, their] = [ours.get(id), theirs.get(id)]
    const where = `${(our ?? their)!.table} at ${at}`
    if (!our) return result(theirs.size, `${where}: the export has a change that never came to us`)
    if (!their) return result(theirs.size, `${where}: row ${our.chain?.number} of ours is not in the export`)
    for (const image of ['before', 'after'] as const)
      if (canonicalJson(our[image]) !== canonicalJson(their[image]))
        return result(
          theirs.size,
          `${where}: row ${our.chain?.number}: ${image} is ${canonicalJson(their[image])} in the export, ${canonicalJson(our[image])} here`,
        )
  }
  return result(theirs.size, null)
}
