import { toldBy } from '../../domain/custody/people.ts'
import { all } from '../patterns/case-file.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { adminProcedure } from '../patterns/enactments.ts'
import { byMeasureOrNotice } from '../patterns/subjects.ts'

export const foreignerReport = deedWithin({
  id: 'inspection.foreigner-report',
  title: {
    zh: '对外国人限制人身自由未在四十八小时内报告省级公安机关',
    en: 'The province was not told within 48 hours of a foreigner’s detention',
  },
  grade: 'B',
  citations: [
    adminProcedure(
      '第二百五十四条',
      '对外国人作出行政拘留、拘留审查或者其他限制人身自由以及限制活动范围的决定后，决定机关应当在四十八小时内将外国人的姓名、性别、入境时间、护照或者其他身份证件号码',
    ),
  ],
  params: [{ from: '2013-01-01', value: { amount: 48, unit: 'hour' } }],
  limits: {
    zh: '看行政拘留、拘留审查和继续盘问的决定；强制传唤、约束等其他限制由人核查。国籍以人员登记为准，未登记的不作判断。',
    en: 'Looks at decisions of administrative detention, detention for examination and continued questioning; other restrictions, such as a forced summons, are for people to check. Nationality is as registered; without it the rule does not judge.',
  },
  consumes: ['measure.decided', 'person.described', 'notice.given'],
  subject: (o, register) =>
    o.kind === 'person.described'
      ? register.custody.measuresOf(o.data.person).map((m) => m.measure)
      : byMeasureOrNotice('administrative-detention', 'detention-for-examination', 'continued-questioning')(o),
  begins(file, { register: { custody } }) {
    const decided = all(file, 'measure.decided').find((d) => d.data.decision === 'approved')
    const facts = custody.person(decided?.data.person)
    if (!decided || !facts?.values.foreigner || toldBy(facts, 'foreigner').length === 0) return undefined
    return {
      at: decided.at,
      seen: [decided],
      unit: decided.data.unit,
      facts: { person: decided.data.person, kind: decided.data.kind },
    }
  },
  done: (file) => all(file, 'notice.given').find((n) => n.data.to === 'province'),
})
