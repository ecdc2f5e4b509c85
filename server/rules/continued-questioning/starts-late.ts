import { all, first } from '../patterns/case-file.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { continuedQuestioning } from '../patterns/enactments.ts'
import { byStay } from '../patterns/subjects.ts'

export const continuedQuestioningStartsLate = deedWithin({
  id: 'continued-questioning.starts-late',
  title: {
    zh: '批准继续盘问后未立即盘问',
    en: 'Questioning did not begin at once after continued questioning was approved',
  },
  grade: 'C',
  citations: [
    continuedQuestioning('第十二条', '（六）批准继续盘问后不立即对有违法犯罪嫌疑的人员继续进行盘问；'),
    continuedQuestioning(
      '第十六条',
      '对有违法犯罪嫌疑的人员批准继续盘问后，应当立即结合当场盘问、检查的情况继续对其进行盘问',
    ),
  ],
  params: [{ from: '2004-10-01', value: { amount: 60, unit: 'minute' } }],
  localSettings: [
    { param: 'amount', title: { zh: '“立即”盘问的时间', en: 'What "at once" means here' }, unit: 'minute' },
  ],
  shipsOff: {
    zh: '法律只说“立即”，没有时间数；由本局设定后启用。',
    en: 'The law says "at once" and gives no number; the bureau sets one and switches it on.',
  },
  limits: {
    zh: '法律只说“立即”，分钟数是本地设定；以盘问笔录的开始时间为准。',
    en: 'The law says "at once"; the minutes are a local setting. Goes by the beginning of the recorded questioning.',
  },
  consumes: ['measure.decided', 'measure.ended', 'person.departed', 'act.started'],
  subject: (o) =>
    o.kind === 'act.started' && o.data.kind !== 'continued-questioning'
      ? undefined
      : byStay('continued-questioning')(o),
  begins(file) {
    const decided = all(file, 'measure.decided').find((d) => d.data.decision === 'approved')
    return (
      decided && { at: decided.at, seen: [decided], unit: decided.data.unit, facts: { person: decided.data.person } }
    )
  },
  fallsAwayWith: ['measure.ended', 'person.departed'],
  done: (file) => first(file, 'act.started', 'measure.ended', 'person.departed'),
})
