import { z } from 'zod'
import { type AuditQuery, readAudit } from '../../supervision/audit-table.ts'
import type { Context } from '../context.ts'
import { instant, paging } from '../query.ts'
import { done, route } from '../route.ts'

const query = z.object({
  by: z.string().max(64).optional(),
  kind: z.string().max(64).optional(),
  from: instant.optional(),
  to: instant.optional(),
  ...paging,
})

/** Who looked at and did what; looking at it is recorded too. */
export const auditRoutes = ({ database, supervision }: Context) => [
  route({
    method: 'GET',
    path: '/api/audit',
    needs: 'audit.view',
    query,
    viewed: ({ query: q }) => ({ what: 'audit', subject: JSON.stringify(q).slice(0, 400) }),
    handle: async (asked) => {
      await supervision.written()
      return done(await readAudit(database, asked.query as AuditQuery))
    },
  }),
]
