import { createHash } from 'node:crypto'
import { canonicalJson } from '../../protocols/debezium/canonical.ts'
import { placeOf, type RowChange } from '../../protocols/debezium/codec.ts'

const short = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 24)

/**
 * What makes a change the same one when it is sent again: its database, table and place in the log, what it did, and
 * which row (of several that one statement changed at one place).
 */
export const identityOf = (change: RowChange): string => {
  const { connector, db, table, position, op, key, after, before } = change
  const row = short(canonicalJson(key ?? after ?? before))
  return `${connector} ${db.slice(0, 128)} ${table.slice(0, 128)} ${placeOf(connector, position)} ${op} ${row}`
}
