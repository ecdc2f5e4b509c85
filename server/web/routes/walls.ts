import { bodies } from '../../contract/http.ts'
import type { Context } from '../context.ts'
import { badRequest, unavailable } from '../refusals.ts'
import { done, route, userOf } from '../route.ts'

/** As many layouts as one person has a use for. */
const MOST = 30

/** One's own layouts of the video wall. */
export const wallRoutes = ({ video }: Context) => [
  route({
    method: 'GET',
    path: '/api/walls',
    needs: 'video.live',
    handle: async (asked) => done({ walls: (await video?.walls.of(userOf(asked).name)) ?? [] }),
  }),
  route({
    method: 'PUT',
    path: '/api/walls/:id',
    needs: 'video.live',
    body: bodies.saveWall,
    handle: async (asked) => {
      if (!video) return unavailable
      const account = userOf(asked).name
      const id = asked.params.id!.slice(0, 64)
      const others = (await video.walls.of(account)).filter((one) => one.id !== id)
      if (others.length >= MOST) return badRequest([{ at: 'id', problem: `at most ${MOST} layouts` }])
      const wall = { ...asked.body, id }
      await video.walls.save(account, wall)
      return done({ wall })
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/walls/:id',
    needs: 'video.live',
    handle: async (asked) => {
      await video?.walls.remove(userOf(asked).name, asked.params.id!)
      return done({})
    },
  }),
]
