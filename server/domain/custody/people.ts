import { ageAt } from '../calendar.ts'
import type { Entry } from '../entry.ts'
import type { DataOf, ObservationOf } from '../observation/index.ts'
import type { Instant } from '../time.ts'

type Said = DataOf<'person.described'>
type Field = Exclude<keyof Said, 'person' | 'source'>

/** What has been said of one person, field by field, with the entry that said it. */
export interface PersonFacts {
  readonly values: Partial<Said>
  readonly seqs: Partial<Record<Field, number>>
  /** When each field was last said: a later statement replaces an earlier one, in whatever order they are heard. */
  readonly saidAt: Partial<Record<Field, Instant>>
}

export const nothingSaid: PersonFacts = { values: {}, seqs: {}, saidAt: {} }

/** Adds what one source says; null says nothing. */
export const described = (
  before: PersonFacts,
  { seq, observation: o }: Entry<ObservationOf<'person.described'>>,
): PersonFacts => {
  const after = { values: { ...before.values }, seqs: { ...before.seqs }, saidAt: { ...before.saidAt } }
  for (const [key, value] of Object.entries(o.data) as [Field, unknown][]) {
    if (value === null || value === undefined || (key as string) === 'person' || (key as string) === 'source') continue
    if ((after.saidAt[key] ?? Number.NEGATIVE_INFINITY) > o.observedAt) continue
    Object.assign(after.values, { [key]: value })
    after.seqs[key] = seq
    after.saidAt[key] = o.observedAt
  }
  return after
}

/** Full years at `at`; undefined when no birth date is known. */
export const age = (facts: PersonFacts | undefined, at: Instant): number | undefined =>
  facts?.values.birthDate ? ageAt(facts.values.birthDate, at) : undefined

/** The entries that told these fields. */
export const toldBy = (facts: PersonFacts | undefined, ...fields: Field[]): number[] =>
  fields.flatMap((f) => facts?.seqs[f] ?? [])
