import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { bodies } from '../../contract/http.ts'
import type { UserView } from '../../contract/views.ts'
import type { Instant } from '../../domain/time.ts'
import { sees, sightOf } from '../../supervision/access.ts'
import type { Custody } from '../../supervision/custody/custody.ts'
import type { Context } from '../context.ts'
import { instant } from '../query.ts'
import { cannotRecord, notFound } from '../refusals.ts'
import { done, route, userOf } from '../route.ts'

const query = z.object({ at: instant.optional() })
type Query = z.infer<typeof query>

interface Moment {
  readonly custody: Custody
  readonly at: Instant
  readonly seq: number
}

/** The custody board, a stay with its timeline, and the one way to a person's name. */
export const custodyRoutes = ({ journal, supervision, houseClock }: Context) => {
  /** Folding the past costs; two consoles that look at one moment share it. */
  let past: { readonly at: Instant; readonly moment: Promise<Moment> } | undefined

  const momentOf = ({ at }: Query): Promise<Moment> | Moment => {
    if (at === undefined || at >= supervision.now())
      return { custody: supervision.custody, at: supervision.now(), seq: supervision.seq() }
    if (past?.at !== at) {
      const moment = supervision.custodyPast.at(at).then(({ custody, seq }) => ({ custody, seq, at }))
      past = { at, moment }
      moment.catch(() => {
        if (past?.moment === moment) past = undefined
      })
    }
    return past.moment
  }

  /** Whether the stay may be seen; a stay of another unit is not there. */
  const seesStay = (user: UserView, custody: Custody, stay: string): boolean => {
    const unit = custody.unitOf(stay)
    return unit !== undefined && sees(sightOf(user), unit)
  }

  return [
    route({
      method: 'GET',
      path: '/api/custody',
      needs: 'custody.view',
      query,
      viewed: ({ query: { at } }) => ({
        what: 'custody',
        subject: at === undefined ? 'board' : new Date(at).toISOString(),
      }),
      handle: async (asked) => {
        const sight = sightOf(userOf(asked))
        const { custody, at, seq } = await momentOf(asked.query as Query)
        return done(custody.board(at, seq, (unit) => sees(sight, unit)))
      },
    }),
    route({
      method: 'GET',
      path: '/api/stays/:id',
      needs: 'custody.view',
      query,
      viewed: ({ params }) => ({ what: 'stay', subject: params.id! }),
      handle: async (asked) => {
        const { custody, at, seq } = await momentOf(asked.query as Query)
        const stay = asked.params.id!
        const detail = seesStay(userOf(asked), custody, stay) ? custody.detail(stay, at, seq) : undefined
        return detail ? done(detail) : notFound(stay)
      },
    }),
    route({
      method: 'POST',
      path: '/api/stays/:id/unmask',
      needs: 'custody.unmask',
      body: bodies.unmask,
      handle: async (asked) => {
        const user = userOf(asked)
        const { custody } = supervision
        const stay = asked.params.id!
        if (!seesStay(user, custody, stay)) return notFound(stay)
        const data = { by: user.name, what: 'identity', subject: stay, purpose: asked.body.purpose } as const
        const observation = { kind: 'view.opened', observedAt: houseClock(), data } as const
        try {
          await journal.append([{ source: 'console', key: randomUUID(), observation }])
        } catch {
          // No durable record, no name.
          return cannotRecord
        }
        const named = custody.nameIn(stay)
        return named ? done(named) : notFound(stay)
      },
    }),
  ]
}
