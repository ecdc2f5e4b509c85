import { z } from 'zod'
import { bodies } from '../../contract/http.ts'
import { may } from '../../contract/roles.ts'
import type { RollCallBoard } from '../../contract/roll-call.ts'
import type { Instant } from '../../domain/time.ts'
import { onlyUnit, sees, sightOf } from '../../supervision/access.ts'
import { cadenceView } from '../../supervision/roll-call/cadence-view.ts'
import { cycleDetail } from '../../supervision/roll-call/detail.ts'
import { readCycles, readRates, readRows } from '../../supervision/roll-call/history.ts'
import { rollCallAt } from '../../supervision/roll-call/roll-call-at.ts'
import type { Context } from '../context.ts'
import { instant, paging } from '../query.ts'
import { badRequest, notFound } from '../refusals.ts'
import { done, route, userOf } from '../route.ts'

/** An export holds at most so many rows; more than that is asked for in parts. */
const MOST_ROWS = 20_000
const span = { from: instant.optional(), to: instant.optional(), unit: z.string().min(1).max(128).optional() }
const boardQuery = z.object({ at: instant.optional() })
type BoardQuery = z.infer<typeof boardQuery>

/** Roll-calls: the board, what people do on it, what came of it, and the settings. */
export const rollCallRoutes = (context: Context) => {
  const { database, supervision, rollCalls } = context
  /** Folding the past anew costs; two consoles that look at one moment share it. */
  let past: { readonly at: Instant; readonly board: ReturnType<typeof rollCallAt> } | undefined

  const boardFor = async ({ at }: BoardQuery, seesUnit: (unit: string) => boolean): Promise<RollCallBoard> => {
    const now = supervision.now()
    if (at === undefined || at >= now) return supervision.rollCall.board(now, supervision.seq(), seesUnit)
    if (past?.at !== at) {
      const board = rollCallAt(at, supervision)
      past = { at, board }
      board.catch(() => {
        if (past?.board === board) past = undefined
      })
    }
    return (await past.board)(seesUnit)
  }
  const settingsNow = () => done(cadenceView(supervision.register, supervision.now()))

  return [
    route({
      method: 'GET',
      path: '/api/roll-call',
      needs: 'roll-call.view',
      query: boardQuery,
      viewed: ({ query: { at } }) => ({
        what: 'roll-call',
        subject: at === undefined ? 'board' : new Date(at).toISOString(),
      }),
      handle: async (asked) => {
        const sight = sightOf(userOf(asked))
        return done(await boardFor(asked.query as BoardQuery, (unit) => sees(sight, unit)))
      },
    }),
    route({
      method: 'GET',
      path: '/api/roll-calls',
      needs: 'roll-call.view',
      query: z.object({ ...span, ...paging }),
      viewed: () => ({ what: 'roll-call', subject: 'history' }),
      handle: async (asked) => {
        await supervision.written()
        return done(await readCycles(database, asked.query, onlyUnit(sightOf(userOf(asked)))))
      },
    }),
    route({
      method: 'GET',
      path: '/api/roll-calls/:id',
      needs: 'roll-call.view',
      viewed: ({ params }) => ({ what: 'roll-call', subject: params.id! }),
      handle: async (asked) => {
        const user = userOf(asked)
        const sight = sightOf(user)
        const detail = await cycleDetail(supervision, asked.params.id!, {
          seesUnit: (unit) => sees(sight, unit),
          seesNotes: may(user.role, 'roll-call.work'),
        })
        return detail ? done(detail) : notFound(asked.params.id!)
      },
    }),
    route({
      method: 'POST',
      path: '/api/roll-calls',
      needs: 'roll-call.work',
      body: bodies.startRollCall,
      handle: (asked) => rollCalls.start(userOf(asked), asked.body),
    }),
    route({
      method: 'POST',
      path: '/api/roll-calls/:id/retry',
      needs: 'roll-call.work',
      body: bodies.retryCall,
      handle: async (asked) => passed(await rollCalls.retry(userOf(asked), asked.params.id!, asked.body)),
    }),
    route({
      method: 'POST',
      path: '/api/roll-calls/:id/on-behalf',
      needs: 'roll-call.work',
      body: bodies.answerOnBehalf,
      handle: async (asked) => passed(await rollCalls.answerOnBehalf(userOf(asked), asked.params.id!, asked.body)),
    }),
    route({
      method: 'POST',
      path: '/api/roll-calls/:id/excuse',
      needs: 'roll-call.work',
      body: bodies.excuseFromCall,
      handle: async (asked) => passed(await rollCalls.excuse(userOf(asked), asked.params.id!, asked.body)),
    }),
    route({
      method: 'POST',
      path: '/api/roll-calls/:id/close',
      needs: 'roll-call.work',
      body: bodies.closeRollCall,
      handle: async (asked) => passed(await rollCalls.close(userOf(asked), asked.params.id!)),
    }),
    route({
      method: 'GET',
      path: '/api/roll-call/rates',
      needs: 'roll-call.view',
      query: z.object({ from: instant, to: instant }),
      viewed: () => ({ what: 'roll-call', subject: 'rates' }),
      handle: async (asked) => {
        const { from, to } = asked.query
        if (to < from) return badRequest([{ at: 'to', problem: 'must not lie before `from`' }])
        const sight = sightOf(userOf(asked))
        await supervision.written()
        const units = supervision.register
          .units()
          .map((u) => u.unit)
          .filter((unit) => sees(sight, unit))
        return done({ rates: await readRates(database, from, to, units) })
      },
    }),
    route({
      method: 'GET',
      path: '/api/roll-call/export',
      needs: 'roll-call.view',
      query: z.object(span),
      viewed: () => ({ what: 'export', subject: 'roll-call' }),
      handle: async (asked) => {
        await supervision.written()
        const rows = await readRows(database, asked.query, onlyUnit(sightOf(userOf(asked))), MOST_ROWS + 1)
        return done({ rows: rows.slice(0, MOST_ROWS), truncated: rows.length > MOST_ROWS })
      },
    }),
    route({ method: 'GET', path: '/api/roll-call/cadence', needs: 'roll-call.view', handle: settingsNow }),
    route({
      method: 'POST',
      path: '/api/roll-call/cadence',
      needs: 'roll-call.set',
      body: bodies.setCadence,
      handle: async (asked) => {
        const outcome = await rollCalls.setCadence(userOf(asked), asked.body)
        return outcome.is === 'refused' ? outcome : settingsNow()
      },
    }),
  ]
}

/** What was done changes what the feed shows; the reply itself has nothing to say. */
const passed = (outcome: Awaited<ReturnType<Context['rollCalls']['retry']>>) =>
  outcome.is === 'refused' ? outcome : done({})
