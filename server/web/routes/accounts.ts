import { bodies } from '../../contract/http.ts'
import { ownUnitOnly } from '../../contract/roles.ts'
import { unitViews } from '../../supervision/picture.ts'
import { listAccounts } from '../account-list.ts'
import { createAccounts, disableAccount, findAccount, setPassword, setTotp } from '../accounts.ts'
import type { Context } from '../context.ts'
import * as refusals from '../refusals.ts'
import { done, route, userOf } from '../route.ts'
import { base32, newSecret, otpauthUri } from '../totp.ts'

/**
 * The security administrator's work. Every change is journalled before it is made; the database holds the three
 * administrators apart (三员分立). Nobody changes the rights of the person they are: not by another account either.
 */
export const accountRoutes = ({ database, journal, supervision, houseClock }: Context) => {
  const store = { database, journal, clock: houseClock }
  const viewOf = async (name: string) => (await listAccounts(database, name))[0]!

  return [
    route({
      method: 'GET',
      path: '/api/accounts',
      needs: 'accounts.edit',
      handle: async () => {
        const units = unitViews(supervision.register).map(({ id, name }) => ({ id, name }))
        return done({ accounts: await listAccounts(database), units })
      },
    }),
    route({
      method: 'POST',
      path: '/api/accounts',
      needs: 'accounts.edit',
      body: bodies.createAccount,
      handle: async (asked) => {
        const { body } = asked
        const by = userOf(asked).name
        if (await findAccount(database, body.name)) return refusals.accountExists(body.name)
        if (body.unit !== null && !supervision.register.unit(body.unit)) return refusals.noSuchUnit(body.unit)
        if (ownUnitOnly.has(body.role) && body.unit === null) return refusals.unitNeeded
        if (body.role === 'officer' && body.officer === null) return refusals.officerNeeded
        if (body.officer !== null) {
          const known = supervision.register.officer(body.officer)
          if (!known) return refusals.noSuchOfficer(body.officer)
          if (body.unit !== null && known.unit !== body.unit) return refusals.officerElsewhere(body.officer, known.unit)
        }
        const others = (await listAccounts(database)).filter((a) => a.person === body.person)
        if (others.some((a) => a.name === by)) return refusals.ownRights
        try {
          await createAccounts(store, [body], by)
        } catch (error) {
          if (String(error).includes('account_three_administrators')) return refusals.threeAdministrators(body.person)
          throw error
        }
        return done({ account: await viewOf(body.name) })
      },
    }),
    route({
      method: 'POST',
      path: '/api/accounts/:id/disable',
      needs: 'accounts.edit',
      body: bodies.disableAccount,
      handle: async (asked) => {
        const [name, by] = [asked.params.id!, userOf(asked).name]
        if (name === by) return refusals.ownAccount
        if (!(await disableAccount(store, name, asked.body.reason, by))) return refusals.notFound(name)
        return done({ account: await viewOf(name) })
      },
    }),
    route({
      method: 'POST',
      path: '/api/accounts/:id/password',
      needs: 'accounts.edit',
      body: bodies.setPassword,
      handle: async (asked) => {
        const name = asked.params.id!
        if (!(await setPassword(store, name, asked.body.password, userOf(asked).name))) return refusals.notFound(name)
        return done({ account: await viewOf(name) })
      },
    }),
    route({
      method: 'POST',
      path: '/api/accounts/:id/second-factor',
      needs: 'accounts.edit',
      body: bodies.setSecondFactor,
      handle: async (asked) => {
        const name = asked.params.id!
        const secret = asked.body.on ? newSecret() : null
        if (!(await setTotp(store, name, secret, userOf(asked).name))) return refusals.notFound(name)
        const enrolment = secret && { secret: base32(secret), uri: otpauthUri(name, secret) }
        return done({ account: await viewOf(name), enrolment })
      },
    }),
  ]
}
