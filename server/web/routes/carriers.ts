import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { bodies } from '../../contract/http.ts'
import type { CarrierView, TrackPoint, UserView } from '../../contract/views.ts'
import { seesCarrier, sightOf } from '../../supervision/access.ts'
import { evidenceOf } from '../../supervision/evidence.ts'
import { readTrack } from '../../supervision/position-table.ts'
import { radiosOf } from '../../supervision/radio-view.ts'
import type { Context } from '../context.ts'
import { instant } from '../query.ts'
import { badRequest, notFound } from '../refusals.ts'
import { done, route, userOf } from '../route.ts'

const MAX_POINTS = 20_000
const MAX_SPAN_MS = 7 * 24 * 3_600_000

/** One carrier: its panel, its track, and the question where it is. */
export const carrierRoutes = ({ database, journal, supervision, locate, houseClock }: Context) => {
  const { picture } = supervision

  const seen = (user: UserView, id: string): CarrierView | undefined => {
    const view = picture.carriers.view(id, supervision.now())
    return view && seesCarrier(sightOf(user), view) ? view : undefined
  }

  /** The carrier's fix if it came after `since`. */
  const newFix = (id: string, since: number): TrackPoint | null => {
    const fix = picture.carriers.state[id]?.fix
    if (!fix || fix.seq <= since) return null
    const { mocked: _, ...point } = fix
    return { ...point, delivery: 'live' }
  }

  return [
    route({
      method: 'GET',
      path: '/api/carriers/:id',
      needs: 'situation.view',
      viewed: ({ params }) => ({ what: 'carrier', subject: params.id! }),
      handle: async (asked) => {
        const carrier = seen(userOf(asked), asked.params.id!)
        if (!carrier) return notFound(asked.params.id!)
        const last = await evidenceOf(journal, picture.carriers.state[carrier.id]?.last ?? [])
        const radios = radiosOf(supervision.register, carrier.id, supervision.now())
        return done({ carrier, last: last.reverse(), radios })
      },
    }),
    route({
      method: 'GET',
      path: '/api/carriers/:id/track',
      needs: 'situation.view',
      query: z.object({ from: instant, to: instant }),
      viewed: ({ params, query: { from, to } }) => ({
        what: 'track',
        subject: `${params.id} ${new Date(from).toISOString()}/${new Date(to).toISOString()}`,
      }),
      handle: async (asked) => {
        const { from, to } = asked.query
        if (to < from || to - from > MAX_SPAN_MS)
          return badRequest([{ at: 'to', problem: 'must lie after `from`, at most seven days' }])
        const carrier = seen(userOf(asked), asked.params.id!)
        if (!carrier) return notFound(asked.params.id!)
        await supervision.written()
        const points = await readTrack(database, carrier.id, from, to, MAX_POINTS + 1)
        return done({ points: points.slice(0, MAX_POINTS), truncated: points.length > MAX_POINTS })
      },
    }),
    route({
      method: 'POST',
      path: '/api/carriers/:id/locate',
      needs: 'carriers.locate',
      body: bodies.locate,
      handle: async (asked) => {
        const user = userOf(asked)
        const carrier = seen(user, asked.params.id!)
        if (!carrier) return notFound(asked.params.id!)
        const observation = {
          kind: 'carrier.locate-asked',
          observedAt: houseClock(),
          data: { by: user.name, carrier: carrier.id },
        } as const
        const [receipt] = await journal.append([{ source: 'console', key: randomUUID(), observation }])
        const answered = carrier.device !== null && (await locate(carrier.device))
        if (answered) await supervision.reached((await journal.watermark()).seq)
        return done({ answered, point: answered ? newFix(carrier.id, receipt!.seq) : null })
      },
    }),
  ]
}
