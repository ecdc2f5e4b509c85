import { z } from 'zod'
import { sightOf } from '../../supervision/access.ts'
import type { Context } from '../context.ts'
import { instant } from '../query.ts'
import { done, route, userOf } from '../route.ts'

/** The whole picture now, as it was, and the county underneath. */
export const pictureRoutes = ({ console, county, room }: Context) => [
  route({
    method: 'GET',
    path: '/api/snapshot',
    needs: 'situation.view',
    viewed: () => ({ what: 'situation', subject: 'snapshot' }),
    handle: (asked) => {
      const sight = sightOf(userOf(asked))
      return done(console.snapshotFor(sight, room(sight)))
    },
  }),
  route({
    method: 'GET',
    path: '/api/county',
    needs: 'situation.view',
    handle: () => done(county()),
  }),
  route({
    method: 'GET',
    path: '/api/replay',
    needs: 'situation.view',
    query: z.object({ at: instant }),
    viewed: ({ query }) => ({ what: 'replay', subject: new Date(query.at).toISOString() }),
    handle: async (asked) => {
      const user = userOf(asked)
      return done(await console.replayAt(user, asked.query.at, room(sightOf(user))))
    },
  }),
]
