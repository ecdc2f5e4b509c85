import { days } from '../../domain/time.ts'
import { all } from '../patterns/case-file.ts'
import { adminProcedure } from '../patterns/enactments.ts'
import { inForceFrom, noNumber } from '../patterns/none.ts'
import { byCase } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

/** 应当伤情鉴定 (legal table I, case-appraisal-5d). */
export const injuryNotAppraised = wrongWhen({
  id: 'case.injury-not-appraised',
  title: {
    zh: '应当进行伤情鉴定的案件未经鉴定即作出决定',
    en: 'A case was decided without the appraisal of injuries that it needed',
  },
  grade: 'B',
  citations: [
    adminProcedure('第九十条', '（一）受伤程度较重，可能构成轻伤以上伤害程度的；'),
    adminProcedure('第九十条', '（二）被侵害人要求作伤情鉴定的；'),
    adminProcedure('第九十条', '（三）违法嫌疑人、被侵害人对伤害程度有争议的。'),
  ],
  paramSchema: noNumber,
  params: inForceFrom('2013-01-01'),
  limits: {
    zh: '以登记的应当鉴定情形为准，作出决定时已收到鉴定意见才算已经鉴定；被侵害人后来放弃或者拒绝鉴定的，由人核查。调解结案的不在此列。',
    en: 'Goes by the grounds on record; an appraisal counts once its opinion was received before the decision. That the victim later gave it up or refused is for people to check. Cases settled by mediation are not judged.',
  },
  consumes: ['appraisal.required', 'appraisal.begun', 'appraisal.ended', 'decision.made'],
  subject: byCase,
  remembersMs: days(800),
  judge(file) {
    // Each of those who were hurt needs an opinion of their own.
    for (const required of all(file, 'appraisal.required')) {
      const made = all(file, 'decision.made').find((d) => d.at >= required.at)
      if (!made) continue
      const { person, ground, unit } = required.data
      const begun = all(file, 'appraisal.begun').filter(
        (a) => a.data.kind === 'injury' && a.at <= made.at && (a.data.person === null || a.data.person === person),
      )
      const opinion = all(file, 'appraisal.ended').some(
        (a) => a.at <= made.at && begun.some((b) => b.data.appraisal === a.data.appraisal),
      )
      if (!opinion)
        return {
          since: made.at,
          seen: [required, ...begun, made],
          unit,
          facts: { because: ground, person, requiredAt: required.at },
        }
    }
    return undefined
  },
})
