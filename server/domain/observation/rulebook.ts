import { z } from 'zod'
import { actor, id, instant, words } from './field.ts'

const proposal = id.describe('one proposal; the same id in the decision on it')
const role = id.describe('the role in which they acted; the second person must have another one')
const proposed = {
  proposal,
  rule: id.describe('id of the rule, such as patrol.leaves-beat'),
  validFrom: instant.describe(
    'from when on it shall hold; never earlier than the moment the second person agrees, when that is later',
  ),
  by: actor.describe('account of the first person'),
  role,
  reason: words,
}
const decided = { proposal, by: actor.describe('account of the second person, never the first one’s'), role }

/**
 * How the bureau sets what the law leaves open, and which rules run: two persons in two roles, with a reason and a
 * date. A number of the law cannot be changed this way.
 */
export const rulebookObservations = {
  'setting.proposed': z
    .object({
      ...proposed,
      param: id.describe('one of the rule’s local settings'),
      value: z
        .number()
        .nonnegative()
        .nullable()
        .describe('the new value, in the unit of the setting; null: the default'),
    })
    .describe('One person proposes another value for a local setting of a rule. Nothing changes yet.'),
  'setting.confirmed': z
    .object(decided)
    .describe(
      'A second person in another role agrees: the value holds from validFrom on. Without both persons it has no effect.',
    ),
  'setting.refused': z.object({ ...decided, reason: words }).describe('The second person does not agree.'),
  'rule.switch-proposed': z
    .object({ ...proposed, on: z.boolean().describe('true: the rule shall run; false: it shall not') })
    .describe('One person proposes to switch a rule on or off. Nothing changes yet.'),
  'rule.switched-on': z
    .object(decided)
    .describe('A second person agrees: the rule runs from validFrom on and reports what begins from then on.'),
  'rule.switched-off': z
    .object(decided)
    .describe('A second person agrees: the rule does not run from validFrom on; what it had open ends as unknown.'),
  'rule.switch-refused': z.object({ ...decided, reason: words }).describe('The second person does not agree.'),
  'backtest.started': z
    .object({
      by: actor,
      rules: z.array(id).max(64).readonly().describe('the rules that were tried with other values'),
      spec: z.string().max(20_000).describe('the values tried, as JSON'),
      from: instant.describe('findings counted from here on'),
      to: instant.describe('up to here'),
    })
    .describe('Somebody tried other values of rules on the journal. Nothing changes by it.'),
} as const
