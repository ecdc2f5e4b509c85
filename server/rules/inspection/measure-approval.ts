import { all, first } from '../patterns/case-file.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { adminProcedure } from '../patterns/enactments.ts'
import { byMeasure } from '../patterns/subjects.ts'

export const onTheSpotMeasureApproval = deedWithin({
  id: 'inspection.measure-approval',
  title: {
    zh: '当场实施行政强制措施未在二十四小时内报告并补办批准手续',
    en: 'A coercive measure on the spot was not reported and approved within 24 hours',
  },
  grade: 'B',
  citations: [
    adminProcedure(
      '第五十六条',
      '情况紧急，当场实施行政强制措施的，办案人民警察应当在二十四小时内依法向其所属的公安机关负责人报告，并补办批准手续。',
    ),
  ],
  params: [{ from: '2013-01-01', value: { amount: 24, unit: 'hour' } }],
  limits: {
    zh: '限制人身自由的，法律要求返回单位后立即报告，没有时间数；本规则一律按二十四小时计，更早的由人核查。',
    en: 'For deprivation of liberty the law wants the report at once on return, without a number; this rule counts 24 hours for all.',
  },
  consumes: ['measure.started', 'measure.decided', 'measure.ended'],
  subject: byMeasure('property-seizure', 'summons-forced', 'protective-restraint', 'forced-testing'),
  begins(file) {
    const started = first(file, 'measure.started')
    if (!started?.data.onScene) return undefined
    return {
      at: started.at,
      seen: [started],
      unit: started.data.unit,
      officers: started.data.officers,
      facts: { measure: started.data.measure, kind: started.data.kind },
    }
  },
  // 公安机关负责人认为不应当采取的 decides as well; an ended measure still needs its approval, a refusal ends the duty.
  done: (file) => all(file, 'measure.decided')[0],
})
