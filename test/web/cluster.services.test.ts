import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { county, fix, type House, logIn, openHouse, openStore, say, until } from './house.ts'
import { connect } from './socket.ts'

let store: Awaited<ReturnType<typeof openStore>>
const houses: House[] = []
beforeAll(async () => {
  store = await openStore()
  for (let i = 0; i < 2; i++)
    houses.push(await openHouse({ database: store.database, config: { redisUrl: inject('redisUrl') } }))
})
afterAll(async () => {
  for (const house of houses) await house.close()
  await store?.close()
})

describe('two servers of one bureau', () => {
  it('know who is on duty at each other’s consoles', async () => {
    const [here, there] = [houses[0]!, houses[1]!]
    const one = await connect(here.url, (await logIn(here, 'supervisor')).cookie())
    const two = await connect(there.url, (await logIn(there, 'chief')).cookie())
    await until(() => one.heard.status.at(-1)?.onDuty.join() === 'CHIEF,SUPERVISOR', 10_000)
    await until(() => two.heard.status.at(-1)?.onDuty.join() === 'CHIEF,SUPERVISOR', 10_000)
    two.close()
    await until(() => one.heard.status.at(-1)?.onDuty.join() === 'SUPERVISOR', 10_000)
    one.close()
  })
  it('a login on one holds on the other, and a logout too', async () => {
    const c = await logIn(houses[0]!, 'supervisor')
    const there = await connect(houses[1]!.url, c.cookie())
    expect(there.problem).toBeUndefined()
    await c.ask('DELETE', '/api/session')
    await until(() => there.socket.disconnected, 2_000)
  })
  it('each tells its own consoles what it folded, once', async () => {
    const [here, there] = [houses[0]!, houses[1]!]
    const one = await connect(here.url, (await logIn(here, 'supervisor')).cookie())
    const two = await connect(there.url, (await logIn(there, 'supervisor')).cookie())
    await say(here.journal, ...county(here.clock()), fix('b-s1', here.clock(), 150))
    await until(() => one.heard.finding.length === 1)
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect([one.heard.finding.length, two.heard.finding.length]).toEqual([1, 0])
    one.close()
    two.close()
  })
})
