import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { bodies } from '../../contract/http.ts'
import { days } from '../../domain/time.ts'
import { refused } from '../../supervision/acts.ts'
import { evidenceOf } from '../../supervision/evidence.ts'
import type { Context } from '../context.ts'
import { badRequest } from '../refusals.ts'
import { done, route, userOf } from '../route.ts'

/** A sample rests on so many entries at most. */
const MOST_ENTRIES = 50
const seqs = z.object({
  seqs: z
    .string()
    .regex(/^\d{1,15}(,\d{1,15})*$/, 'numbers with commas between them')
    .transform((text) => text.split(',').map(Number))
    .pipe(z.array(z.number().int().nonnegative()).max(MOST_ENTRIES)),
})

const goesOn = refused(409, {
  error: 'running',
  message: {
    zh: '已有回测在进行，请等其结束或先取消。',
    en: 'A back-test is running; wait for its end or cancel it first.',
  },
})

/** Trying other values of rules on the past: one run at a time for the house, journalled by whom. */
export const backtestRoutes = ({ journal, backtest, houseClock }: Context) => [
  route({
    method: 'GET',
    path: '/api/backtest',
    needs: 'rules.try',
    watched: true,
    handle: () => done(backtest.state()),
  }),
  route({
    method: 'POST',
    path: '/api/backtest',
    needs: 'rules.try',
    body: bodies.backtest,
    handle: async (asked) => {
      const { rules: spec, days: count } = asked.body
      const checked = backtest.check(spec)
      if (checked.is === 'problems') return badRequest(checked.problems.map((problem) => ({ at: 'rules', problem })))
      if (checked.changed.size === 0) return badRequest([{ at: 'rules', problem: 'names no rule' }])
      const by = userOf(asked).name
      const rules = [...checked.changed]
      const startedAt = houseClock()
      if (!backtest.start(checked, { by, startedAt, rules, spec, days: count })) return goesOn
      const data = { by, rules, spec: JSON.stringify(spec), from: startedAt - days(count), to: startedAt }
      try {
        const observation = { kind: 'backtest.started', observedAt: startedAt, data } as const
        await journal.append([{ source: 'console', key: randomUUID(), observation }])
      } catch (error) {
        // What is not on record does not run.
        await backtest.cancel('system')
        throw error
      }
      return done(backtest.state())
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/backtest',
    needs: 'rules.try',
    body: bodies.cancelBacktest,
    handle: async (asked) => {
      await backtest.cancel(userOf(asked).name)
      return done(backtest.state())
    },
  }),
  route({
    method: 'GET',
    path: '/api/entries',
    needs: 'rules.try',
    query: seqs,
    viewed: ({ query }) => ({ what: 'finding', subject: `entries ${query.seqs.join(',')}` }),
    handle: async (asked) => done({ entries: await evidenceOf(journal, asked.query.seqs) }),
  }),
]
