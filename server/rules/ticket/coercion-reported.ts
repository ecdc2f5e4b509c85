import type { z } from 'zod'
import { departmentChiefs, ranks } from '../patterns/approvers.ts'
import { all, first } from '../patterns/case-file.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { trafficProcedure } from '../patterns/enactments.ts'
import { limitSchema } from '../patterns/limit.ts'

const law = limitSchema.extend({ approvers: ranks })

export const coercionReported = deedWithin<'coercion.applied' | 'coercion.reported', z.infer<typeof law>>({
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
  paramSchema: law,
  params: [{ from: '2020-05-01', value: { amount: 24, unit: 'hour', approvers: departmentChiefs } }],
  limits: {
    zh: '以登记的时间为准；报告对象职级没有登记的，视为负责人。负责人不同意的，也算已经报告。',
    en: 'Goes by the times on record; where no rank is, whoever it was reported to is taken for a head. One that the head refused was reported as well.',
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
  done: (file, begun, { paramsAt }) =>
    all(file, 'coercion.reported').find(
      ({ data }) => data.rank === null || paramsAt(begun.at)?.approvers.includes(data.rank),
    ),
})
