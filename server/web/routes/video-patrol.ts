import { z } from 'zod'
import { bodies } from '../../contract/http.ts'
import { lookResults, type PatrolView } from '../../contract/video-patrol.ts'
import { onlyUnit, sees, sightOf } from '../../supervision/access.ts'
import type { Outcome } from '../../supervision/acts.ts'
import type { Looking } from '../../video/patrol/desk.ts'
import { type LookQuery, readLooks, readRates } from '../../video/patrol/table.ts'
import type { Context } from '../context.ts'
import { instant, paging } from '../query.ts'
import { notFound, unavailable } from '../refusals.ts'
import { type Asked, done, route, userOf } from '../route.ts'

/** An export holds at most so many rows; more than that is asked for in parts. */
const MOST_ROWS = 20_000
const narrowing = {
  from: instant.optional(),
  to: instant.optional(),
  unit: z.string().max(128).optional(),
  result: z.enum(lookResults).optional(),
}
const query = z.object({ ...narrowing, ...paging })
const exportQuery = z.object(narrowing)
const span = z.object({ from: instant, to: instant })

const noCameras = { cameras: 0, leftOut: 0, byPurpose: [], commitment: null }

/** Drawing cameras to look at, what was seen, and the statistics of it. Pictures come by the live connection. */
export const videoPatrolRoutes = (context: Context) => {
  const { database, supervision, video, houseClock } = context
  const { register } = supervision
  const looking = (asked: Asked<unknown, unknown>): Looking => {
    const user = userOf(asked)
    const sight = sightOf(user)
    return { name: user.name, sees: ({ unit }) => sees(sight, unit) }
  }
  const nameOf = (camera: string) => video?.camera(camera)?.name ?? null
  /** With whom the roster has there now, for those who are recognised. */
  const withDuty = (patrol: PatrolView): PatrolView => ({
    ...patrol,
    stops: patrol.stops.map((stop) => ({
      ...stop,
      onDuty:
        stop.room === null || stop.state !== 'waiting'
          ? []
          : [...new Set(register.duty.atPost(stop.unit, stop.room, houseClock()).map((w) => w.officer))],
    })),
  })
  const patrolled = (outcome: Outcome<{ patrol: PatrolView }>): Outcome<{ patrol: PatrolView }> =>
    outcome.is === 'done' ? done({ patrol: withDuty(outcome.value.patrol) }) : outcome

  return [
    route({
      method: 'GET',
      path: '/api/video-patrols/mine',
      needs: 'looks.work',
      handle: async (asked) => {
        if (!video) return done({ patrol: null, pool: noCameras })
        const { patrol, pool } = await video.patrols.mine(looking(asked))
        return done({ patrol: patrol && withDuty(patrol), pool })
      },
    }),
    route({
      method: 'POST',
      path: '/api/video-patrols',
      needs: 'looks.work',
      body: bodies.drawPatrol,
      handle: async (asked) =>
        video ? patrolled(await video.patrols.draw(looking(asked), asked.body)) : notFound('cameras'),
    }),
    route({
      method: 'POST',
      path: '/api/video-patrols/:id/looks',
      needs: 'looks.work',
      body: bodies.look,
      handle: async (asked) =>
        video ? patrolled(await video.patrols.look(looking(asked), asked.params.id!, asked.body)) : notFound('cameras'),
    }),
    route({
      method: 'POST',
      path: '/api/video-patrols/:id/skip',
      needs: 'looks.work',
      body: bodies.skipStop,
      handle: async (asked) =>
        video ? patrolled(await video.patrols.skip(looking(asked), asked.params.id!, asked.body)) : notFound('cameras'),
    }),
    route({
      method: 'POST',
      path: '/api/video-patrols/:id/end',
      needs: 'looks.work',
      body: bodies.endPatrol,
      handle: async (asked) =>
        video ? patrolled(await video.patrols.end(looking(asked), asked.params.id!, asked.body)) : notFound('cameras'),
    }),
    route({
      method: 'GET',
      path: '/api/video-patrols/:id/proof',
      needs: 'looks.view',
      handle: async (asked) => {
        const id = asked.params.id!
        // A draw names cameras of many units: it is for those who see them all.
        const proof = sightOf(userOf(asked)).is === 'all' ? await video?.patrols.proof(id) : undefined
        return proof ? done(proof) : notFound(id)
      },
    }),
    route({
      method: 'GET',
      path: '/api/looks',
      needs: 'looks.view',
      query,
      viewed: ({ query: q }) => ({ what: 'look', subject: `list ${JSON.stringify(q)}`.slice(0, 400) }),
      handle: async (asked) =>
        done(await readLooks(database, asked.query as LookQuery, onlyUnit(sightOf(userOf(asked))), nameOf)),
    }),
    route({
      method: 'GET',
      path: '/api/looks/export',
      needs: 'looks.view',
      query: exportQuery,
      viewed: ({ query: q }) => ({ what: 'export', subject: `looks ${JSON.stringify(q)}`.slice(0, 400) }),
      handle: async (asked) => {
        const q = { ...(asked.query as LookQuery), page: 1, pageSize: MOST_ROWS }
        const { items, total } = await readLooks(database, q, onlyUnit(sightOf(userOf(asked))), nameOf)
        return done({ rows: items, truncated: total > items.length })
      },
    }),
    route({
      method: 'GET',
      path: '/api/looks/rates',
      needs: 'looks.view',
      query: span,
      handle: async (asked) => {
        const { from, to } = asked.query as z.infer<typeof span>
        const sight = sightOf(userOf(asked))
        const units = register.units().flatMap(({ unit }) => (sees(sight, unit) ? [unit] : []))
        return done({ rates: await readRates(database, from, to, units, video?.view().cameras ?? []) })
      },
    }),
    route({
      method: 'POST',
      path: '/api/looks/:id/correct',
      needs: 'looks.work',
      body: bodies.correctLook,
      handle: async (asked) =>
        video ? video.patrols.correct(looking(asked), asked.params.id!, asked.body.note) : unavailable,
    }),
  ]
}
