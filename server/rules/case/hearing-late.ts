import { all, first } from '../patterns/case-file.ts'
import { deed, dueWithin } from '../patterns/due-within.ts'
import { adminProcedure } from '../patterns/enactments.ts'
import { limitFrom, limitSchema } from '../patterns/limit.ts'
import { byDecision } from '../patterns/subjects.ts'

/** 听证期限 (legal table I, case-hearing-threshold). */
export const hearingLate = dueWithin({
  id: 'case.hearing-late',
  title: {
    zh: '听证未在收到申请之日起十日内举行',
    en: 'A hearing was not held within ten days of the request',
  },
  grade: 'C',
  citations: [adminProcedure('第一百三十七条', '听证应当在公安机关收到听证申请之日起十日内举行。')],
  paramSchema: limitSchema,
  params: limitFrom('2013-01-01', 10, 'day'),
  limits: {
    zh: '以听证开始之时为举行；撤回、不予受理的不再要求，未经听证即作出决定的另有规则。须提前七日（2021年起为工作日）通知与十日举行之间可能冲突，由人权衡。',
    en: 'It counts as held when it began. Withdrawn and refused requests are over; a decision without the hearing is for another rule. The seven (since 2021: working) days of notice may collide with the ten days; that is for people to weigh.',
  },
  consumes: ['hearing.requested', 'hearing.waived', 'hearing.refused', 'hearing.held', 'decision.made'],
  subject: byDecision,
  begins(file) {
    // Asked for again after it was given up or refused (逾期不通知的，视为受理), ten days begin with that request.
    const asked = all(file, 'hearing.requested')
    const ended = all(file, 'hearing.waived', 'hearing.refused').findLast((e) => asked.some((r) => r.at > e.at))
    const requested = asked.find((r) => !ended || r.at > ended.at)
    return (
      requested && {
        at: requested.at,
        seen: [requested],
        unit: requested.data.unit,
        facts: { person: requested.data.person },
      }
    )
  },
  limit: (law) => law,
  done(file, begun) {
    const held = first(file, 'hearing.held')
    if (held) return { at: held.data.startedAt, seen: [held] }
    return deed(all(file, 'hearing.waived', 'hearing.refused', 'decision.made').find((w) => w.at >= begun.at))
  },
})
