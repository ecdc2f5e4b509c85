import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { needsByClientMessage, needsByServerMessage, type ServerMessages } from '../../server/contract/live.ts'
import { may, type Role } from '../../server/contract/roles.ts'
import type { AnyRoute } from '../../server/web/route.ts'
import {
  callOf,
  caseRoom,
  client,
  county,
  fix,
  type House,
  logIn,
  observe,
  openHouse,
  openStore,
  people,
  rollCallOf,
  say,
  until,
  zoneOf,
} from './house.ts'
import { type Console, connect } from './socket.ts'

let store: Awaited<ReturnType<typeof openStore>>
let house: House
const cookies = new Map<string, string>()
beforeAll(async () => {
  store = await openStore()
  house = await openHouse({ database: store.database })
  await say(house.journal, ...county(house.clock()))
  for (const p of people) cookies.set(p.name, (await logIn(house, p.name)).cookie()!)
})
afterAll(async () => {
  await house?.close()
  await store?.close()
})

/** A role with a unit of its own, once each. */
const roles = people.filter((p) => !p.name.endsWith('2'))
const allowed = (role: Role, { needs }: AnyRoute): boolean =>
  needs === 'nobody' || needs === 'session' || may(role, needs)
const pathOf = (row: AnyRoute): string => row.path.replace(':id', 'no-such-thing')
const call = (row: AnyRoute, cookie: string | undefined) =>
  client(house.url, cookie).ask(row.method, pathOf(row), row.method === 'GET' ? undefined : {})
/** Logging in and out would spoil the sessions of the other rows; both have tests of their own. */
const isSessionItself = (row: AnyRoute) => row.path === '/api/session' && row.method !== 'GET'

describe('default deny: what is not in the table of roles is refused', () => {
  it('every route of the table names what it needs', () => {
    expect(house.web.routes.length).toBeGreaterThan(25)
    expect(house.web.routes.filter((r) => r.needs === 'nobody').map((r) => `${r.method} ${r.path}`)).toEqual([
      'GET /api/welcome',
      'POST /api/session',
    ])
  })

  it('without a session every other route answers 401', async () => {
    for (const row of house.web.routes.filter((r) => r.needs !== 'nobody'))
      expect((await call(row, undefined)).status, `${row.method} ${row.path}`).toBe(401)
  })

  it.each(roles)('$role: every route answers as the table says', async ({ name, role }) => {
    for (const row of house.web.routes.filter((r) => !isSessionItself(r))) {
      const { status, body } = await call(row, cookies.get(name))
      const what = `${role} ${row.method} ${row.path} → ${status} ${JSON.stringify(body).slice(0, 200)}`
      if (allowed(role, row)) expect([200, 404, 422], what).toContain(status)
      else expect([status, body.error], what).toEqual([403, 'not-permitted'])
    }
  })

  it('a refusal says what was wrong in both languages, and is journalled', async () => {
    const { body } = await client(house.url, cookies.get('auditor')).ask('GET', '/api/devices')
    expect(body).toMatchObject({ message: { zh: expect.stringMatching(/[一-鿿]/), en: expect.any(String) } })
    expect(house.journal.said('access.refused')).toContainEqual(
      expect.objectContaining({ data: { by: 'auditor', what: 'GET /api/devices', reason: 'needs devices.view' } }),
    )
  })

  it('a route that is not in the table does not exist', async () => {
    const { status, body } = await client(house.url, cookies.get('chief')).ask('GET', '/api/everything')
    expect([status, body.error]).toEqual([404, 'no-such-route'])
  })
})

describe('the same on the socket: role × message', () => {
  it('without a session there is no feed', async () =>
    expect((await connect(house.url, undefined)).problem).toBe('no-session'))
  it('with an invented one neither', async () =>
    expect((await connect(house.url, `custodes=${'A'.repeat(43)}`)).problem).toBe('no-session'))

  it.each(roles)('$role', async ({ name, role, unit }) => {
    const c: Console = await connect(house.url, cookies.get(name))
    if (!may(role, 'situation.view')) {
      // An officer's page is let in for its officer only; this account does not say who that is.
      expect(c.problem).toBe(may(role, 'duty.own') ? 'no-officer' : 'not-permitted')
      expect(Object.values(c.heard).flat()).toEqual([])
      return
    }
    await until(() => c.heard.snapshot.length === 1)
    const car = `b-${unit === 'bureau' ? 's1' : unit}`
    const now = house.clock()
    await say(
      house.journal,
      fix(car, now, 150),
      observe('zone.drawn', now, zoneOf('z-s1', 's1', now)),
      observe('device.disconnected', now, {
        device: 'jt808:bs1',
        carrier: 'vehicle/b-s1',
        protocol: 'jt808',
        reason: 'x',
      }),
      fix(car, now + 1, 50),
      observe('room.registered', now, caseRoom('s1')),
      observe('person.arrived', now, { stay: 'st', person: 'p', unit: 's1', source: 'gate', how: 'other' }),
      observe('call.received', now, { ...callOf('s1'), incident: `j-${role}` }),
      ...rollCallOf('s1', now, `rc-${role}`),
    )
    c.socket.emit('resync')
    const expected = (Object.keys(needsByServerMessage) as (keyof ServerMessages)[])
      // A console is not told of one officer's duty; that has a page of its own (roll-call.test.ts).
      .filter((m) => m !== 'ended' && m !== 'duty')
      .filter((m) => may(role, needsByServerMessage[m] as 'situation.view'))
    await until(() => expected.every((m) => c.heard[m].length > 0), 4_000)
    await until(
      () => c.heard.snapshot.length === (may(role, needsByClientMessage.resync as 'situation.view') ? 2 : 1),
      4_000,
    )
    expect((Object.keys(c.heard) as (keyof ServerMessages)[]).filter((m) => c.heard[m].length > 0)).toEqual(expected)
    c.close()
  })
})
