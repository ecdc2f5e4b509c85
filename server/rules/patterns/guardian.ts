import { z } from 'zod'
import { age, toldBy } from '../../domain/custody/people.ts'
import type { Register } from '../../domain/register.ts'
import { actOf, type RecordKind } from './acts.ts'
import { all, type CaseFile } from './case-file.ts'
import type { Judgement } from './wrong-when.ts'

export const minorAge = z.object({ underYears: z.number() })

/** A minor questioned or interrogated with neither guardian nor appropriate adult there, and no note why. */
export const withoutGuardian = (
  file: CaseFile<RecordKind | 'person.described'>,
  { underYears }: z.infer<typeof minorAge>,
  { custody }: Register,
): Judgement => {
  const own = file as CaseFile<RecordKind>
  const act = actOf(own)
  if (!act?.data.person) return undefined
  const facts = custody.person(act.data.person)
  const years = age(facts, act.started.at)
  if (years === undefined) return { missing: 'person.described birthDate' }
  if (years >= underYears || act.data.guardianUnreachableNoted) return undefined
  const kinds = [...act.data.attendees.map((a) => a.as), ...all(own, 'act.joined').flatMap((j) => j.data.as ?? [])]
  if (kinds.some((k) => k === 'guardian' || k === 'appropriate-adult')) return undefined
  if (
    act.data.room &&
    custody
      .presence(act.data.room)
      .some(
        (p) =>
          p.as === 'guardian' && p.from < (act.endedAt ?? Infinity) && (p.to === undefined || p.to > act.started.at),
      )
  )
    return undefined
  return {
    since: act.started.at,
    seen: [act.started, toldBy(facts, 'birthDate')],
    unit: act.data.unit,
    officers: act.data.officers,
    facts: { act: act.data.act, person: act.data.person, years, underYears },
  }
}
