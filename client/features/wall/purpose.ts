import { createValue } from '../../ui/subscribable.ts'

/** Why this person watches, asked once a visit; it goes with every picture into the journal. */
export const purpose = createValue('')
