import type { z } from 'zod'
import { toldBy } from '../../domain/custody/people.ts'
import { seconds } from '../../domain/time.ts'
import type { Moment } from '../define-rule.ts'
import { actOf, type RecordKind } from './acts.ts'
import { asOccupant, type attendance, attended, firstLack, seenAtDoors } from './attendance.ts'
import type { CaseFile } from './case-file.ts'
import type { Judgement } from './wrong-when.ts'

/** A deaf person without someone who signs, or someone of another language without an interpreter, for all or a part. */
export const withoutInterpreter = (
  file: CaseFile<RecordKind | 'person.described'>,
  law: z.infer<typeof attendance>,
  { now, register }: Moment<unknown>,
): Judgement => {
  const own = file as CaseFile<RecordKind>
  const act = actOf(own)
  if (!act?.data.person) return undefined
  const facts = register.custody.person(act.data.person)
  const needs = facts?.values.deaf
    ? 'sign-language'
    : facts?.values.speaksLocalLanguage === false
      ? 'interpreter'
      : undefined
  if (!needs) return undefined
  const doors = seenAtDoors(own, register, asOccupant('interpreter'))
  const { found, growing } = firstLack(own, doors, now, law, (at) => attended(own, at, [needs], doors))
  if (growing !== undefined) return { dueAt: growing + seconds(law.toleranceSeconds), startedAt: growing }
  return (
    found && {
      since: found.from,
      seen: [...found.seen, toldBy(facts, 'deaf', 'speaksLocalLanguage')],
      unit: act.data.unit,
      officers: act.data.officers,
      facts: {
        act: act.data.act,
        person: act.data.person,
        needs,
        ...(found.whole ? {} : { shownBy: found.shownBy, until: found.to ?? null }),
      },
    }
  )
}
