import type { Database } from './database.ts'

/** What nobody but an owner could ever change, and an owner only by disabling a trigger first. */
const appendOnly = ['journal', 'journal_checkpoint', 'journal_key'] as const

/**
 * Gives a role what the server needs and no more (invariant I2): it reads and appends to the journal, works on the
 * projections, and owns nothing, so it can neither change the journal nor disable its triggers. Run by the owner,
 * after `migrate`. Throws when there is no such role.
 */
export const grantTo = async (db: Database, role: string): Promise<void> => {
  const [quoted] = await db.query<{ role: string }>('select quote_ident($1) as role', [role])
  const name = quoted!.role
  await db.transaction(async (tx) => {
    await tx.query(`grant usage on schema public to ${name}`)
    await tx.query(`grant select, insert, update, delete on all tables in schema public to ${name}`)
    await tx.query(`grant usage, select on all sequences in schema public to ${name}`)
    await tx.query(`revoke update, delete, truncate on ${appendOnly.join(', ')} from ${name}`)
    await tx.query(`revoke insert, update, delete, truncate on schema_migration from ${name}`)
  })
}
