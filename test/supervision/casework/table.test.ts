import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseObservation } from '../../../server/domain/observation/index.ts'
import { createEngine } from '../../../server/engine/engine.ts'
import { publicOrderLimit } from '../../../server/rules/case/public-order-limit.ts'
import { handoverLate } from '../../../server/rules/property/handover-late.ts'
import type { Database } from '../../../server/storage/database.ts'
import { createCasework } from '../../../server/supervision/casework/casework.ts'
import { type CaseQuery, entriesAbout, readCases, readItems } from '../../../server/supervision/casework/table.ts'
import { filed, inCase, seized, station } from '../../support/cases.ts'
import { testStore } from '../../support/database.ts'
import { at, type Moment } from '../../support/timeline.ts'

const rules = [publicOrderLimit, handoverLate]
const day = '2026-03-02 09:00'
const moments: readonly Moment[] = [
  station,
  filed(day),
  seized('2026-03-02 10:00'),
  filed('2026-03-02 11:00', { case: 'c2' }),
  filed('2026-03-02 12:00', { case: 'c3', unit: 'other' }),
  inCase('case.closed', { result: 'decided', case: 'c2' })('2026-03-02 13:00'),
]
const all: CaseQuery = { sort: 'urgent', page: 1, pageSize: 50 }

let store: Awaited<ReturnType<typeof testStore>>
let database: Database
beforeAll(async () => {
  store = await testStore()
  database = await store.open()
  const engine = createEngine(rules)
  const titles = new Map(rules.map((r) => [r.id, r]))
  const casework = createCasework({
    database,
    register: engine.register,
    deadlinesOf: engine.deadlinesOf,
    ruleWord: (rule) => ({ title: titles.get(rule)!.title, grade: titles.get(rule)!.grade }),
  })
  moments.forEach(([when, kind, data], seq) => {
    const parsed = parseObservation({ kind, observedAt: at(when), data })
    if (parsed.is === 'fault') throw new Error(parsed.problem)
    const entry = { seq, recordedAt: at(when), observation: parsed.observation }
    engine.apply(entry)
    casework.entry(entry)
  })
  await casework.flush()
})
afterAll(async () => {
  await database?.close()
  store?.remove()
})

describe('the list of cases, out of the store', () => {
  it('shows a case with its property and the clock that runs out first', async () => {
    const { items, total } = await readCases(database, all, 'station-1')
    expect(total).toBe(2)
    expect(items[0]).toMatchObject({ case: 'c1', items: 1, next: { rule: 'property.handover-late' } })
  })
  it('narrows by unit, by state, by text, and by page', async () => {
    expect((await readCases(database, all, undefined)).total).toBe(3)
    expect((await readCases(database, all, null)).total).toBe(0)
    expect((await readCases(database, { ...all, open: false }, 'station-1')).items.map((c) => c.case)).toEqual(['c2'])
    expect((await readCases(database, { ...all, text: 'c1' }, undefined)).total).toBe(1)
    expect((await readCases(database, { ...all, page: 2, pageSize: 1 }, 'station-1')).items).toHaveLength(1)
    expect((await readCases(database, { ...all, overdue: true }, undefined)).total).toBe(0)
  })
  it('an item has its own clock', async () =>
    expect((await readItems(database, all, 'station-1')).items).toMatchObject([
      { item: 'i1', next: { rule: 'property.handover-late', dueAt: at('2026-03-03 10:00') } },
    ]))
  it('knows which entries speak of a case and of its thing', async () => {
    expect(await entriesAbout(database, 'case/c1', 10)).toEqual([1, 2])
    expect(await entriesAbout(database, 'item/i1', 10)).toEqual([2])
    expect(await entriesAbout(database, 'case/c2', 1)).toEqual([5])
  })
})
