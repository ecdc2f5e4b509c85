import { z } from 'zod'
import { instant } from './field.ts'

/** What the journal says of itself. */
export const journalObservations = {
  'journal.resumed': z
    .object({
      awayFrom: instant.describe('from then until this entry nothing could be recorded, whoever had something to tell'),
    })
    .describe(
      'the journal takes entries again after half a minute or longer: the server stood still or its store was away. Written by the journal itself, before anything else',
    ),
} as const
