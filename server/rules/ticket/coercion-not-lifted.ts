import type { z } from 'zod'
import { departmentChiefs, ranks } from '../patterns/approvers.ts'
import { all, first } from '../patterns/case-file.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { trafficProcedure } from '../patterns/enactments.ts'
import { limitSchema } from '../patterns/limit.ts'

const law = limitSchema.extend({ approvers: ranks })
const kinds = ['coercion.applied', 'coercion.reported', 'coercion.returned'] as const
/** 立即解除: what is held goes back; towing and a test leave nothing to give back. */
const held = ['vehicle', 'licence', 'confiscation']

export const coercionNotLifted = deedWithin<(typeof kinds)[number], z.infer<typeof law>>({
  id: 'ticket.coercion-not-lifted',
  title: {
    zh: '负责人认为不应当采取的强制措施未立即解除',
    en: 'A measure that the head refused to approve was not lifted at once',
  },
  grade: 'A',
  citations: [trafficProcedure('第二十五条', '公安机关交通管理部门负责人认为不应当采取行政强制措施的，应当立即解除。')],
  paramSchema: law,
  params: [{ from: '2020-05-01', value: { amount: 60, unit: 'minute', approvers: departmentChiefs } }],
  localSettings: [
    { param: 'amount', title: { zh: '“立即”解除的容许时间', en: 'What counts as lifting at once' }, unit: 'minute' },
  ],
  limits: {
    zh: '“立即”没有数字，为本局设定；以登记的退还、解除时间为准。负责人职级没有登记的，视为负责人。',
    en: '“At once” has no number and is a setting; goes by the time on record at which it was given back or lifted. Where no rank is on record, whoever refused is taken for a head.',
  },
  consumes: kinds,
  subject: (o) => o.data.coercion,
  begins(file, { paramsAt }) {
    const applied = first(file, 'coercion.applied')
    if (!applied || !held.includes(applied.data.kind)) return undefined
    const refused = all(file, 'coercion.reported').find(
      ({ at, data }) => !data.approved && (data.rank === null || paramsAt(at)?.approvers.includes(data.rank)),
    )
    const { unit, officers, coercion } = applied.data
    return refused && { at: refused.at, seen: [applied, refused], unit, officers, facts: { coercion } }
  },
  done: (file) => first(file, 'coercion.returned'),
})
