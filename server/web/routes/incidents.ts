import { z } from 'zod'
import { onlyUnit, sees, sightOf } from '../../supervision/access.ts'
import {
  type IncidentQuery,
  readDispatchRates,
  readIncident,
  readIncidents,
} from '../../supervision/dispatch/history.ts'
import type { Context } from '../context.ts'
import { flag, instant, paging } from '../query.ts'
import { notFound } from '../refusals.ts'
import { done, route, userOf } from '../route.ts'

const span = { from: instant.optional(), to: instant.optional() }
const listQuery = z.object({
  ...span,
  unit: z.string().max(128).optional(),
  findings: flag,
  text: z.string().max(128).optional(),
  ...paging,
})
const rateQuery = z.object(span)

/** Calls of 110 and what followed, each step from its own source; a look is journalled before a byte is served. */
export const incidentRoutes = ({ database, supervision }: Context) => [
  route({
    method: 'GET',
    path: '/api/dispatch',
    needs: 'situation.view',
    viewed: () => ({ what: 'situation', subject: 'dispatch board' }),
    watched: true,
    handle: (asked) => {
      const sight = sightOf(userOf(asked))
      return done(supervision.dispatch.board(supervision.now(), supervision.seq(), (unit) => sees(sight, unit)))
    },
  }),
  route({
    method: 'GET',
    path: '/api/incidents',
    needs: 'cases.view',
    query: listQuery,
    viewed: ({ query: q }) => ({ what: 'case', subject: `incidents ${JSON.stringify(q)}`.slice(0, 400) }),
    handle: async (asked) => {
      await supervision.written()
      return done(await readIncidents(database, asked.query as IncidentQuery, onlyUnit(sightOf(userOf(asked)))))
    },
  }),
  route({
    method: 'GET',
    path: '/api/incidents/:id',
    needs: 'situation.view',
    viewed: ({ params }) => ({ what: 'case', subject: params.id! }),
    handle: async (asked) => {
      const id = asked.params.id!
      const view = supervision.dispatch.view(id) ?? (await readIncident(database, id))
      return view && sees(sightOf(userOf(asked)), view.unit) ? done(view) : notFound(id)
    },
  }),
  route({
    method: 'GET',
    path: '/api/dispatch/rates',
    needs: 'cases.view',
    query: rateQuery,
    viewed: ({ query: q }) => ({ what: 'case', subject: `dispatch rates ${JSON.stringify(q)}` }),
    handle: async (asked) => {
      const { from, to } = asked.query as z.infer<typeof rateQuery>
      await supervision.written()
      const between = { from: from ?? 0, to: to ?? supervision.now() }
      return done({ rates: await readDispatchRates(database, between, onlyUnit(sightOf(userOf(asked)))) })
    },
  }),
]
