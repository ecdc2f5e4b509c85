import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { minutes } from '../../server/domain/time.ts'
import { createAccounts, disableAccount, setTotp } from '../../server/web/accounts.ts'
import { hotp, stepOf } from '../../server/web/totp.ts'
import { client, type House, logIn, openHouse, openStore, PASSWORD, until } from './house.ts'
import { connect } from './socket.ts'

let store: Awaited<ReturnType<typeof openStore>>
let house: House
beforeAll(async () => {
  store = await openStore()
  house = await openHouse({ database: store.database })
})
afterAll(async () => {
  await house?.close()
  await store?.close()
})
beforeEach(async () => {
  await store.database.query('delete from login_attempt')
})

const attempt = (name: string, password: string, more: object = {}) =>
  client(house.url).ask('POST', '/api/session', { name, password, ...more })

describe('an opaque session of at least 128 bits, httpOnly and SameSite', () => {
  it('the cookie says so and holds 256 bits', async () => {
    const { headers, body } = await attempt('chief', PASSWORD)
    expect(headers.get('set-cookie')).toMatch(/^custodes=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
    expect(body.user).toMatchObject({
      name: 'chief',
      role: 'chief',
      permissions: expect.arrayContaining(['zones.edit']),
    })
  })
  it('the store holds only its hash', async () => {
    const token = (await logIn(house, 'chief')).cookie()!.split('=')[1]!
    const rows = await store.database.query(`select encode(token_hash, 'escape') as t, * from session`)
    expect(JSON.stringify(rows)).not.toContain(token)
  })
  it('every login gives a new token', async () =>
    expect((await logIn(house, 'chief')).cookie()).not.toBe((await logIn(house, 'chief')).cookie()))
  it('is journalled when opened, refused and closed', async () => {
    const c = await logIn(house, 'leader')
    await attempt('leader', 'wrong')
    expect((await c.ask('DELETE', '/api/session')).status).toBe(200)
    const said = house.journal.said('session.opened', 'session.refused', 'session.closed').slice(-3)
    expect(said.map((o) => [o.kind, o.data])).toEqual([
      ['session.opened', { by: 'leader', remoteAddress: '127.0.0.1' }],
      ['session.refused', { name: 'leader', remoteAddress: '127.0.0.1', reason: 'wrong-credentials' }],
      ['session.closed', { by: 'leader', reason: 'logout' }],
    ])
  })
  it('is over after logout', async () => {
    const c = await logIn(house, 'leader')
    const kept = c.cookie()!
    await c.ask('DELETE', '/api/session')
    expect((await client(house.url, kept).ask('GET', '/api/session')).body).toMatchObject({
      error: 'session-ended',
      detail: { reason: 'logout' },
    })
  })
})

describe('idle at most 15 minutes, absolute at most 12 hours', () => {
  it('14 minutes without a request are fine, 15 are not', async () => {
    const c = await logIn(house, 'chief')
    house.world.forward(minutes(14))
    expect((await c.ask('GET', '/api/session')).status).toBe(200)
    house.world.forward(minutes(15))
    expect((await c.ask('GET', '/api/session')).body).toMatchObject({ detail: { reason: 'idle' } })
  })
  it('a busy session ends after 12 hours', async () => {
    const c = await logIn(house, 'chief')
    for (let m = 0; m < 12 * 60 - 10; m += 10) {
      house.world.forward(minutes(10))
      expect((await c.ask('GET', '/api/session')).status).toBe(200)
    }
    house.world.forward(minutes(10))
    expect((await c.ask('GET', '/api/session')).body).toMatchObject({ detail: { reason: 'expired' } })
  })
  it('ended sessions are forgotten after a week', async () => {
    const c = await logIn(house, 'auditor')
    await c.ask('DELETE', '/api/session')
    const count = async () => (await store.database.query('select 1 from session where closed_at is not null')).length
    expect(await count()).toBeGreaterThan(0)
    house.world.forward(minutes(8 * 24 * 60))
    await house.web.sessions.sweep()
    await house.web.sessions.sweep()
    const old = await store.database.query('select 1 from session where closed_at < $1', [house.world() - minutes(60)])
    expect(old).toEqual([])
  })
  it('what ran out by itself is closed and journalled', async () => {
    await logIn(house, 'auditor')
    house.world.forward(minutes(16))
    await house.web.sessions.sweep()
    expect(house.journal.said('session.closed').at(-1)?.data).toMatchObject({ reason: 'idle' })
  })
})

describe('a revoked session loses its sockets within 2 s', () => {
  it('by disabling the account', async () => {
    await createAccounts({ database: store.database, journal: house.journal, clock: house.world }, [
      { name: 'leaver', displayName: 'L', role: 'supervisor', unit: null, password: PASSWORD },
    ])
    const c = await logIn(house, 'leaver')
    const socket = await connect(house.url, c.cookie())
    await disableAccount({ database: store.database, journal: house.journal, clock: house.world }, 'leaver', 'left')
    await until(() => socket.socket.disconnected, 2_000)
    expect(socket.heard.ended).toEqual([{ reason: 'revoked' }])
    expect((await c.ask('GET', '/api/session')).status).toBe(401)
    expect((await attempt('leaver', PASSWORD)).body.error).toBe('wrong-credentials')
  })
  it('by logging out', async () => {
    const c = await logIn(house, 'supervisor')
    const socket = await connect(house.url, c.cookie())
    await c.ask('DELETE', '/api/session')
    await until(() => socket.socket.disconnected, 2_000)
    expect(socket.heard.ended).toEqual([{ reason: 'logout' }])
  })
  it('by leaving the console alone', async () => {
    const socket = await connect(house.url, (await logIn(house, 'supervisor')).cookie())
    house.world.forward(minutes(15))
    await until(() => socket.socket.disconnected, 2_000)
    expect(socket.heard.ended).toEqual([{ reason: 'idle' }])
  })
})

describe('a person who watches and touches the console is not idle', () => {
  it('`here` keeps the session, and cannot wake one that has ended', async () => {
    const c = await logIn(house, 'supervisor')
    const socket = await connect(house.url, c.cookie())
    house.world.forward(minutes(14))
    socket.socket.emit('here')
    await new Promise((resolve) => setTimeout(resolve, 200))
    house.world.forward(minutes(14))
    expect((await c.ask('GET', '/api/session')).status).toBe(200)
    house.world.forward(minutes(15))
    socket.socket.emit('here')
    await until(() => socket.socket.disconnected, 2_000)
    expect((await c.ask('GET', '/api/session')).body).toMatchObject({ detail: { reason: 'idle' } })
  })
  it('what a page asks for by itself keeps no session open: everybody may have left it', async () => {
    const [left, used] = [await logIn(house, 'supervisor'), await logIn(house, 'supervisor')]
    house.world.forward(minutes(14))
    expect((await left.ask('GET', '/api/devices')).status).toBe(200)
    expect((await used.ask('GET', '/api/findings')).status).toBe(200)
    house.world.forward(minutes(2))
    expect((await left.ask('GET', '/api/devices')).body).toMatchObject({ detail: { reason: 'idle' } })
    expect((await used.ask('GET', '/api/findings')).status).toBe(200)
  })
})

describe('five failures lock for 15 minutes', () => {
  it('the account, also for the right password', async () => {
    for (let i = 0; i < 5; i++) expect((await attempt('chief', 'wrong')).status).toBe(401)
    const { status, headers, body } = await attempt('chief', PASSWORD)
    expect([status, body.error]).toEqual([429, 'locked'])
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(14 * 60)
    expect(body.message.zh).toMatch(/15 分钟/)
    house.world.forward(minutes(15))
    expect((await attempt('chief', PASSWORD)).status).toBe(200)
  })
  it('the address, whatever names are tried', async () => {
    for (let i = 0; i < 5; i++) await attempt(`nobody${i}`, 'wrong')
    expect((await attempt('leader', PASSWORD)).status).toBe(429)
  })
  it('many at once get no more guesses', async () => {
    const statuses = await Promise.all(Array.from({ length: 12 }, async () => (await attempt('chief', 'wrong')).status))
    expect(statuses.filter((s) => s === 401)).toHaveLength(5)
    expect(statuses.filter((s) => s === 429)).toHaveLength(7)
    house.world.forward(minutes(16))
  })
  it('a right password in between starts again', async () => {
    for (let i = 0; i < 4; i++) await attempt('chief', 'wrong')
    expect((await attempt('chief', PASSWORD)).status).toBe(200)
    for (const _ of [1]) expect((await attempt('chief', 'wrong')).status).toBe(401)
  })
})

describe('an unknown name is answered as a wrong password is, and costs as much', () => {
  it('same words', async () => expect((await attempt('nobody', 'x')).body).toEqual((await attempt('chief', 'x')).body))
  // Processor time, not the wall clock: what the machine does besides must not decide.
  it('the same processor time, within a factor of three', async () => {
    const time = async (name: string): Promise<number> => {
      const times: number[] = []
      for (let i = 0; i < 5; i++) {
        await store.database.query('delete from login_attempt')
        const begun = process.cpuUsage()
        await attempt(name, 'x')
        const { user, system } = process.cpuUsage(begun)
        times.push(user + system)
      }
      return times.sort((a, b) => a - b)[2]!
    }
    const [known, unknown] = [await time('chief'), await time('nobody')]
    expect(Math.max(known, unknown) / Math.min(known, unknown)).toBeLessThan(3)
  })
})

describe('a second factor', () => {
  it('is asked for after the right password only, and a code works once', async () => {
    const secret = new TextEncoder().encode('12345678901234567890')
    await setTotp({ database: store.database, journal: house.journal, clock: house.world }, 'leader', secret)
    expect((await attempt('leader', 'wrong')).body.error).toBe('wrong-credentials')
    expect((await attempt('leader', PASSWORD)).body.error).toBe('second-factor-required')
    const code = hotp(secret, stepOf(house.world()))
    expect((await attempt('leader', PASSWORD, { code: code === '000000' ? '000001' : '000000' })).status).toBe(401)
    expect((await attempt('leader', PASSWORD, { code })).status).toBe(200)
    expect((await attempt('leader', PASSWORD, { code })).status).toBe(401)
    await setTotp({ database: store.database, journal: house.journal, clock: house.world }, 'leader', null)
  })
})

describe('三员分立: nobody holds two of the three administrators’ roles', () => {
  const account = (name: string, role: 'auditor' | 'system-admin' | 'security-admin' | 'chief') => ({
    name,
    displayName: name,
    role,
    unit: null,
    password: PASSWORD,
    person: 'one-and-the-same',
  })
  it('the database refuses the second', async () => {
    const house2 = { database: store.database, journal: house.journal, clock: house.world }
    await createAccounts(house2, [account('p-auditor', 'auditor'), account('p-chief', 'chief')])
    for (const role of ['system-admin', 'security-admin', 'auditor'] as const)
      await expect(createAccounts(house2, [account(`p2-${role}`, role)])).rejects.toThrow(
        /account_three_administrators/,
      )
  })
  it('a unit leader needs a unit', async () =>
    expect(
      createAccounts({ database: store.database, journal: house.journal, clock: house.world }, [
        { name: 'lost', displayName: 'x', role: 'unit-leader', unit: null, password: PASSWORD },
      ]),
    ).rejects.toThrow(/own_unit/))
})
