import { z } from 'zod'
import { age, type PersonFacts, toldBy } from '../../domain/custody/people.ts'
import type { Instant } from '../../domain/time.ts'

/** Ages of 继续盘问规定 10: under this many full years, or at least that many. */
export const vulnerableAges = z.object({ underYears: z.number(), fromYears: z.number() })

/**
 * Whether a person is one of those whom the law protects at `at`: pregnant, nursing, too young, or old.
 * Undefined when neither the birth date nor a condition is known.
 */
export const vulnerable = (
  facts: PersonFacts | undefined,
  at: Instant,
  { underYears, fromYears }: z.infer<typeof vulnerableAges>,
):
  | { readonly because: 'pregnant' | 'nursing' | 'young' | 'old'; readonly evidence: readonly number[] }
  | false
  | undefined => {
  if (facts?.values.pregnant) return { because: 'pregnant', evidence: toldBy(facts, 'pregnant') }
  if (facts?.values.nursing) return { because: 'nursing', evidence: toldBy(facts, 'nursing') }
  const years = age(facts, at)
  if (years === undefined) return undefined
  if (years < underYears) return { because: 'young', evidence: toldBy(facts, 'birthDate') }
  if (years >= fromYears) return { because: 'old', evidence: toldBy(facts, 'birthDate') }
  return false
}
