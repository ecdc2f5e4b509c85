import { z } from 'zod'
import { id } from './field.ts'

/** A row as the database has it: column by column, values as the connector wrote them. */
const row = z.record(z.string(), z.unknown()).readonly()
const system = id.describe('the system whose tables these are; the same in everything told of it')
const logPosition = z
  .string()
  .min(1)
  .max(200)
  .describe('where the change stands in the database’s log; compares as text in the order of that log')

/** Rows of another system's tables, one by one, as its change stream tells them. */
export const rowObservations = {
  'row.changed': z
    .object({
      system,
      connector: id.describe('the database: postgresql, mysql, mariadb, oracle, sqlserver'),
      db: id.describe('name of the database'),
      table: id.describe('with its schema where there is one'),
      op: z
        .enum(['c', 'u', 'd', 'r', 't'])
        .describe('c created · u updated · d deleted · r read for a snapshot · t table emptied'),
      key: row.nullable().describe('the primary key; null: not told'),
      logPosition,
      txId: id.nullable().describe('the transaction; null: not told'),
      sequence: z
        .number()
        .int()
        .nonnegative()
        .nullable()
        .default(null)
        .describe('number that the sender gave it, without holes; null: the sender does not number'),
      snapshot: z.boolean().describe('read for a snapshot, not changed now'),
      before: row.nullable().describe('the row before; null: there was none, or it was not told'),
      after: row.nullable().describe('the row after; null: there is none any more'),
      unavailable: z.array(z.string()).readonly().describe('columns whose value was not sent'),
      beforeMissing: z
        .boolean()
        .describe('an update or deletion that does not tell how the row was: not known, never "as before"'),
      newKey: row.nullable().default(null).describe('of a deletion that is a change of the key: the new one'),
      oldKey: row.nullable().default(null).describe('of a creation that is a change of the key: the old one'),
      late: z.boolean().default(false).describe('came after a change that stands behind it in the log'),
      chain: z
        .object({
          number: z.number().int().positive().describe('which one of its system this is, from 1'),
          hash: z
            .string()
            .regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits')
            .describe(
              'SHA-256 of the hash before (32 bytes; zeros before the first) and the canonical JSON of this row without `chain` and `late`',
            ),
        })
        .readonly()
        .nullable()
        .default(null)
        .describe(
          'a chain of its own for every system, so that its history can be held against ours; null: written by hand',
        ),
    })
    .describe('A row of a watched table changed; observedAt is when the database changed it.'),
  'row.gap-seen': z
    .object({
      system,
      from: z.number().int().nonnegative().describe('the first number that is missing'),
      to: z.number().int().nonnegative().describe('the last one'),
      by: z.enum(['sequence', 'transaction']).describe('numbers of the sender · places within one transaction'),
      txId: id.nullable().default(null).describe('for transaction: which one'),
    })
    .describe('Changes that the sender numbered did not come: what happened in them cannot be observed.'),
  'row.gap-closed': z
    .object({
      system,
      from: z.number().int().nonnegative().describe('as in row.gap-seen'),
      by: z.enum(['sequence', 'transaction']).describe('as in row.gap-seen'),
      txId: id.nullable().default(null).describe('as in row.gap-seen'),
    })
    .describe('They came after all.'),
  'row.mapping-declared': z
    .object({
      system,
      owner: id.describe('the unit that answers for the system and its change stream'),
      tables: z.array(id).max(64).readonly().describe('tables that are read'),
      unwatched: z
        .array(id)
        .max(64)
        .readonly()
        .describe('protected fields for which no column is named: their changes cannot be seen'),
      numbered: z.boolean().describe('the sender numbers its changes, so that a hole can be seen'),
    })
    .describe('How the columns of a ticket system are read, from now on.'),
} as const
