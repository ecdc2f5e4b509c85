import { z } from 'zod'
import { actor, id, instant, words } from './field.ts'

const act = { by: actor }
const onFinding = { finding: z.string().min(1).max(400), ...act }

/** How a verification can end. Exoneration is an outcome (mission: 为干警澄清是非). */
export const outcomes = [
  'substantiated',
  'lawful-exception',
  'cleared-by-evidence',
  'sensor-fault',
  'rule-fault',
] as const

/** What people do at the console: the supervisors are supervised. */
export const supervisionObservations = {
  'finding.acknowledged': z.object({ ...onFinding }),
  'finding.claimed': z.object({ ...onFinding, takenOverFrom: actor.nullable() }),
  'finding.released': z.object({ ...onFinding }),
  'finding.shelved': z.object({ ...onFinding, until: instant, reason: words, secondedBy: actor.nullable() }),
  /** Grade A: waits for a second person. */
  'finding.shelving-proposed': z.object({ ...onFinding, until: instant, reason: words }),
  'finding.shelving-refused': z.object({ ...onFinding, reason: words }),
  'finding.unshelved': z.object({ ...onFinding }),
  'finding.noted': z.object({ ...onFinding, note: words }),
  'finding.verified': z.object({ ...onFinding, outcome: z.enum(outcomes), reason: words }),
  'finding.dismissal-proposed': z.object({ ...onFinding, outcome: z.enum(outcomes), reason: words }),
  'finding.dismissal-confirmed': z.object({ ...onFinding }),
  'finding.dismissal-refused': z.object({ ...onFinding, reason: words }),
  'finding.closed': z.object({ ...onFinding, reason: words }),
  'session.opened': z.object({ ...act, remoteAddress: z.string() }),
  'session.refused': z.object({ name: z.string(), remoteAddress: z.string(), reason: z.string() }),
  'session.closed': z.object({ ...act, reason: z.enum(['logout', 'idle', 'expired', 'revoked', 'replaced']) }),
  'access.refused': z.object({ by: actor.nullable(), what: z.string(), reason: z.string() }),
  'view.opened': z.object({
    ...act,
    what: z.enum([
      'situation',
      'finding',
      'track',
      'replay',
      'carrier',
      'audit',
      'export',
      'device',
      'custody',
      'case',
      'ticket',
      'stay',
      'identity',
      'camera',
      'snapshot',
      'roll-call',
      'look',
      'duty',
      'footage',
      'preview',
      'timeline',
    ]),
    subject: z.string(),
    purpose: z.string(),
  }),
  'carrier.locate-asked': z.object({ ...act, carrier: id }),
  'account.created': z.object({
    ...act,
    name: actor,
    role: z.string(),
    unit: id.nullable(),
    officer: id.nullable().default(null).describe('their number in the register; null: not said'),
  }),
  'account.disabled': z.object({ ...act, name: actor, reason: z.string() }),
  'account.password-set': z.object({ ...act, name: actor }),
  'account.second-factor-set': z.object({
    ...act,
    name: actor,
    on: z.boolean().describe('true: one was set; false: it was taken away'),
  }),
} as const
