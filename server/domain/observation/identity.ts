import { z } from 'zod'
import { personIs } from './person.ts'

/**
 * A name has a kind of its own, which no rule consumes: so it is never evidence of a finding, and whoever shows
 * entries cannot show a name by accident.
 */
export const identityObservations = {
  'person.named': z
    .object({ person: personIs, name: z.string().trim().min(1).max(120).describe('as the identity document has it') })
    .describe('kept apart from all else; shown masked, and whole only in a logged view with a purpose'),
} as const
