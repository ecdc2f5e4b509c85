import { all } from '../patterns/case-file.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { continuedQuestioning } from '../patterns/enactments.ts'
import { byIncidentOrNotice } from '../patterns/subjects.ts'
import { incidentDuring } from './incident.ts'

export const continuedQuestioningDeathProcuratorate = deedWithin({
  id: 'continued-questioning.death-procuratorate',
  title: {
    zh: '被盘问人死亡未立即通报同级人民检察院',
    en: 'The procuratorate was not told at once of a death in continued questioning',
  },
  grade: 'A',
  citations: [continuedQuestioning('第二十五条', '（一）立即通报同级人民检察院；')],
  params: [{ from: '2004-10-01', value: { amount: 120, unit: 'minute' } }],
  localSettings: [
    { param: 'amount', title: { zh: '“立即”通报的时间', en: 'What "at once" means for the notice' }, unit: 'minute' },
  ],
  limits: {
    zh: '法律只说“立即”，分钟数是本地设定；自公安局接到报告（报告督察部门的登记）起算，没有报告登记的，见事故报告规则。没有登记过的通知数据来源时不作判断。',
    en: 'The law says "at once"; the minutes are a local setting. Counts from when the bureau was told (the recorded report to supervision); without one, see the rule on reporting. Without a declared source of notices it does not judge.',
  },
  consumes: ['custody.incident', 'notice.given'],
  subject: byIncidentOrNotice,
  source: 'notices',
  begins(file, { register }) {
    const death = incidentDuring(file, register, ['death'])
    const reported = all(file, 'notice.given').find((n) => n.data.to === 'supervision')
    if (!death || !reported) return undefined
    const { unit, person } = death.data
    return { at: reported.at, seen: [death, reported], unit, facts: { person } }
  },
  done: (file) => all(file, 'notice.given').find((n) => n.data.to === 'procuratorate'),
})
