import { all, first } from '../patterns/case-file.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { continuedQuestioning } from '../patterns/enactments.ts'
import { incidentReport } from './incident-unreported.ts'

export const continuedQuestioningDeathAppraisal = deedWithin({
  id: 'continued-questioning.death-appraisal',
  title: {
    zh: '被盘问人死亡未在二十四小时以内委托死因鉴定',
    en: 'The cause of a death in continued questioning was not sent for appraisal within 24 hours',
  },
  grade: 'A',
  citations: [continuedQuestioning('第二十五条', '（二）在二十四小时以内委托具有鉴定资格的人员进行死因鉴定；')],
  params: [{ from: '2004-10-01', value: { amount: 24, unit: 'hour' } }],
  limits: {
    zh: '期限自报告督察部门的登记起算；没有报告登记的，见事故报告规则。鉴定人资格由人核查。',
    en: 'Counts from the recorded report to supervision; without one, see the rule on reporting. Whether the appraiser is qualified is for people to check.',
  },
  consumes: ['custody.incident', 'notice.given', 'death.appraisal'],
  subject: (o) => incidentReport(o),
  begins(file, { register: { custody } }) {
    const death = all(file, 'custody.incident').find((i) => i.data.of === 'death')
    const told = first(file, 'notice.given')
    const during =
      death && custody.measuresAt(death.data.person, death.at).some((m) => m.kind === 'continued-questioning')
    if (!during || !told) return undefined
    return { at: told.at, seen: [death, told], unit: death.data.unit, facts: { person: death.data.person } }
  },
  done: (file) => all(file, 'death.appraisal').find((a) => a.data.step === 'entrusted'),
})
