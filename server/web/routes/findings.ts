import { z } from 'zod'
import { findingActions, permissionByAction } from '../../contract/actions.ts'
import { bodies } from '../../contract/http.ts'
import { onlyUnit, sightOf } from '../../supervision/access.ts'
import type { ActBody } from '../../supervision/acts.ts'
import { type FindingQuery, findingSorts, readFindings } from '../../supervision/finding-table.ts'
import type { Context } from '../context.ts'
import { flag, list, paging } from '../query.ts'
import { done, route, userOf } from '../route.ts'

const query = z.object({
  status: list(['new', 'acknowledged', 'shelved', 'dismissal-proposed', 'verified', 'dismissed', 'closed']),
  grade: list(['A', 'B', 'C']),
  unit: z.string().max(128).optional(),
  rule: z.string().max(128).optional(),
  carrier: z.string().max(128).optional(),
  active: flag,
  acknowledged: flag,
  text: z.string().max(200).optional(),
  sort: z.enum(findingSorts).default('-openedAt'),
  ...paging,
})

/** The queue, the card, and one route for every action. */
export const findingRoutes = ({ database, supervision, acts }: Context) => [
  route({
    method: 'GET',
    path: '/api/findings',
    needs: 'findings.view',
    query,
    viewed: ({ query: q }) => ({ what: 'finding', subject: `list ${JSON.stringify(q)}`.slice(0, 400) }),
    handle: async (asked) => {
      await supervision.written()
      const q = asked.query as FindingQuery
      return done(await readFindings(database, q, onlyUnit(sightOf(userOf(asked)))))
    },
  }),
  route({
    method: 'GET',
    path: '/api/findings/:id',
    needs: 'findings.view',
    viewed: ({ params }) => ({ what: 'finding', subject: params.id! }),
    handle: (asked) => acts.detail(userOf(asked), asked.params.id!),
  }),
  ...findingActions.map((action) =>
    route({
      method: 'POST',
      path: `/api/findings/:id/${action}`,
      needs: permissionByAction[action],
      body: bodies[action] as z.ZodType<ActBody>,
      handle: (asked) => acts.act(userOf(asked), asked.params.id!, action, asked.body),
    }),
  ),
]
