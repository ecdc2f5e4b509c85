import { z } from 'zod'
import { bandPositions, type CaseLine, caseListTypes, caseSorts } from '../../contract/casework.ts'
import { onlyUnit, sees, sightOf } from '../../supervision/access.ts'
import { lineOf } from '../../supervision/casework/line.ts'
import { caseRow, deadlines, itemRow, subjectsOf } from '../../supervision/casework/rows.ts'
import {
  type CaseQuery,
  type DecisionQuery,
  decisionsOfCase,
  entriesAbout,
  itemsOfCase,
  readBandRates,
  readCaseRow,
  readCases,
  readDecisions,
  readItemRow,
  readItems,
} from '../../supervision/casework/table.ts'
import type { Context } from '../context.ts'
import { flag, instant, list, paging } from '../query.ts'
import { notFound } from '../refusals.ts'
import { done, route, userOf } from '../route.ts'

const query = z.object({
  unit: z.string().max(128).optional(),
  type: list(caseListTypes),
  open: flag,
  overdue: flag,
  text: z.string().max(128).optional(),
  sort: z.enum(caseSorts).default('urgent'),
  ...paging,
})
const decisionQuery = z.object({
  unit: z.string().max(128).optional(),
  lies: list(bandPositions),
  text: z.string().max(128).optional(),
  ...paging,
})
const rateQuery = z.object({ from: instant.optional(), to: instant.optional() })
/** An export holds at most so many rows; more than that is asked for in parts. */
const MOST_ROWS = 20_000
/** Entries on one card. */
const MOST_LINES = 300

/** Cases, their clocks, their property and their decisions. Every look is journalled before a byte is served. */
export const caseRoutes = ({ supervision, database }: Context) => {
  const lineAbout = async (subject: string) => {
    const seqs = await entriesAbout(database, subject, MOST_LINES + 1)
    const stored = await supervision.journal.inspect(seqs.slice(-MOST_LINES))
    const { persons } = supervision.custody.memory
    const line: readonly CaseLine[] = stored
      .map(({ entry }) => lineOf(entry, (person) => persons[person]?.name ?? undefined))
      .sort((a, b) => a.at - b.at || a.seq - b.seq)
    const stays = new Set(
      stored.flatMap(({ entry: { observation: o } }) =>
        'stay' in o.data && typeof o.data.stay === 'string' ? [o.data.stay] : [],
      ),
    )
    return { line, stays: [...stays], truncated: seqs.length > MOST_LINES }
  }
  return [
    route({
      method: 'GET',
      path: '/api/cases',
      needs: 'cases.view',
      query,
      viewed: ({ query: q }) => ({ what: 'case', subject: `list ${JSON.stringify(q)}`.slice(0, 400) }),
      handle: async (asked) => {
        await supervision.written()
        return done(await readCases(database, asked.query as CaseQuery, onlyUnit(sightOf(userOf(asked)))))
      },
    }),
    route({
      method: 'GET',
      path: '/api/cases/export',
      needs: 'cases.view',
      query,
      viewed: ({ query: q }) => ({ what: 'export', subject: `cases ${JSON.stringify(q)}`.slice(0, 400) }),
      handle: async (asked) => {
        await supervision.written()
        const q = { ...(asked.query as CaseQuery), page: 1, pageSize: MOST_ROWS }
        const { items, total } = await readCases(database, q, onlyUnit(sightOf(userOf(asked))))
        return done({ rows: items, truncated: total > items.length })
      },
    }),
    route({
      method: 'GET',
      path: '/api/property/export',
      needs: 'cases.view',
      query,
      viewed: ({ query: q }) => ({ what: 'export', subject: `property ${JSON.stringify(q)}`.slice(0, 400) }),
      handle: async (asked) => {
        await supervision.written()
        const q = { ...(asked.query as CaseQuery), page: 1, pageSize: MOST_ROWS }
        const { items, total } = await readItems(database, q, onlyUnit(sightOf(userOf(asked))))
        return done({ rows: items, truncated: total > items.length })
      },
    }),
    route({
      method: 'GET',
      path: '/api/cases/:id',
      needs: 'cases.view',
      viewed: ({ params }) => ({ what: 'case', subject: params.id! }),
      handle: async (asked) => {
        const id = asked.params.id!
        await supervision.written()
        const { sources } = supervision.casework
        const facts = supervision.register.casework.case(id)
        const row = facts ? caseRow(facts, sources) : await readCaseRow(database, id)
        if (!row || !sees(sightOf(userOf(asked)), row.unit)) return notFound(id)
        return done({
          at: supervision.now(),
          case: row,
          deadlines: facts ? deadlines([...subjectsOf(facts), ...facts.items], sources) : [],
          property: await itemsOfCase(database, id),
          decisions: await decisionsOfCase(database, id),
          ...(await lineAbout(`case/${id}`)),
        })
      },
    }),
    route({
      method: 'GET',
      path: '/api/property',
      needs: 'cases.view',
      query,
      viewed: ({ query: q }) => ({ what: 'case', subject: `property ${JSON.stringify(q)}`.slice(0, 400) }),
      handle: async (asked) => {
        await supervision.written()
        return done(await readItems(database, asked.query as CaseQuery, onlyUnit(sightOf(userOf(asked)))))
      },
    }),
    route({
      method: 'GET',
      path: '/api/property/:id',
      needs: 'cases.view',
      viewed: ({ params }) => ({ what: 'case', subject: params.id! }),
      handle: async (asked) => {
        const id = asked.params.id!
        await supervision.written()
        const { sources } = supervision.casework
        const facts = supervision.register.casework.item(id)
        const row = facts ? itemRow(facts, sources) : await readItemRow(database, id)
        if (!row || !sees(sightOf(userOf(asked)), row.unit)) return notFound(id)
        return done({
          at: supervision.now(),
          item: row,
          deadlines: deadlines([id], sources),
          ...(await lineAbout(`item/${id}`)),
        })
      },
    }),
    route({
      method: 'GET',
      path: '/api/decisions',
      needs: 'cases.view',
      query: decisionQuery,
      viewed: ({ query: q }) => ({ what: 'case', subject: `decisions ${JSON.stringify(q)}`.slice(0, 400) }),
      handle: async (asked) => {
        await supervision.written()
        return done(await readDecisions(database, asked.query as DecisionQuery, onlyUnit(sightOf(userOf(asked)))))
      },
    }),
    route({
      method: 'GET',
      path: '/api/discretion/rates',
      needs: 'cases.view',
      query: rateQuery,
      viewed: ({ query: q }) => ({ what: 'case', subject: `discretion rates ${JSON.stringify(q)}` }),
      handle: async (asked) => {
        const { from, to } = asked.query as z.infer<typeof rateQuery>
        await supervision.written()
        const span = { from: from ?? 0, to: to ?? supervision.now() }
        return done({ rates: await readBandRates(database, span, onlyUnit(sightOf(userOf(asked)))) })
      },
    }),
  ]
}
