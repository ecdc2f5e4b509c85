import { toldBy } from '../../domain/custody/people.ts'
import type { Register } from '../../domain/register.ts'
import { actOf, type RecordKind } from './acts.ts'
import { all, type CaseFile } from './case-file.ts'
import type { Judgement } from './wrong-when.ts'

/** A deaf person without someone who signs, or someone of another language without an interpreter. */
export const withoutInterpreter = (
  file: CaseFile<RecordKind | 'person.described'>,
  { custody }: Register,
): Judgement => {
  const own = file as CaseFile<RecordKind>
  const act = actOf(own)
  if (!act?.data.person) return undefined
  const facts = custody.person(act.data.person)
  const needs = facts?.values.deaf
    ? 'sign-language'
    : facts?.values.speaksLocalLanguage === false
      ? 'interpreter'
      : undefined
  if (!needs) return undefined
  const kinds = [...act.data.attendees.map((a) => a.as), ...all(own, 'act.joined').flatMap((j) => j.data.as ?? [])]
  const there =
    kinds.includes(needs) ||
    (act.data.room !== null &&
      custody
        .presence(act.data.room)
        .some(
          (p) => p.as === 'interpreter' && p.from < (act.endedAt ?? Infinity) && (p.to ?? Infinity) > act.started.at,
        ))
  if (there) return undefined
  return {
    since: act.started.at,
    seen: [act.started, toldBy(facts, 'deaf', 'speaksLocalLanguage')],
    unit: act.data.unit,
    officers: act.data.officers,
    facts: { act: act.data.act, person: act.data.person, needs },
  }
}
