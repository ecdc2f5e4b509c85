import type { CustodyRegister } from '../../domain/custody/register.ts'
import type { FacilityMark } from '../../domain/custody/state.ts'
import type { Instant } from '../../domain/time.ts'

/** How the person came to be inside a facility at `at`; undefined when outside, or taken out for a time. */
export const insideAt = (custody: CustodyRegister, person: string, at: Instant): FacilityMark | undefined => {
  const mark = custody.custodyAt(person, at)
  return mark?.kind === 'custody.admitted' || mark?.kind === 'custody.returned' ? mark : undefined
}

/** The use of a restraint that an observation names, or those on the person whom it is about. */
export const byUse = (
  { data }: { readonly data: { readonly person: string } },
  { custody }: { readonly custody: CustodyRegister },
): string | readonly string[] =>
  'use' in data && typeof data.use === 'string' ? data.use : custody.deedsOf('restraint.applied', data.person)
