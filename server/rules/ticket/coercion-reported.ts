import { first } from '../patterns/case-file.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { trafficProcedure } from '../patterns/enactments.ts'

export const coercionReported = deedWithin({
  id: 'ticket.coercion-reported',
  title: {
    zh: '现场强制措施二十四小时内未报告并补办批准',
    en: 'A measure applied on the spot was not reported and approved within 24 hours',
  },
  grade: 'B',
  citations: [
    trafficProcedure(
      '第二十五条',
      '现场采取行政强制措施的，交通警察应当在二十四小时内向所属公安机关交通管理部门负责人报告，并补办批准手续。',
    ),
  ],
  params: [{ from: '2020-05-01', value: { amount: 24, unit: 'hour' } }],
  limits: {
    zh: '以登记的时间为准；无节假日表的年份，工作日期限不可观测。',
    en: 'Goes by the times on record; a limit in working days cannot be observed in a year without a calendar.',
  },
  consumes: ['coercion.applied', 'coercion.reported'],
  subject: (o) => o.data.coercion,
  begins(file) {
    const begun = first(file, 'coercion.applied')
    if (!begun?.data.onSpot || begun.data.kind === 'towing') return undefined
    return (
      begun && {
        at: begun.at,
        seen: [begun],
        unit: begun.data.unit,
        officers: begun.data.officers,
        facts: { coercion: begun.data.coercion },
      }
    )
  },
  done: (file) => first(file, 'coercion.reported'),
})
