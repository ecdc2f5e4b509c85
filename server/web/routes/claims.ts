import { sees, sightOf } from '../../supervision/access.ts'
import { readClaim, readMatrix } from '../../supervision/claims.ts'
import type { Context } from '../context.ts'
import { notFound } from '../refusals.ts'
import { done, route, userOf } from '../route.ts'

/** What the record claims of an act, held against every other source. */
export const claimRoutes = ({ supervision }: Context) => [
  route({
    method: 'GET',
    path: '/api/claims/:id',
    needs: 'custody.view',
    viewed: ({ params }) => ({ what: 'stay', subject: `claim ${params.id}` }),
    handle: async (asked) => {
      const claim = await readClaim(supervision, asked.params.id!)
      if (!claim || !sees(sightOf(userOf(asked)), claim.unit)) return notFound(asked.params.id!)
      return done(await readMatrix(supervision, claim))
    },
  }),
]
