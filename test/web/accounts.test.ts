import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hotp, stepOf } from '../../server/web/totp.ts'
import { client, county, type House, logIn, openHouse, openStore, PASSWORD, say } from './house.ts'

let store: Awaited<ReturnType<typeof openStore>>
let house: House
let administrator: Awaited<ReturnType<typeof logIn>>
beforeAll(async () => {
  store = await openStore()
  house = await openHouse({ database: store.database })
  await say(house.journal, ...county(house.clock()))
  administrator = await logIn(house, 'security-admin')
})
afterAll(async () => {
  await house?.close()
  await store?.close()
})

const anna = { name: 'anna', displayName: '安娜', role: 'supervisor', unit: null, person: 'p77', password: PASSWORD }
const create = (more: object) => administrator.ask('POST', '/api/accounts', { ...anna, ...more })
const enter = (name: string, more: object = {}) =>
  client(house.url).ask('POST', '/api/session', { name, password: PASSWORD, ...more })

describe('the security administrator makes accounts, journalled, without ever seeing a password or a secret', () => {
  it('a new account can log in, and stands in the list', async () => {
    expect((await create({})).body.account).toMatchObject({ name: 'anna', person: 'p77', disabledAt: null })
    expect(house.journal.said('account.created').at(-1)!.data).toEqual({
      by: 'security-admin',
      name: 'anna',
      officer: null,
      role: 'supervisor',
      unit: null,
    })
    expect((await enter('anna')).status).toBe(200)
    const { body } = await administrator.ask('GET', '/api/accounts')
    expect(body.accounts.find((a: { name: string }) => a.name === 'anna').lastLoginAt).toEqual(expect.any(Number))
    expect(body.units.map((u: { id: string }) => u.id)).toContain('s1')
    expect(JSON.stringify(body)).not.toMatch(/argon2|hash/)
  })
  it.each([
    ['a name that is taken', {}, 409, 'account-exists'],
    ['a unit leader without a unit', { name: 'b', person: 'b', role: 'unit-leader' }, 422, 'unit-needed'],
    ['a unit that is not there', { name: 'b', person: 'b', unit: 'atlantis' }, 422, 'no-such-unit'],
    ['a short password', { name: 'b', person: 'b', password: 'short' }, 422, 'invalid'],
    [
      'a second of the three for one person',
      { name: 'b', person: 'auditor', role: 'system-admin' },
      409,
      'three-administrators',
    ],
    ['another role for themselves', { name: 'b', person: 'security-admin', role: 'chief' }, 403, 'own-rights'],
  ])('%s is refused, in both languages', async (_, more, status, error) => {
    const answer = await create(more)
    expect([answer.status, answer.body.error]).toEqual([status, error])
    expect(answer.body.message).toMatchObject({
      zh: expect.stringMatching(/[一-鿿]/),
      en: expect.stringMatching(/^[A-Z]/),
    })
  })
  it('a new password ends the sessions and is journalled without it', async () => {
    const before = await logIn(house, 'anna')
    const password = 'another battery staple'
    expect((await administrator.ask('POST', '/api/accounts/anna/password', { password })).status).toBe(200)
    expect((await before.ask('GET', '/api/session')).status).toBe(401)
    expect((await enter('anna')).status).toBe(401)
    expect((await enter('anna', { password })).status).toBe(200)
    expect(house.journal.said('account.password-set').at(-1)!.data).toEqual({ by: 'security-admin', name: 'anna' })
    await administrator.ask('POST', '/api/accounts/anna/password', { password: PASSWORD })
  })
  it('a second factor is enrolled once told, asked for from then on, and can be taken off', async () => {
    const { body } = await administrator.ask('POST', '/api/accounts/anna/second-factor', { on: true })
    expect(body.account.secondFactor).toBe(true)
    expect(body.enrolment.uri).toContain(`secret=${body.enrolment.secret}`)
    expect(JSON.stringify(house.journal.said('account.second-factor-set'))).not.toContain(body.enrolment.secret)
    expect((await enter('anna')).body.error).toBe('second-factor-required')
    expect((await enter('anna', { code: hotp(fromBase32(body.enrolment.secret), stepOf(house.world())) })).status).toBe(
      200,
    )
    const off = await administrator.ask('POST', '/api/accounts/anna/second-factor', { on: false })
    expect(off.body).toMatchObject({ account: { secondFactor: false }, enrolment: null })
    expect((await enter('anna')).status).toBe(200)
  })
  it('a disabled account is out at once; nobody disables their own', async () => {
    const held = await logIn(house, 'anna')
    expect((await administrator.ask('POST', '/api/accounts/anna/disable', { reason: '调离' })).status).toBe(200)
    expect((await held.ask('GET', '/api/session')).status).toBe(401)
    expect((await enter('anna')).status).toBe(401)
    const own = await administrator.ask('POST', '/api/accounts/security-admin/disable', { reason: '试试' })
    expect([own.status, own.body.error]).toEqual([403, 'own-account'])
  })
  it('an account that is not there is not found', async () => {
    for (const [what, body] of [
      ['disable', { reason: 'x' }],
      ['password', { password: PASSWORD }],
      ['second-factor', { on: true }],
    ] as const)
      expect((await administrator.ask('POST', `/api/accounts/nobody/${what}`, body)).status).toBe(404)
  })
})

const fromBase32 = (text: string): Uint8Array => {
  const bits = [...text].map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0')).join('')
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (b) => Number.parseInt(b, 2))
}
