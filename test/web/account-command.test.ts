import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountCommand } from '../../server/commands/account.ts'
import { findAccount, passwordMatches } from '../../server/web/accounts.ts'
import { movingClock, openJournal, openStore } from './house.ts'

let store: Awaited<ReturnType<typeof openStore>>
const clock = movingClock()
const journal = openJournal(clock)
beforeAll(async () => {
  store = await openStore()
})
afterAll(() => store?.close())

const account = (args: string, password = '') =>
  accountCommand({ database: store.database, journal, clock }, args.split(' '), async () => password)
const LONG = 'correct horse battery'

describe('accounts of a real installation are made by a command on the host', () => {
  it.each([
    ['create', /COMMAND and NAME/],
    ['create x --role king', /king; one of supervisor/],
    ['promote x', /create, password, disable or totp/],
    ['disable x y', /COMMAND and NAME/],
    ['create x --rule chief', /--rule/],
  ])('%s: a wrong call is told what would be right', async (args, says) =>
    expect(await account(args)).toMatchObject({ code: 2, says: expect.stringMatching(says) }),
  )
  it('a short password is refused', async () =>
    expect(await account('create anna --role auditor', 'short')).toMatchObject({
      code: 1,
      says: expect.stringMatching(/12/),
    }))
  it('creates, journalled, and refuses the same name again', async () => {
    expect((await account('create anna --role auditor --person p1', LONG)).code).toBe(0)
    expect((await account('create anna --role auditor', LONG)).code).toBe(1)
    expect(journal.said('account.created').map((o) => o.data)).toEqual([
      { by: 'system', name: 'anna', officer: null, role: 'auditor', unit: null },
    ])
  })
  it('三员分立: one person cannot be given two of the three', async () =>
    expect(await account('create bert --role system-admin --person p1', LONG)).toMatchObject({
      code: 1,
      says: expect.stringMatching(/三员/),
    }))
  it('a unit leader needs a unit', async () =>
    expect(await account('create carl --role unit-leader', LONG)).toMatchObject({
      code: 1,
      says: expect.stringMatching(/--unit/),
    }))
  it('changes the password', async () => {
    expect((await account('password anna', `${LONG} staple`)).code).toBe(0)
    const anna = await findAccount(store.database, 'anna')
    expect(await passwordMatches(anna, `${LONG} staple`)).toBe(true)
    expect(await passwordMatches(anna, LONG)).toBe(false)
  })
  it('switches the second factor on and off', async () => {
    expect((await account('totp anna')).says).toMatch(/secret [A-Z2-7]{32}\notpauth:\/\/totp\/custodes:anna\?/)
    expect((await findAccount(store.database, 'anna'))?.totpSecret).toHaveLength(20)
    await account('totp anna --off')
    expect((await findAccount(store.database, 'anna'))?.totpSecret).toBeNull()
  })
  it('disables with a reason', async () => {
    expect((await account('disable anna')).code).toBe(2)
    expect((await account('disable nobody --reason left')).code).toBe(1)
    expect((await account('disable anna --reason left --by chief')).code).toBe(0)
    expect((await findAccount(store.database, 'anna'))?.disabled).toBe(true)
    expect(journal.said('account.disabled').at(-1)?.data).toEqual({ by: 'chief', name: 'anna', reason: 'left' })
  })
})
