import { bodies } from '../../contract/http.ts'
import { onlyUnit, sightOf } from '../../supervision/access.ts'
import { createProposals } from '../../supervision/proposals.ts'
import { ruleDetail, ruleState } from '../../supervision/rule-life.ts'
import { ruleView } from '../../supervision/rulebook-view.ts'
import type { Context } from '../context.ts'
import { notFound } from '../refusals.ts'
import { done, route, userOf } from '../route.ts'

/** The rulebook: what holds, what is proposed, and the two persons who set it. */
export const ruleRoutes = ({ supervision }: Context) => {
  const proposals = createProposals(supervision)
  return [
    route({
      method: 'GET',
      path: '/api/rules',
      needs: 'rules.view',
      handle: () => {
        const { rulebook } = supervision
        const now = supervision.now()
        return done({
          rules: rulebook.map((rule) => ruleView(rule, !supervision.failing().has(rule.id))),
          states: rulebook.map((rule) => ruleState(rule, supervision, now)),
        })
      },
    }),
    route({
      method: 'GET',
      path: '/api/rules/:id',
      needs: 'rules.view',
      handle: async (asked) => {
        const rule = supervision.rulebook.find((r) => r.id === asked.params.id)
        if (!rule) return notFound(asked.params.id!)
        await supervision.written()
        return done(await ruleDetail(rule, supervision, onlyUnit(sightOf(userOf(asked)))))
      },
    }),
    route({
      method: 'POST',
      path: '/api/rules/:id/settings',
      needs: 'rules.propose',
      body: bodies.proposeSetting,
      handle: (asked) => proposals.proposeSetting(userOf(asked), asked.params.id!, asked.body),
    }),
    route({
      method: 'POST',
      path: '/api/rules/:id/switch',
      needs: 'rules.propose',
      body: bodies.proposeSwitch,
      handle: (asked) => proposals.proposeSwitch(userOf(asked), asked.params.id!, asked.body),
    }),
    route({
      method: 'POST',
      path: '/api/proposals/:id/confirm',
      needs: 'rules.confirm',
      body: bodies.confirmProposal,
      handle: (asked) => proposals.confirm(userOf(asked), asked.params.id!),
    }),
    route({
      method: 'POST',
      path: '/api/proposals/:id/refuse',
      needs: 'rules.confirm',
      body: bodies.refuseProposal,
      handle: (asked) => proposals.refuse(userOf(asked), asked.params.id!, asked.body.reason),
    }),
  ]
}
