import { z } from 'zod'
import { exportStates } from '../../contract/exports.ts'
import { bodies } from '../../contract/http.ts'
import { may } from '../../contract/roles.ts'
import type { UserView } from '../../contract/views.ts'
import type { ExportActing } from '../../video/export/exports.ts'
import type { Context } from '../context.ts'
import { list, paging } from '../query.ts'
import { noSuchReview, notFound } from '../refusals.ts'
import { type Asked, route, userOf } from '../route.ts'
import { actingAs, withFootage } from './video.ts'

const query = z.object({ state: list(exportStates), ...paging })

const asExporter = (user: UserView): ExportActing => ({
  ...actingAs(user),
  mayConfirm: may(user.role, 'video.confirm'),
})

/** Archives of recordings: asked for, agreed to, made, fetched. */
export const exportRoutes = (context: Context) => {
  const { refusedTo, acts } = context
  return [
    route({
      method: 'POST',
      path: '/api/reviews/:id/exports',
      needs: 'video.export',
      body: bodies.requestExport,
      handle: withFootage(
        context,
        async ({ exports, reviews }, asked: Asked<z.infer<typeof bodies.requestExport>, undefined>) => {
          const user = userOf(asked)
          const review = await reviews.find(asked.params.id!, asked.session!.id)
          if (!review) return noSuchReview
          const { finding } = asked.body
          if (finding !== null && !(await acts.seen(user, finding))) return notFound(finding)
          return exports.request(asExporter(user), review, asked.body)
        },
      ),
    }),
    route({
      method: 'GET',
      path: '/api/exports',
      needs: 'video.review',
      watched: true,
      query,
      handle: withFootage(context, ({ exports }, asked: Asked<undefined, z.infer<typeof query>>) => {
        const { state, page, pageSize } = asked.query
        return exports.list(asExporter(userOf(asked)), state, page, pageSize)
      }),
    }),
    route({
      method: 'GET',
      path: '/api/exports/:id',
      needs: 'video.review',
      handle: withFootage(context, ({ exports }, asked) => exports.one(asExporter(userOf(asked)), asked.params.id!)),
    }),
    route({
      method: 'POST',
      path: '/api/exports/:id/approve',
      needs: 'video.confirm',
      body: bodies.approveExport,
      handle: withFootage(context, ({ exports }, asked) =>
        exports.approve(asExporter(userOf(asked)), asked.params.id!),
      ),
    }),
    route({
      method: 'POST',
      path: '/api/exports/:id/refuse',
      needs: 'video.confirm',
      body: bodies.refuseExport,
      handle: withFootage(context, ({ exports }, asked: Asked<z.infer<typeof bodies.refuseExport>, undefined>) =>
        exports.refuse(asExporter(userOf(asked)), asked.params.id!, asked.body.reason),
      ),
    }),
    route({
      method: 'POST',
      path: '/api/exports/:id/cancel',
      needs: 'video.review',
      body: bodies.cancelExport,
      handle: withFootage(context, ({ exports }, asked: Asked<z.infer<typeof bodies.cancelExport>, undefined>) =>
        exports.cancel(asExporter(userOf(asked)), asked.params.id!, asked.body.reason),
      ),
    }),
    route({
      method: 'GET',
      path: '/api/exports/:id/archive',
      needs: 'video.review',
      handle: withFootage(context, async ({ exports }, asked) => {
        const user = userOf(asked)
        const answer = await exports.archive(asExporter(user), asked.params.id!)
        if (answer.is === 'refused' && answer.status === 404)
          refusedTo(user.name, `archive of export ${asked.params.id}`, 'neither asked for it nor agreed to it')
        return answer
      }),
    }),
  ]
}
