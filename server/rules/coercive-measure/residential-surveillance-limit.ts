import { first } from '../patterns/case-file.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { criminalProcedure, criminalProcedureLaw } from '../patterns/enactments.ts'
import { byMeasure } from '../patterns/subjects.ts'

export const residentialSurveillanceLimit = deedWithin({
  id: 'coercive-measure.residential-surveillance-limit',
  title: { zh: '监视居住超过六个月未解除或者变更', en: 'Residential surveillance lasted more than six months' },
  grade: 'A',
  citations: [
    criminalProcedureLaw('第七十九条', '取保候审最长不得超过十二个月，监视居住最长不得超过六个月。'),
    criminalProcedureLaw(
      '第七十九条',
      '对于发现不应当追究刑事责任或者取保候审、监视居住期限届满的，应当及时解除取保候审、监视居住。',
    ),
    criminalProcedure('第一百二十二条', '监视居住最长不得超过六个月。'),
  ],
  params: [{ from: '2013-01-01', value: { amount: 6, unit: 'month' } }],
  limits: {
    zh: '开始之日不计，期满为对应月份同日的二十四时（该月没有同日的为月末），节假日不顺延；公安、检察、法院各自决定的，按各自的措施编号分别计算。',
    en: 'The first day is not counted; it ends at 24:00 of the same date (or the month’s last day), and holidays do not prolong it. Each authority’s decision is a measure of its own.',
  },
  consumes: ['measure.started', 'measure.ended'],
  subject: byMeasure('residential-surveillance'),
  begins(file) {
    const started = first(file, 'measure.started')
    return (
      started && {
        at: started.at,
        seen: [started],
        unit: started.data.unit,
        officers: started.data.officers,
        facts: { person: started.data.person },
      }
    )
  },
  done: (file) => first(file, 'measure.ended'),
})
