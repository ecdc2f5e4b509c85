import { all, first } from '../patterns/case-file.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { continuedQuestioning } from '../patterns/enactments.ts'
import { byStay } from '../patterns/subjects.ts'

export const continuedQuestioningBedding = deedWithin({
  id: 'continued-questioning.bedding',
  title: {
    zh: '继续盘问十二小时以上未提供卧具',
    en: 'No bedding was given in continued questioning of twelve hours or more',
  },
  grade: 'C',
  citations: [
    continuedQuestioning('第二十七条', '对有违法犯罪嫌疑的人员继续盘问十二小时以上的，应当为其提供必要的卧具。'),
  ],
  params: [{ from: '2004-10-01', value: { amount: 12, unit: 'hour' } }],
  limits: {
    zh: '没有登记过的饮食休息数据来源时不作判断。',
    en: 'Without a declared source of care records it does not judge.',
  },
  consumes: ['person.arrived', 'measure.started', 'care.given', 'measure.ended', 'person.departed'],
  subject: byStay('continued-questioning'),
  source: 'care',
  begins(file) {
    const started = first(file, 'measure.started')
    const arrived = first(file, 'person.arrived')
    if (!started || !arrived) return undefined
    return { at: arrived.at, seen: [arrived, started], unit: started.data.unit, facts: { person: started.data.person } }
  },
  fallsAwayWith: ['measure.ended', 'person.departed'],
  done: (file) =>
    all(file, 'care.given', 'measure.ended', 'person.departed').find(
      (s) => s.kind !== 'care.given' || s.data.care === 'bedding',
    ),
})
