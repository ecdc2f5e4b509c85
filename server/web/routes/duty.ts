import { bodies } from '../../contract/http.ts'
import type { UserView } from '../../contract/views.ts'
import { myDuty } from '../../supervision/roll-call/my-duty.ts'
import type { Context } from '../context.ts'
import { noOfficer, notFound } from '../refusals.ts'
import { done, route, userOf } from '../route.ts'

/** An officer's own page: their duty, and their answer to a roll-call. Whose it is says the account, never the request. */
export const dutyRoutes = ({ supervision, rollCalls }: Context) => {
  const viewFor = ({ officer }: UserView) => {
    if (officer === null) return noOfficer
    const view = myDuty(officer, supervision.now(), supervision.register)
    return view ? done(view) : notFound(officer)
  }

  return [
    route({ method: 'GET', path: '/api/duty', needs: 'duty.own', handle: (asked) => viewFor(userOf(asked)) }),
    route({
      method: 'POST',
      path: '/api/duty/answer',
      needs: 'duty.own',
      body: bodies.answerCall,
      handle: async (asked) => {
        const user = userOf(asked)
        if (user.officer === null) return noOfficer
        const outcome = await rollCalls.answer(user, user.officer, asked.body)
        return outcome.is === 'refused' ? outcome : viewFor(user)
      },
    }),
  ]
}
