import { randomUUID } from 'node:crypto'
import { bodies } from '../../contract/http.ts'
import { findAccount, passwordMatches, userView } from '../accounts.ts'
import type { Context } from '../context.ts'
import { locked, secondFactorRequired, wrongCredentials } from '../refusals.ts'
import { done, route, userOf } from '../route.ts'
import { acceptedStep } from '../totp.ts'

/** Login, who am I, logout, and what may be known before a login. */
export const sessionRoutes = (context: Context) => {
  const { database, journal, sessions, attempts, clock, houseClock } = context

  const refuse = async (name: string, remoteAddress: string, reason: string): Promise<void> => {
    const data = { name, remoteAddress, reason }
    const observation = { kind: 'session.refused', observedAt: houseClock(), data } as const
    await journal.append([{ source: 'console', key: randomUUID(), observation }])
  }

  return [
    route({ method: 'GET', path: '/api/welcome', needs: 'nobody', handle: () => done(context.welcome) }),
    route({
      method: 'POST',
      path: '/api/session',
      needs: 'nobody',
      body: bodies.login,
      handle: async ({ body: { name, password, code }, remoteAddress, setToken }) => {
        const attempt = await attempts.begin(name, remoteAddress)
        if (attempt.is === 'locked') {
          await refuse(name, remoteAddress, 'locked')
          return locked((attempt.until - clock()) / 1000)
        }
        const account = await findAccount(database, name)
        if (!(await passwordMatches(account, password)) || !account) {
          await refuse(name, remoteAddress, 'wrong-credentials')
          return wrongCredentials
        }
        if (account.totpSecret) {
          if (code === undefined) {
            await attempts.forget(attempt.id)
            return secondFactorRequired
          }
          const step = acceptedStep(account.totpSecret, code, clock(), account.totpStep)
          const taken =
            step !== undefined &&
            (await database.query(
              'update account set totp_step = $2 where name = $1 and coalesce(totp_step, -1) < $2 returning name',
              [name, step],
            ))
          if (!taken || taken.length === 0) {
            await refuse(name, remoteAddress, 'wrong-code')
            return wrongCredentials
          }
        }
        await attempts.succeeded(attempt.id, name)
        setToken(await sessions.open(account, remoteAddress))
        return done({ user: userView(account) })
      },
    }),
    route({
      method: 'GET',
      path: '/api/session',
      needs: 'session',
      handle: (asked) => done({ user: userOf(asked) }),
    }),
    route({
      method: 'DELETE',
      path: '/api/session',
      needs: 'session',
      handle: async ({ session, setToken }) => {
        await sessions.close(session!.id, 'logout')
        setToken(null)
        return done({})
      },
    }),
  ]
}
