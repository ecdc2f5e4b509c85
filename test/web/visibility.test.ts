import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FindingView } from '../../server/contract/views.ts'
import { county, fix, type House, logIn, observe, openHouse, openStore, say, until, zoneOf } from './house.ts'
import { connect } from './socket.ts'

let store: Awaited<ReturnType<typeof openStore>>
let house: House
const findings: FindingView[] = []
beforeAll(async () => {
  store = await openStore()
  house = await openHouse({ database: store.database })
  await say(house.journal, ...county(house.clock()))
  const now = house.clock()
  for (const unit of ['s1', 's2'])
    for (const grade of ['a', 'b', 'c']) await say(house.journal, fix(`${grade}-${unit}`, now, 150))
  findings.push(...[...house.supervision.cases.all()].map((c) => c.view))
})
afterAll(async () => {
  await house?.close()
  await store?.close()
})

/** Everything of the other station carries its name: cars, plates, devices, zones, findings. */
const foreign = /s2/

describe('a unit leader never receives anything of another unit', () => {
  it('the test would notice: a supervisor receives both', async () => {
    const c = await logIn(house, 'supervisor')
    expect(JSON.stringify((await c.ask('GET', '/api/snapshot')).body)).toMatch(foreign)
    expect((await c.ask('GET', '/api/findings')).body.total).toBe(6)
  })

  it.each([
    '/api/snapshot',
    '/api/findings?pageSize=500',
    '/api/findings?unit=s2',
    '/api/zones',
    '/api/replay?at=AT',
    '/api/carriers/vehicle%2Fb-s1',
    '/api/carriers/vehicle%2Fb-s1/track?from=FROM&to=AT',
  ])('%s', async (path) => {
    const c = await logIn(house, 'unit-leader')
    await new Promise((resolve) => setTimeout(resolve, 20))
    const at = house.clock()
    const { status, body } = await c.ask('GET', path.replace('AT', String(at)).replace('FROM', String(at - 60_000)))
    expect(status).toBe(200)
    expect(JSON.stringify(body)).not.toMatch(foreign)
    // It is not empty either, where the own unit has something to show.
    if (!path.includes('unit=s2')) expect(JSON.stringify(body)).toMatch(/s1|116.05/)
  })

  it.each([
    '/api/carriers/vehicle%2Fb-s2',
    '/api/carriers/vehicle%2Fb-s2/track?from=1&to=2',
    '/api/zones/z-s2/history',
  ])('%s is not there', async (path) => {
    const { status, body } = await (await logIn(house, 'unit-leader')).ask('GET', path)
    expect([status, body.error]).toEqual([404, 'not-found'])
  })

  it('nor any finding of another unit, whatever is tried on it', async () => {
    const c = await logIn(house, 'unit-leader')
    const id = encodeURIComponent(
      findings.find((f) => f.finding.concerns.unit === 's2' && f.finding.grade === 'C')!.finding.id,
    )
    for (const [method, path, body] of [
      ['GET', '', undefined],
      ['POST', '/acknowledge', {}],
      ['POST', '/note', { note: 'n' }],
      ['POST', '/dismiss', { outcome: 'rule-fault', reason: 'r' }],
    ] as const)
      expect((await c.ask(method, `/api/findings/${id}${path}`, body)).status).toBe(404)
  })

  it('the counts of the top strip are of the own unit', async () => {
    const c = await logIn(house, 'unit-leader')
    const { body } = await c.ask('GET', '/api/snapshot')
    expect(body.status.unacknowledged).toEqual({ A: 1, B: 1, C: 1 })
  })

  it('the live feed: snapshot, positions, findings, carriers, zones, status', async () => {
    const supervisor = await logIn(house, 'supervisor')
    const all = await connect(house.url, supervisor.cookie())
    const own = await connect(house.url, (await logIn(house, 'unit-leader')).cookie())
    const theirs = await connect(house.url, (await logIn(house, 'unit-leader2')).cookie())
    const now = house.clock()
    for (const unit of ['s1', 's2'])
      await say(
        house.journal,
        fix(`a-${unit}`, now + 1, 20),
        observe('zone.drawn', now, zoneOf(`z-${unit}`, unit, now)),
        observe('device.disconnected', now, {
          device: `jt808:a${unit}`,
          carrier: `vehicle/a-${unit}`,
          protocol: 'jt808',
          reason: 'x',
        }),
      )
    const names = ['snapshot', 'positions', 'finding', 'carrier', 'zone', 'status'] as const
    await until(() => [own, theirs, all].every((c) => names.every((n) => c.heard[n].length > 0)), 4_000)
    expect(JSON.stringify(all.heard)).toMatch(foreign)
    expect(JSON.stringify(own.heard)).not.toMatch(foreign)
    expect(JSON.stringify(theirs.heard)).not.toMatch(/s1/)
    expect(own.heard.status.at(-1)!.onDuty).toEqual(['UNIT-LEADER'])
    for (const c of [all, own, theirs]) c.close()
  })

  it('a zone of no unit is for everybody', async () => {
    const own = await connect(house.url, (await logIn(house, 'unit-leader')).cookie())
    await say(house.journal, observe('zone.drawn', house.clock(), zoneOf('everywhere', null, house.clock())))
    await until(() => own.heard.zone.some((z) => z.view.id === 'everywhere'))
    own.close()
  })
})
