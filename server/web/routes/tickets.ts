import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { bodies } from '../../contract/http.ts'
import { ticketFilters, ticketSorts, ticketStatuses } from '../../contract/tickets.ts'
import { onlyUnit, sightOf } from '../../supervision/access.ts'
import { readClusters } from '../../supervision/tickets/clusters.ts'
import { ticketDetail, unmaskedTicket } from '../../supervision/tickets/detail.ts'
import { readTicket, readTickets, type TicketQuery } from '../../supervision/tickets/table.ts'
import type { Context } from '../context.ts'
import { instant, list, paging } from '../query.ts'
import { badRequest, cannotRecord, notFound } from '../refusals.ts'
import { done, route, userOf } from '../route.ts'

/** An export holds at most so many rows; more than that is asked for in parts. */
const MOST_ROWS = 20_000

const narrowing = {
  unit: z.string().max(128).optional(),
  officer: z.string().max(128).optional(),
  status: list(ticketStatuses),
  finding: z.enum(ticketFilters).optional(),
  from: instant.optional(),
  to: instant.optional(),
  text: z.string().max(128).optional(),
  sort: z.enum(ticketSorts).default('-changedAt'),
}
const query = z.object({ ...narrowing, ...paging })
const exportQuery = z.object(narrowing)
const span = z.object({ from: instant, to: instant })

/** `system/ticket`; a system's name has no slash in it. */
const placeOf = (id: string): readonly [system: string, ticket: string] => {
  const slash = id.indexOf('/')
  return [id.slice(0, Math.max(0, slash)), id.slice(slash + 1)]
}

/** Tickets as their systems had them last, the history of each, and the one way to plate and driver. */
export const ticketRoutes = ({ database, journal, supervision, houseClock }: Context) => [
  route({
    method: 'GET',
    path: '/api/tickets',
    needs: 'cases.view',
    query,
    viewed: ({ query: q }) => ({ what: 'ticket', subject: `list ${JSON.stringify(q)}`.slice(0, 400) }),
    handle: async (asked) => {
      await supervision.written()
      return done(await readTickets(database, asked.query as TicketQuery, onlyUnit(sightOf(userOf(asked)))))
    },
  }),
  route({
    method: 'GET',
    path: '/api/ticket-export',
    needs: 'cases.view',
    query: exportQuery,
    viewed: ({ query: q }) => ({ what: 'export', subject: `tickets ${JSON.stringify(q)}`.slice(0, 400) }),
    handle: async (asked) => {
      await supervision.written()
      const q = { ...(asked.query as TicketQuery), page: 1, pageSize: MOST_ROWS }
      const { items, total } = await readTickets(database, q, onlyUnit(sightOf(userOf(asked))))
      return done({ rows: items, truncated: total > items.length })
    },
  }),
  route({
    method: 'GET',
    path: '/api/ticket-clusters',
    needs: 'cases.view',
    query: span,
    viewed: ({ query: { from, to } }) => ({ what: 'ticket', subject: `clusters ${from}–${to}` }),
    handle: async (asked) => {
      const { from, to } = asked.query
      if (to < from) return badRequest([{ at: 'to', problem: 'must not lie before `from`' }])
      await supervision.written()
      return done(await readClusters(database, { from, to }, onlyUnit(sightOf(userOf(asked)))))
    },
  }),
  route({
    method: 'GET',
    path: '/api/tickets/:id',
    needs: 'cases.view',
    viewed: ({ params }) => ({ what: 'ticket', subject: params.id! }),
    handle: async (asked) => {
      await supervision.written()
      const [system, ticket] = placeOf(asked.params.id!)
      const detail = await ticketDetail(supervision, system, ticket, onlyUnit(sightOf(userOf(asked))))
      return detail ? done(detail) : notFound(asked.params.id!)
    },
  }),
  route({
    method: 'POST',
    path: '/api/tickets/:id/unmask',
    needs: 'tickets.unmask',
    body: bodies.unmask,
    handle: async (asked) => {
      const user = userOf(asked)
      const id = asked.params.id!
      const [system, ticket] = placeOf(id)
      await supervision.written()
      if (!(await readTicket(database, system, ticket, onlyUnit(sightOf(user))))) return notFound(id)
      const data = { by: user.name, what: 'identity', subject: `ticket ${id}`, purpose: asked.body.purpose } as const
      const observation = { kind: 'view.opened', observedAt: houseClock(), data } as const
      try {
        await journal.append([{ source: 'console', key: randomUUID(), observation }])
      } catch {
        // No durable record, no plate and no driver.
        return cannotRecord
      }
      return done(await unmaskedTicket(database, system, ticket))
    },
  }),
]
