import { all, first } from '../patterns/case-file.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { criminalProcedure } from '../patterns/enactments.ts'
import { byMeasure } from '../patterns/subjects.ts'

const mine = byMeasure('arrest')

export const arrestReceipt = deedWithin({
  id: 'coercive-measure.arrest-receipt',
  title: {
    zh: '执行逮捕后未在三日以内将执行回执送达检察院',
    en: 'The procuratorate was not told within three days that the arrest was executed',
  },
  grade: 'C',
  citations: [
    criminalProcedure('第一百四十二条', '立即执行，并在执行完毕后三日以内将执行回执送达作出批准逮捕决定的人民检察院。'),
  ],
  params: [{ from: '2013-01-01', value: { amount: 3, unit: 'day' } }],
  limits: {
    zh: '以执行逮捕和送达回执的登记为准；没有登记过的通知数据来源时不作判断。未能执行的回执由人核查。',
    en: 'Goes by the recorded arrest and receipt; without a declared source of notices it does not judge. The receipt for an arrest that could not be executed is for people to check.',
  },
  source: 'notices',
  consumes: ['measure.started', 'notice.given'],
  subject: (o) => (o.kind === 'notice.given' ? (o.data.to === 'procuratorate' ? o.data.about : undefined) : mine(o)),
  begins(file) {
    const started = first(file, 'measure.started')
    if (!started) return undefined
    const { unit, officers, person } = started.data
    return { at: started.at, seen: [started], unit, officers, facts: { person } }
  },
  done: (file) => all(file, 'notice.given')[0],
})
