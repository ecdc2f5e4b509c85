import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findingActions } from '../../server/contract/actions.ts'
import { needsByClientMessage, needsByServerMessage } from '../../server/contract/live.ts'
import { permissions, permissionsByRole } from '../../server/contract/roles.ts'
import type { Context } from '../../server/web/context.ts'
import { routeTable } from '../../server/web/routes/index.ts'

const page = fs.readFileSync('docs/api.md', 'utf8')
/** Only the table is looked at, no handler is called; the handlers' context may be empty. */
const routes = routeTable({ supervision: {} } as unknown as Context)

describe('docs/api.md is the whole door', () => {
  it.each(routes.map((r) => [`${r.method} ${r.path}`, r] as const))(
    '%s, with what it needs and whether it is recorded',
    (name, r) => {
      const row = page.split('\n').find((line) => new RegExp(`^\\| \`${name.replace(/[/]/g, '\\/')}[\`?]`).test(line))
      expect(row, `a row for ${name}`).toBeDefined()
      expect(
        row!
          .split('|')
          .slice(2, 4)
          .map((cell) => cell.trim()),
      ).toEqual([r.needs, r.viewed ? '●' : ''])
    },
  )
  it('no row for a route that does not exist', () => {
    const rows = [...page.matchAll(/^\| `(GET|POST|PUT|DELETE) ([^`?]+)/gm)].map((m) => `${m[1]} ${m[2]}`)
    expect(rows.sort()).toEqual(routes.map((r) => `${r.method} ${r.path}`).sort())
  })
  it.each(Object.entries({ ...needsByServerMessage, ...needsByClientMessage }))('socket message %s', (name, needs) =>
    expect(page).toMatch(new RegExp(`^\\| \`${name}\`[^|]*\\| ${needs.replace('.', '\\.')} \\|`, 'm')),
  )
  it.each(findingActions)('act %s', (action) => expect(page).toMatch(new RegExp(`\`${action}\``)))
  it.each(permissions)('permission %s: the roles that have it', (permission) => {
    const [, , ...cells] = page
      .split('\n')
      .find((line) => line.startsWith(`| \`${permission}\` |`))!
      .split('|')
    const roles = ['supervisor', 'chief', 'leader', 'unit-leader', 'auditor', 'system-admin', 'security-admin'] as const
    expect(roles.filter((_, i) => cells[i]!.trim() !== '')).toEqual(
      roles.filter((role) => permissionsByRole[role].includes(permission)),
    )
  })
})
