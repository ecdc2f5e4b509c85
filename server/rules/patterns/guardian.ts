import { z } from 'zod'
import { age, toldBy } from '../../domain/custody/people.ts'
import { seconds } from '../../domain/time.ts'
import type { Moment } from '../define-rule.ts'
import { actOf, type RecordKind } from './acts.ts'
import { asOccupant, attendance, attended, firstLack, seenAtDoors } from './attendance.ts'
import type { CaseFile } from './case-file.ts'
import type { Judgement } from './wrong-when.ts'

export const minorAge = z.object({ underYears: z.number() })
export const minorAttended = minorAge.extend(attendance.shape)

/**
 * A minor questioned or interrogated with neither guardian nor appropriate adult there, for the whole of it or a part,
 * and no note why.
 */
export const withoutGuardian = (
  file: CaseFile<RecordKind | 'person.described'>,
  law: z.infer<typeof minorAttended>,
  { now, register }: Moment<unknown>,
): Judgement => {
  const own = file as CaseFile<RecordKind>
  const act = actOf(own)
  if (!act?.data.person) return undefined
  const facts = register.custody.person(act.data.person)
  const years = age(facts, act.started.at)
  if (years === undefined) return { missing: 'person.described birthDate' }
  if (years >= law.underYears || act.data.guardianUnreachableNoted) return undefined
  const doors = seenAtDoors(own, register, asOccupant('guardian'))
  const { found, growing } = firstLack(own, doors, now, law, (at) =>
    attended(own, at, ['guardian', 'appropriate-adult'], doors),
  )
  if (growing !== undefined) return { dueAt: growing + seconds(law.toleranceSeconds), startedAt: growing }
  return (
    found && {
      since: found.from,
      seen: [...found.seen, toldBy(facts, 'birthDate')],
      unit: act.data.unit,
      officers: act.data.officers,
      facts: {
        act: act.data.act,
        person: act.data.person,
        years,
        underYears: law.underYears,
        ...(found.whole ? {} : { shownBy: found.shownBy, until: found.to ?? null }),
      },
    }
  )
}
