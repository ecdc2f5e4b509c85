import { z } from 'zod'
import { bodies } from '../../contract/http.ts'
import type { SourceView } from '../../contract/recordings.ts'
import type { UserView } from '../../contract/views.ts'
import { days } from '../../domain/time.ts'
import { sees, sightOf } from '../../supervision/access.ts'
import type { Acting } from '../../video/footage/acts.ts'
import type { Footage } from '../../video/footage.ts'
import type { Context } from '../context.ts'
import { instant } from '../query.ts'
import { notFound, nothingRecorded } from '../refusals.ts'
import { type Asked, done, route, userOf } from '../route.ts'

/** Spans of a month are some thousands. */
const LONGEST_MS = days(31)
const range = z
  .object({ source: z.string().min(1).max(128), from: instant, to: instant })
  .refine((v) => v.to > v.from && v.to - v.from <= LONGEST_MS, { message: 'to: later than from, by 31 days at most' })

/** Whoever acts on recordings, with the cameras of their sight. */
export const actingAs = (user: UserView): Acting => {
  const sight = sightOf(user)
  return { name: user.name, sees: ({ unit }) => sees(sight, unit) }
}
export const inSightOf = (user: UserView): ((source: Pick<SourceView, 'unit'>) => boolean) => {
  const sight = sightOf(user)
  return ({ unit }) => sees(sight, unit)
}

/** Lets a handler run where there are recordings. */
export const withFootage =
  <A extends Asked<unknown, unknown>, R>(
    { footage }: Pick<Context, 'footage'>,
    work: (footage: Footage, asked: A) => R,
  ) =>
  (asked: A): R | typeof nothingRecorded =>
    footage ? work(footage, asked) : nothingRecorded

/** What is recorded, kept, held, deleted, and how clocks lie: everything but pictures. */
export const videoRoutes = (context: Context) => {
  const { refusedTo } = context
  return [
    route({
      method: 'GET',
      path: '/api/video/sources',
      needs: 'video.review',
      handle: withFootage(context, async ({ sources }, asked) =>
        done({ sources: (await sources.views()).filter(inSightOf(userOf(asked))) }),
      ),
    }),
    route({
      method: 'GET',
      path: '/api/video/spans',
      needs: 'video.review',
      query: range,
      handle: withFootage(context, async ({ sources, cameras }, asked) => {
        const { source, from, to } = asked.query as z.infer<typeof range>
        const camera = cameras.get(source)
        const user = userOf(asked)
        if (camera && inSightOf(user)(camera)) return done({ spans: await sources.spans(source, from, to) })
        if (camera) refusedTo(user.name, `camera/${source}`, 'of another unit')
        return notFound(source)
      }),
    }),
    route({
      method: 'GET',
      path: '/api/video/storage',
      needs: 'devices.view',
      handle: withFootage(context, async ({ keeper, sources, recorder, problem }, asked) => {
        const cameras = (await sources.views())
          .filter(inSightOf(userOf(asked)))
          .map(({ id, area, keepDays, oldestAt, newestAt }) => ({ id, area, keepDays, oldestAt, newestAt }))
        return done({
          ...(await keeper.view()),
          recording: recorder.recording().length,
          problem: problem() ?? null,
          cameras,
        })
      }),
    }),
    route({
      method: 'GET',
      path: '/api/video/sources/:id/clock',
      needs: 'video.review',
      handle: withFootage(context, ({ acts }, asked) => acts.clockOf(actingAs(userOf(asked)), asked.params.id!)),
    }),
    route({
      method: 'POST',
      path: '/api/video/sources/:id/clock',
      needs: 'video.hold',
      body: bodies.correctClock,
      handle: withFootage(context, ({ acts }, asked: Asked<z.infer<typeof bodies.correctClock>, undefined>) =>
        acts.correctClock(actingAs(userOf(asked)), asked.params.id!, asked.body),
      ),
    }),
    ...holdRoutes(context),
    ...deletionRoutes(context),
  ]
}

const holdRoutes = (context: Context) => [
  route({
    method: 'GET',
    path: '/api/video/holds',
    needs: 'video.review',
    handle: withFootage(context, ({ acts }, asked) => acts.holds(actingAs(userOf(asked)))),
  }),
  route({
    method: 'POST',
    path: '/api/video/holds',
    needs: 'video.hold',
    body: bodies.hold,
    handle: withFootage(context, ({ acts }, asked: Asked<z.infer<typeof bodies.hold>, undefined>) =>
      acts.hold(actingAs(userOf(asked)), asked.body),
    ),
  }),
  route({
    method: 'POST',
    path: '/api/video/holds/:id/release',
    needs: 'video.release',
    body: bodies.releaseHold,
    handle: withFootage(context, ({ acts }, asked: Asked<z.infer<typeof bodies.releaseHold>, undefined>) =>
      acts.release(actingAs(userOf(asked)), asked.params.id!, asked.body.reason),
    ),
  }),
]

const deletionRoutes = (context: Context) => [
  route({
    method: 'GET',
    path: '/api/video/deletions',
    needs: 'video.review',
    handle: withFootage(context, ({ acts }, asked) => acts.deletions(actingAs(userOf(asked)))),
  }),
  route({
    method: 'POST',
    path: '/api/video/deletions',
    needs: 'video.delete',
    body: bodies.proposeDeletion,
    handle: withFootage(context, ({ acts }, asked: Asked<z.infer<typeof bodies.proposeDeletion>, undefined>) =>
      acts.proposeDeletion(actingAs(userOf(asked)), asked.body),
    ),
  }),
  route({
    method: 'POST',
    path: '/api/video/deletions/:id/confirm',
    needs: 'video.confirm',
    body: bodies.confirmDeletion,
    handle: withFootage(context, ({ acts }, asked) => acts.confirmDeletion(actingAs(userOf(asked)), asked.params.id!)),
  }),
  route({
    method: 'POST',
    path: '/api/video/deletions/:id/refuse',
    needs: 'video.confirm',
    body: bodies.refuseDeletion,
    handle: withFootage(context, ({ acts }, asked: Asked<z.infer<typeof bodies.refuseDeletion>, undefined>) =>
      acts.refuseDeletion(actingAs(userOf(asked)), asked.params.id!, asked.body.reason),
    ),
  }),
]
