import { z } from 'zod'
import { bodies } from '../../contract/http.ts'
import { LONGEST_REVIEW_MS, type ReviewTimeline } from '../../contract/reviews.ts'
import type { UserView } from '../../contract/views.ts'
import type { Scene } from '../../domain/footage/scene.ts'
import { sightOf } from '../../supervision/access.ts'
import type { Outcome } from '../../supervision/acts.ts'
import { sceneOf } from '../../supervision/review/scene.ts'
import { readTimeline } from '../../supervision/review/timeline.ts'
import type { Footage } from '../../video/footage.ts'
import { marksIn, pinsOfFinding } from '../../video/review/marks.ts'
import type { Review } from '../../video/review/sessions.ts'
import type { Context } from '../context.ts'
import { instant } from '../query.ts'
import { cannotRecord, noSuchReview, notFound, notYours, staleLink, tooLongReview } from '../refusals.ts'
import { type Asked, done, route, userOf } from '../route.ts'
import { inSightOf, withFootage } from './video.ts'

const recordingQuery = z
  .object({ source: z.string().min(1).max(128), from: instant, to: instant })
  .refine((v) => v.to > v.from, { message: 'to: later than the beginning' })
const previewQuery = z.object({ source: z.string().min(1).max(128), at: instant })
const timelineQuery = z.object({
  cursor: z
    .string()
    .regex(/^[te]\d{1,12}$/)
    .optional(),
})
type AnyAsked = Asked<unknown, unknown>

/** Reviews: opened under a purpose, played, annotated, shared. Nothing of it is served before it is journalled. */
export const reviewRoutes = (context: Context) => {
  const { supervision, refusedTo, acts } = context

  /** The reader's own review of this login; another's is not there. */
  const found = async (footage: Footage, asked: AnyAsked): Promise<Review | undefined> => {
    const review = await footage.reviews.find(asked.params.id!, asked.session!.id)
    // Rights may have changed since it was opened.
    if (review && outOfSight(footage, userOf(asked), review.sources).length > 0) return undefined
    return review
  }
  const within = <A extends AnyAsked>(
    work: (footage: Footage, review: Review, asked: A) => Promise<Outcome<unknown>>,
  ) =>
    withFootage(context, async (footage, asked: A) => {
      const review = await found(footage, asked)
      if (!review) {
        refusedTo(userOf(asked).name, `review/${asked.params.id}`, 'no such review of this login')
        return noSuchReview
      }
      return work(footage, review, asked)
    })

  const outOfSight = ({ cameras }: Footage, user: UserView, sources: readonly string[]): string[] => {
    const mine = inSightOf(user)
    return sources.filter((id) => {
      const camera = cameras.get(id)
      return !camera || !mine(camera)
    })
  }
  const refuseSight = (user: UserView, sources: readonly string[]) => {
    refusedTo(user.name, `cameras/${sources.join(',')}`, 'not in sight')
    return notYours(sources)
  }

  /** A camera that is no longer ours is unknown to the register, and what it recorded is still there. */
  const sceneFor = async (
    { cameras }: Footage,
    subject: Exclude<z.infer<typeof bodies.openReview>['subject'], { is: 'share' }>,
    at: number | undefined,
    user: UserView,
  ): Promise<Scene | undefined> => {
    const scene = await sceneOf(subject, at, sightOf(user), supervision)
    if (scene || subject.is !== 'camera') return scene
    const camera = cameras.get(subject.id)
    if (!camera || !inSightOf(user)(camera)) return undefined
    const moment = at ?? supervision.now()
    return {
      ...{ title: camera.name, at: moment, from: moment - 300_000, to: moment + 300_000, unit: camera.unit },
      ...{ cameras: [camera.camera], rooms: [], carriers: [], place: null, radiusM: 0 },
    }
  }

  const viewOf = async (footage: Footage, user: UserView, review: Review, scene: Scene | undefined) => {
    const { desk } = footage
    const list = scene ? await desk.suggestions(scene, review, inSightOf(user)) : []
    return done({ review: desk.view(review, list) })
  }

  const openShared = async (footage: Footage, asked: Asked<z.infer<typeof bodies.openReview>, undefined>) => {
    const user = userOf(asked)
    const { subject, purpose } = asked.body
    const shared = subject.is === 'share' ? await footage.reviews.shared(subject.token) : undefined
    if (!shared) {
      refusedTo(user.name, 'review link', 'stale or unknown')
      return staleLink
    }
    const hidden = outOfSight(footage, user, shared.sources)
    if (hidden.length > 0) return refuseSight(user, hidden)
    const { title, at, from, to, sources, layout } = shared
    const who = { by: user.name, session: asked.session!.id, purpose }
    return viewOf(
      footage,
      user,
      await footage.reviews.open(who, { subject, title, at, from, to, sources, layout }),
      undefined,
    )
  }

  const open = async (footage: Footage, asked: Asked<z.infer<typeof bodies.openReview>, undefined>) => {
    const { subject, purpose, at, from, to, sources } = asked.body
    const user = userOf(asked)
    if (subject.is === 'share') return openShared(footage, asked)
    const scene = await sceneFor(footage, subject, at, user)
    if (!scene) {
      refusedTo(user.name, `review of ${subject.is}`, 'no such thing in sight')
      return notFound('id' in subject ? subject.id : subject.is)
    }
    const range = { from: from ?? scene.from, to: to ?? scene.to }
    if (range.to - range.from > LONGEST_REVIEW_MS) return tooLongReview
    const hidden = outOfSight(footage, user, sources ?? [])
    if (hidden.length > 0) return refuseSight(user, hidden)
    const list = await footage.desk.suggestions(scene, range, inSightOf(user))
    const state = {
      ...{ subject, title: scene.title, at: Math.min(Math.max(scene.at, range.from), range.to), ...range },
      sources: sources ?? footage.desk.chosen(list),
      layout: null,
    }
    const who = { by: user.name, session: asked.session!.id, purpose }
    return done({ review: footage.desk.view(await footage.reviews.open(who, state), list) })
  }

  const timeline = async (footage: Footage, review: Review, asked: Asked<unknown, z.infer<typeof timelineQuery>>) => {
    if (!(await footage.serve.tellTimeline(review))) return cannotRecord
    const user = userOf(asked)
    const { from, to, sources, subject } = review
    const known = sources.flatMap((id) => footage.cameras.get(id) ?? [])
    const scene = subject.is === 'share' ? undefined : await sceneFor(footage, subject, review.at, user)
    const rooms = [...new Set([...(scene?.rooms ?? []), ...known.flatMap((c) => c.room ?? [])])]
    const places = [...(scene?.place ? [scene.place] : []), ...known.flatMap((c) => (c.place ? [c.place] : []))]
    const page = await readTimeline(
      {
        ...{ from, to, rooms, cameras: sources, places, radiusM: scene?.radiusM ?? 300 },
        carriers: scene?.carriers ?? [],
        units: [...new Set([...(scene?.unit ? [scene.unit] : []), ...known.map((c) => c.unit)])],
        finding: subject.is === 'finding' ? subject.id : null,
      },
      asked.query.cursor,
      sightOf(user),
      supervision,
    )
    const first = asked.query.cursor === undefined
    const marks = first ? await marksIn(context.database, sources, from, to) : { pins: [], notes: [], reviewed: [] }
    const view: ReviewTimeline = {
      ...{ from, to, ...page, pins: marks.pins, reviewed: marks.reviewed },
      // A note is read by whoever may see everything that was on the screen.
      notes: marks.notes
        .filter(({ cameras }) => outOfSight(footage, user, cameras).length === 0)
        .map(({ cameras: _, ...note }) => note),
      corrections: first ? await correctionsOf(footage, sources) : {},
    }
    return done(view)
  }

  const correctionsOf = async (
    footage: Footage,
    sources: readonly string[],
  ): Promise<ReviewTimeline['corrections']> => {
    const clocks = await Promise.all(sources.map(footage.clock))
    return Object.fromEntries(clocks.map(({ source, corrections }) => [source, corrections]))
  }

  return [
    route({
      method: 'POST',
      path: '/api/reviews',
      needs: 'video.review',
      body: bodies.openReview,
      handle: withFootage(context, open),
    }),
    route({
      method: 'GET',
      path: '/api/reviews/:id',
      needs: 'video.review',
      handle: within(async (footage, review, asked) => {
        const { subject, at } = review
        const scene = subject.is === 'share' ? undefined : await sceneFor(footage, subject, at, userOf(asked))
        return viewOf(footage, userOf(asked), review, scene)
      }),
    }),
    route({
      method: 'PUT',
      path: '/api/reviews/:id',
      needs: 'video.review',
      body: bodies.changeReview,
      handle: within(async (footage, review, asked: Asked<z.infer<typeof bodies.changeReview>, undefined>) => {
        const { from, to, sources } = asked.body
        if (to - from > LONGEST_REVIEW_MS) return tooLongReview
        const hidden = outOfSight(footage, userOf(asked), sources)
        if (hidden.length > 0) return refuseSight(userOf(asked), hidden)
        return viewOf(footage, userOf(asked), await footage.reviews.change(review, asked.body), undefined)
      }),
    }),
    route({
      method: 'DELETE',
      path: '/api/reviews/:id',
      needs: 'video.review',
      handle: within(async (footage, review) => {
        await footage.reviews.close(review)
        return done({})
      }),
    }),
    route({
      method: 'GET',
      path: '/api/reviews/:id/recording',
      needs: 'video.review',
      query: recordingQuery,
      handle: within(async (footage, review, asked: Asked<undefined, z.infer<typeof recordingQuery>>) => {
        const { source, from, to } = asked.query
        if (!review.sources.includes(source)) return notFound(source)
        const range = { from: Math.max(from, review.from), to: Math.min(to, review.to) }
        if (range.to <= range.from) return notFound(source)
        return done(await footage.recording({ review: review.id, camera: source, ...range }))
      }),
    }),
    route({
      method: 'GET',
      path: '/api/reviews/:id/segments/:segment',
      needs: 'video.review',
      handle: within(async ({ serve }, review, asked) => {
        const seq = Number(asked.params.segment)
        if (!Number.isSafeInteger(seq)) return notFound(asked.params.segment!)
        return serve.segment(review, seq, asked.range)
      }),
    }),
    route({
      method: 'GET',
      path: '/api/reviews/:id/preview',
      needs: 'video.review',
      query: previewQuery,
      handle: within(({ serve }, review, asked: Asked<undefined, z.infer<typeof previewQuery>>) =>
        serve.preview(review, asked.query.source, asked.query.at),
      ),
    }),
    route({
      method: 'GET',
      path: '/api/reviews/:id/timeline',
      needs: 'video.review',
      query: timelineQuery,
      handle: within(timeline),
    }),
    route({
      method: 'POST',
      path: '/api/reviews/:id/pins',
      needs: 'video.review',
      body: bodies.pin,
      handle: within(async ({ reviewActs }, review, asked: Asked<z.infer<typeof bodies.pin>, undefined>) =>
        (await acts.seen(userOf(asked), asked.body.finding))
          ? reviewActs.pin(review, asked.body)
          : notFound(asked.body.finding),
      ),
    }),
    route({
      method: 'POST',
      path: '/api/reviews/:id/notes',
      needs: 'video.review',
      body: bodies.reviewNote,
      handle: within(({ reviewActs }, review, asked: Asked<z.infer<typeof bodies.reviewNote>, undefined>) =>
        reviewActs.note(review, asked.body),
      ),
    }),
    route({
      method: 'POST',
      path: '/api/reviews/:id/reviewed',
      needs: 'video.review',
      body: bodies.reviewed,
      handle: within(({ reviewActs }, review, asked: Asked<z.infer<typeof bodies.reviewed>, undefined>) =>
        reviewActs.seen(review, asked.body),
      ),
    }),
    route({
      method: 'POST',
      path: '/api/reviews/:id/share',
      needs: 'video.review',
      body: bodies.share,
      handle: within(async ({ reviews }, review, asked: Asked<z.infer<typeof bodies.share>, undefined>) =>
        done(await reviews.share(review, asked.body)),
      ),
    }),
    route({
      method: 'GET',
      path: '/api/findings/:id/pins',
      needs: 'findings.view',
      handle: async (asked) => {
        const id = asked.params.id!
        if (!(await acts.seen(userOf(asked), id))) return notFound(id)
        return done({ pins: await pinsOfFinding(context.database, id) })
      },
    }),
  ]
}
