import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { IncidentView, OrderView } from '../../../server/contract/dispatch.ts'
import type { Database } from '../../../server/storage/database.ts'
import {
  createIncidentWriter,
  type IncidentQuery,
  readDispatchRates,
  readIncident,
  readIncidents,
} from '../../../server/supervision/dispatch/history.ts'
import { testStore } from '../../support/database.ts'

const M = 60_000
const order = (minutes: number | null, more: Partial<OrderView> = {}): OrderView => ({
  id: 'z',
  unit: 's1',
  carriers: ['vehicle/v1'],
  urgent: false,
  orderedAt: 2 * M,
  acknowledgedAt: 2 * M + 10_000,
  refused: null,
  delayed: null,
  moving: { desk: null, position: null, agreement: 'none' },
  arrived: { desk: null, position: minutes === null ? null : (2 + minutes) * M, agreement: 'none' },
  nearestM: null,
  recordings: [],
  fedBack: null,
  closedAt: null,
  promise: { minutes: 10, dueAt: 12 * M },
  ...more,
})
const call = (id: string, more: Partial<IncidentView> = {}): IncidentView => ({
  id,
  seq: 1,
  unit: 's1',
  channel: '110',
  area: 'urban',
  urgency: 'ordinary',
  category: null,
  test: false,
  testApprovedAt: null,
  testEndedAt: null,
  place: null,
  receivedAt: M,
  endedAt: M + 30_000,
  orders: [order(8)],
  overAt: null,
  findings: [],
  ...more,
})
const finding = {
  id: 'f',
  rule: 'dispatch.refused',
  grade: 'A',
  title: { zh: '', en: '' },
  since: 1,
  active: true,
  ends: false,
} as const

let store: Awaited<ReturnType<typeof testStore>>
let database: Database
let writer: ReturnType<typeof createIncidentWriter>
beforeAll(async () => {
  store = await testStore()
  database = await store.open()
  writer = createIncidentWriter(database)
  for (const one of [
    call('a-1'),
    call('a-2', { orders: [order(12)], findings: [finding] }),
    call('a-3', { orders: [order(null)] }),
    // Far from all others, so that any number it were counted in would show it.
    call('a-4', { test: true, orders: [order(500, { orderedAt: 300 * M, promise: null })] }),
    call('b-1', { unit: 's2', receivedAt: 9 * M, orders: [] }),
    call('c-1', { unit: null, receivedAt: 20 * M, orders: [] }),
  ])
    writer.keep(one)
  await writer.flush()
})
afterAll(async () => {
  await database?.close()
  store?.remove()
})

const all: IncidentQuery = { page: 1, pageSize: 50 }
const ids = async (q: Partial<IncidentQuery>, only?: string | null): Promise<string[]> =>
  (await readIncidents(database, { ...all, ...q }, only)).items.map((v) => v.id)

describe('calls of any number, out of the store', () => {
  it('newest first, page by page', async () => {
    expect(await ids({})).toEqual(['c-1', 'b-1', 'a-1', 'a-2', 'a-3', 'a-4'])
    expect(await readIncidents(database, { page: 2, pageSize: 4 }, undefined)).toMatchObject({ total: 6, page: 2 })
    expect(await ids({ page: 2, pageSize: 4 })).toEqual(['a-3', 'a-4'])
  })
  it('narrowed by time, unit, finding and text, each bound included', async () => {
    expect(await ids({ from: 9 * M, to: 20 * M })).toEqual(['c-1', 'b-1'])
    expect(await ids({ from: 9 * M + 1, to: 20 * M - 1 })).toEqual([])
    expect(await ids({ unit: 's2' })).toEqual(['b-1'])
    expect(await ids({ findings: true })).toEqual(['a-2'])
    expect(await ids({ text: '-1' })).toEqual(['c-1', 'b-1', 'a-1'])
    expect(await ids({ text: '%' })).toEqual([])
  })
  it('a unit sees its own; somebody of no unit sees none', async () => {
    expect(await ids({}, 's2')).toEqual(['b-1'])
    expect(await ids({ unit: 's1' }, 's2')).toEqual([])
    expect(await ids({}, null)).toEqual([])
  })
  it('an older state never covers a newer one', async () => {
    writer.keep(call('d-1', { receivedAt: 0, seq: 5, category: 'new' }))
    await writer.flush()
    writer.keep(call('d-1', { receivedAt: 0, seq: 4, category: 'old' }))
    await writer.flush()
    expect(await readIncident(database, 'd-1')).toMatchObject({ category: 'new' })
    expect(writer.backlog()).toBe(0)
    expect(await readIncident(database, 'nothing')).toBeUndefined()
  })
})

describe('what came of them', () => {
  const window = { from: M, to: 10 * M }
  it('test calls are counted, and in no other number', async () => {
    const [s1, s2] = await readDispatchRates(database, window, undefined)
    expect(s1).toEqual({
      unit: 's1',
      area: 'urban',
      urgency: 'ordinary',
      calls: 3,
      tests: 1,
      toOrder: { median: 30_000, base: 3 },
      toAcknowledge: { median: 10_000, base: 3 },
      toArrive: { median: 10 * M, base: 2 },
      // Of those with a promise whose arrival somebody saw.
      kept: { n: 1, base: 2 },
    })
    expect(s2).toMatchObject({ unit: 's2', calls: 1, tests: 0, toOrder: { median: null, base: 0 } })
  })
  it('a unit is told of itself', async () => {
    expect((await readDispatchRates(database, window, 's2')).map((r) => r.unit)).toEqual(['s2'])
    expect(await readDispatchRates(database, window, null)).toEqual([])
  })
})
