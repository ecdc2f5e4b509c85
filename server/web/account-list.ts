import type { Role } from '../contract/roles.ts'
import type { AccountView } from '../contract/views.ts'
import type { Queryable } from '../storage/database.ts'

type Row = {
  name: string
  display_name: string
  person: string
  role: Role
  unit: string | null
  officer: string | null
  second_factor: boolean
  created_at: number
  disabled_at: number | null
  last_login_at: number | null
}

/** Every account, or the one named, as its administrator may see it. */
export const listAccounts = async (db: Queryable, name: string | null = null): Promise<AccountView[]> => {
  const rows = await db.query<Row>(
    `select a.name, a.display_name, a.person, a.role, a.unit, a.officer, a.totp_secret is not null as second_factor,
            a.created_at, a.disabled_at,
            (select max(s.opened_at) from session s where s.account = a.name) as last_login_at
       from account a where $1::text is null or a.name = $1 order by a.name`,
    [name],
  )
  const instant = (at: number | null): number | null => (at === null ? null : Number(at))
  return rows.map((r) => ({
    name: r.name,
    displayName: r.display_name,
    person: r.person,
    role: r.role,
    unit: r.unit,
    officer: r.officer,
    secondFactor: r.second_factor,
    createdAt: Number(r.created_at),
    disabledAt: instant(r.disabled_at),
    lastLoginAt: instant(r.last_login_at),
  }))
}
