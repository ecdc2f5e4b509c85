import { randomBytes, randomUUID } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { permissionsByRole, type Role, roles } from '../contract/roles.ts'
import type { UserView } from '../contract/views.ts'
import type { Clock } from '../domain/time.ts'
import type { Journal } from '../journal/journal.ts'
import type { Database, Queryable } from '../storage/database.ts'

export interface NewAccount {
  readonly name: string
  readonly displayName: string
  readonly role: Role
  /** Required for unit leaders and officers. */
  readonly unit: string | null
  readonly password: string
  /** Their number in the register; required for officers. */
  readonly officer?: string | null
  /** Who it is; accounts of one person may not hold two of the three administrators' roles. The name unless told. */
  readonly person?: string
}

export interface Account {
  readonly name: string
  readonly displayName: string
  readonly role: Role
  readonly unit: string | null
  readonly officer: string | null
  readonly passwordHash: string
  readonly totpSecret: Uint8Array | null
  readonly totpStep: number | null
  readonly disabled: boolean
}

/** Argon2id with 19 MiB, two passes, one lane: the first recommended setting of OWASP's cheat sheet. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password, cost)

/** Verified against when there is no such account, so that a wrong name costs as long as a wrong password. */
const decoy = hashPassword(randomBytes(16).toString('hex'))

/** True for the right password of an enabled account; takes as long when there is none. */
export const passwordMatches = async (account: Account | undefined, password: string): Promise<boolean> => {
  const right = await verify(account?.passwordHash ?? (await decoy), password)
  return right && account !== undefined && !account.disabled
}

type Row = {
  name: string
  display_name: string
  role: Role
  unit: string | null
  officer: string | null
  password_hash: string
  totp_secret: Uint8Array | null
  totp_step: number | null
  disabled_at: number | null
}

export const findAccount = async (db: Queryable, name: string): Promise<Account | undefined> => {
  const [row] = await db.query<Row>(
    `select name, display_name, role, unit, officer, password_hash, totp_secret, totp_step, disabled_at
       from account where name = $1`,
    [name],
  )
  return (
    row && {
      name: row.name,
      displayName: row.display_name,
      role: row.role,
      unit: row.unit,
      officer: row.officer,
      passwordHash: row.password_hash,
      totpSecret: row.totp_secret,
      totpStep: row.totp_step === null ? null : Number(row.totp_step),
      disabled: row.disabled_at !== null,
    }
  )
}

export const userView = (account: Pick<Account, 'name' | 'displayName' | 'role' | 'unit' | 'officer'>): UserView => ({
  name: account.name,
  displayName: account.displayName,
  role: account.role,
  unit: account.unit,
  officer: account.officer,
  permissions: permissionsByRole[account.role],
})

export interface AccountStore {
  readonly database: Database
  readonly journal: Journal
  readonly clock: Clock
}

/**
 * Creates accounts that do not exist yet, journalled first; existing ones stay as they are. Rejects when the
 * database refuses one: an unknown role, a unit leader without unit, two administrators' roles in one person.
 */
export const createAccounts = async (
  { database, journal, clock }: AccountStore,
  accounts: readonly NewAccount[],
  by = 'system',
): Promise<void> => {
  for (const a of accounts) {
    if (await findAccount(database, a.name)) continue
    if (!roles.includes(a.role)) throw new Error(`${a.name}: ${a.role} is not a role; one of ${roles.join(', ')}`)
    const passwordHash = await hashPassword(a.password)
    await database.transaction(async (tx) => {
      await tx.query(
        `insert into account (name, display_name, person, role, unit, officer, password_hash, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [a.name, a.displayName, a.person ?? a.name, a.role, a.unit, a.officer ?? null, passwordHash, clock()],
      )
    })
    const data = { by, name: a.name, role: a.role, unit: a.unit, officer: a.officer ?? null }
    const observation = { kind: 'account.created', observedAt: clock(), data } as const
    try {
      await journal.append([{ source: 'console', key: randomUUID(), observation }])
    } catch (error) {
      // An account that nobody can account for must not be there.
      await database.query('delete from account where name = $1', [a.name])
      throw error
    }
  }
}

/** Disables an account and ends its sessions; their sockets follow within two seconds. */
export const disableAccount = async (
  { database, journal, clock }: AccountStore,
  name: string,
  reason: string,
  by = 'system',
): Promise<boolean> => {
  if (!(await findAccount(database, name))) return false
  const observation = { kind: 'account.disabled', observedAt: clock(), data: { by, name, reason } } as const
  await journal.append([{ source: 'console', key: randomUUID(), observation }])
  await database.transaction(async (tx) => {
    await tx.query('update account set disabled_at = coalesce(disabled_at, $2) where name = $1', [name, clock()])
    await revoke(tx, name, clock())
  })
  return true
}

/** Sets a new password, journalled first, and ends every session of the account. */
export const setPassword = async (
  { database, journal, clock }: AccountStore,
  name: string,
  password: string,
  by = 'system',
): Promise<boolean> => {
  if (!(await findAccount(database, name))) return false
  const passwordHash = await hashPassword(password)
  const observation = { kind: 'account.password-set', observedAt: clock(), data: { by, name } } as const
  await journal.append([{ source: 'console', key: randomUUID(), observation }])
  return database.transaction(async (tx) => {
    const changed = await tx.query('update account set password_hash = $2 where name = $1 returning name', [
      name,
      passwordHash,
    ])
    await revoke(tx, name, clock())
    return changed.length > 0
  })
}

/** Switches the second factor on with a secret, or off with null; journalled first, without the secret. */
export const setTotp = async (
  { database, journal, clock }: AccountStore,
  name: string,
  secret: Uint8Array | null,
  by = 'system',
): Promise<boolean> => {
  if (!(await findAccount(database, name))) return false
  const data = { by, name, on: secret !== null }
  const observation = { kind: 'account.second-factor-set', observedAt: clock(), data } as const
  await journal.append([{ source: 'console', key: randomUUID(), observation }])
  const changed = await database.query(
    'update account set totp_secret = $2, totp_step = null where name = $1 returning name',
    [name, secret],
  )
  return changed.length > 0
}

const revoke = (tx: Queryable, name: string, at: number): Promise<unknown> =>
  tx.query(`update session set closed_at = $2, closed_because = 'revoked' where account = $1 and closed_at is null`, [
    name,
    at,
  ])
