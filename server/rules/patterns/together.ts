import { overlap } from '../../domain/custody/marks.ts'
import type { Register } from '../../domain/register.ts'
import { seconds } from '../../domain/time.ts'
import { actOf, type RecordKind } from './acts.ts'
import type { CaseFile } from './case-file.ts'
import { casesOf } from './kept-apart.ts'
import type { Judgement } from './wrong-when.ts'

/** Another person of the same case, as a suspect or in any role, in the room while the act lasted, longer than the tolerance. */
export const notAlone = (
  file: CaseFile<RecordKind>,
  register: Register,
  now: number,
  toleranceSeconds: number,
  role: 'suspect' | 'any',
): Judgement => {
  const act = actOf(file)
  if (!act?.data.room || !act.data.person) return undefined
  const { person, room, unit, officers } = act.data
  const { custody } = register
  const own = [...casesOf(custody, person, role), ...(act.data.case ? [act.data.case] : [])]
  const during = { from: act.started.at, to: act.endedAt, evidence: [] }
  for (const other of custody.presence(room)) {
    if (other.as !== 'held' || other.who === person) continue
    if (!casesOf(custody, other.who, role).some((c) => own.includes(c))) continue
    const both = overlap(during, other)
    if (!both) continue
    const dueAt = both.from + seconds(toleranceSeconds)
    if ((both.to ?? now) <= dueAt) {
      if (both.to === undefined) return { dueAt, startedAt: both.from }
      continue
    }
    return {
      since: both.from,
      seen: [act.started, other.evidence],
      unit,
      officers,
      facts: { act: act.data.act, room, other: other.who, until: both.to ?? null },
    }
  }
  return undefined
}
