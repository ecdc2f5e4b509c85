import { z } from 'zod'
import { beatVerdicts } from '../../contract/duty.ts'
import { isCalendarDay } from '../../domain/time.ts'
import { createDutyViews } from '../../supervision/duty/duty-views.ts'
import type { Context } from '../context.ts'
import { instant, paging } from '../query.ts'
import { done, route, userOf } from '../route.ts'

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'must be YYYY-MM-DD')
  .refine(isCalendarDay, 'must be a day of the calendar')
const name = z.string().max(128).optional()
const board = z.object({ day, at: instant.optional() })
const beats = z.object({ day, unit: name, carrier: name, verdict: z.enum(beatVerdicts).optional(), ...paging })
const heat = z.object({ day, unit: name, carrier: name })
const stops = z.object({
  day,
  unit: name,
  carrier: name,
  minutes: z.coerce.number().min(1).max(720).default(5),
  ...paging,
})

/** Who is on duty where, and how beats were patrolled. Every look is journalled before a byte is served. */
export const shiftRoutes = ({ supervision }: Context) => {
  const views = createDutyViews(supervision)
  const looked = (what: string) => (asked: { readonly query: unknown }) => ({
    what: 'duty' as const,
    subject: `${what} ${JSON.stringify(asked.query)}`.slice(0, 400),
  })
  return [
    route({
      method: 'GET',
      path: '/api/shifts',
      needs: 'duty.view',
      query: board,
      viewed: looked('shifts'),
      watched: true,
      handle: async (asked) => {
        const q = asked.query as z.infer<typeof board>
        return done(await views.board(userOf(asked), q.day, q.at))
      },
    }),
    route({
      method: 'GET',
      path: '/api/beats',
      needs: 'duty.view',
      query: beats,
      viewed: looked('beats'),
      watched: true,
      handle: async (asked) => done(await views.beats(userOf(asked), asked.query as z.infer<typeof beats>)),
    }),
    route({
      method: 'GET',
      path: '/api/beats/heat',
      needs: 'duty.view',
      query: heat,
      viewed: looked('heat'),
      watched: true,
      handle: async (asked) => done(await views.heat(userOf(asked), asked.query as z.infer<typeof heat>)),
    }),
    route({
      method: 'GET',
      path: '/api/beats/stops',
      needs: 'duty.view',
      query: stops,
      viewed: looked('stops'),
      watched: true,
      handle: async (asked) => done(await views.stops(userOf(asked), asked.query as z.infer<typeof stops>)),
    }),
  ]
}
