import { afterAll, beforeAll, expect, it } from 'vitest'
import { county, fix, type House, logIn, openHouse, openStore, say, until } from './house.ts'

let store: Awaited<ReturnType<typeof openStore>>
let house: House
beforeAll(async () => {
  store = await openStore()
  house = await openHouse({ database: store.database })
  await say(house.journal, ...county(house.clock()))
})
afterAll(async () => {
  await house?.close()
  await store?.close()
})

it('runs', async () => {
  await say(house.journal, fix('b-s1', house.clock(), 150))
  const c = await logIn(house, 'supervisor')
  const snap = await c.ask('GET', '/api/snapshot')
  expect(snap.status).toBe(200)
  expect(snap.body.findings).toHaveLength(1)
  const id = encodeURIComponent(snap.body.findings[0].finding.id)
  const ack = await c.ask('POST', `/api/findings/${id}/acknowledge`, {})
  expect(ack.body).toMatchObject({ view: { status: 'acknowledged' } })
  expect((await c.ask('GET', '/api/findings?sort=grade&active=true')).body.total).toBe(1)
  expect((await c.ask('GET', `/api/findings/${id}`)).body.evidence).toHaveLength(1)
  const track = await c.ask(
    'GET',
    `/api/carriers/vehicle%2Fb-s1/track?from=${house.clock() - 60000}&to=${house.clock()}`,
  )
  expect(track.body.points).toHaveLength(1)
  expect((await c.ask('GET', `/api/replay?at=${house.clock()}`)).body.carriers[1].position).toEqual([116.05, 30.05])
  expect((await (await logIn(house, 'auditor')).ask('GET', '/api/audit')).body.total).toBeGreaterThan(5)
  await until(async () => (await c.ask('GET', '/readyz')).status === 200)
})
