import { performance } from 'node:perf_hooks'
import { type CaseQuery, readCases } from '../../server/supervision/casework/table.ts'
import { testStore } from '../support/database.ts'
import { percentile } from './percentile.ts'
import type { BenchRow } from './row.ts'

const CASES = Number(process.env.CASES ?? 100_000)
const ROUNDS = 20

/** Pages of the list of cases out of a store of generated rows: how long a console waits for one. */
export const benchCasework = async (postgresqlUrl: string | undefined): Promise<BenchRow[]> => {
  const store = await testStore(postgresqlUrl)
  const database = await store.open()
  try {
    await database.query(
      `insert into casework_case (id, unit, type, opened_at, closed_at, due_at, items, leads, seq, view)
       select 'LA-' || lpad(n::text, 7, '0'), 'station-' || (n % 14),
              (array['public-order', 'administrative', 'criminal'])[1 + n % 3], 1767200000000 + n * 60000,
              case when n % 4 = 0 then null else 1767200000000 + n * 90000 end,
              case when n % 4 = 0 then 1769800000000 + n * 60000 else null end, n % 5,
              case when n % 97 = 0 then 1 else 0 end, n, jsonb_build_object('case', 'LA-' || n)
         from generate_series(1::bigint, ${CASES}::bigint) as n`,
    )
    await database.query('analyze casework_case')
    const base: CaseQuery = { sort: 'urgent', page: 1, pageSize: 50 }
    const asked: readonly (readonly [string, CaseQuery, string | undefined])[] = [
      ['first page, most urgent', base, undefined],
      ['page 1000', { ...base, page: 1_000 }, undefined],
      ['one unit, open, newest', { ...base, open: true, sort: '-openedAt' }, 'station-3'],
      ['with findings only', { ...base, overdue: true }, undefined],
      ['by a piece of the number', { ...base, text: '99999' }, undefined],
    ]
    const rows: BenchRow[] = []
    for (const [what, query, only] of asked) {
      const took: number[] = []
      for (let i = 0; i < ROUNDS; i++) {
        const begun = performance.now()
        await readCases(database, query, only)
        took.push(performance.now() - begun)
      }
      const p95 = percentile(took, 0.95)
      rows.push({
        id: 'CASES',
        what: `${CASES} cases, ${store.kind}: ${what}`,
        value: Number(p95.toFixed(1)),
        unit: 'ms p95',
        peer: null,
        peerValue: null,
        ratio: null,
        goal: 'under 200 ms',
        met: p95 < 200,
      })
    }
    return rows
  } finally {
    await database.close()
    store.remove()
  }
}
