import type { z } from 'zod'
import { departmentChiefs, ranks } from '../patterns/approvers.ts'
import { all, first } from '../patterns/case-file.ts'
import { deed, dueWithin } from '../patterns/due-within.ts'
import { trafficProcedure } from '../patterns/enactments.ts'
import { endOf, limitSchema } from '../patterns/limit.ts'

const law = limitSchema.extend({ extended: limitSchema, approvers: ranks })
const kinds = ['coercion.applied', 'coercion.papers-shown', 'coercion.check-extended', 'coercion.returned'] as const

export const vehicleCheckLate = dueWithin<(typeof kinds)[number], z.infer<typeof law>>({
  id: 'ticket.vehicle-check-late',
  title: {
    zh: '扣留车辆核实超过十日（经批准十五日）未退还',
    en: 'A held vehicle was checked for more than ten days, or fifteen when prolonged',
  },
  grade: 'B',
  citations: [
    trafficProcedure(
      '第三十条',
      '公安机关交通管理部门核实的时间不得超过十日；需要延长的，经县级以上公安机关交通管理部门负责人批准，可以延长至十五日。核实时间自车辆驾驶人或者所有人、管理人提供被扣留车辆合法来历证明，补办相应手续，或者接受处理之日起计算。',
    ),
    trafficProcedure('第八十一条', '本规定所称的“二日”“三日”“五日”“七日”“十日”“十五日”，是指工作日，不包括节假日。'),
  ],
  paramSchema: law,
  params: [
    {
      from: '2020-05-01',
      value: {
        ...{ amount: 10, unit: 'working-day' },
        extended: { amount: 15, unit: 'working-day' },
        approvers: departmentChiefs,
      },
    },
  ],
  limits: {
    zh: '核实结束以退还为准，事故车辆另有规定，不予退还的车辆由人核查。延长只认届满前由负责人作出的批准；十日、十五日为工作日，需要节假日表。',
    en: 'The check ends with the return; vehicles held after an accident have rules of their own, and one that is not to be returned is for people to check. A prolongation counts when the head gave it before expiry; ten and fifteen are working days, which need the holiday table.',
  },
  consumes: kinds,
  subject: (o) => o.data.coercion,
  begins(file, { paramsAt, register }) {
    const applied = first(file, 'coercion.applied')
    if (applied?.data.kind !== 'vehicle') return undefined
    const { unit, officers, coercion } = applied.data
    const shown = first(file, 'coercion.papers-shown')
    // However long the party stays away, the check has not begun.
    if (!shown)
      return first(file, 'coercion.returned')
        ? undefined
        : { at: applied.at, seen: [applied], unit, officers, stopped: true }
    const times = paramsAt(shown.at)
    const end = times && endOf(shown.at, times, register.custody.holidays())
    const prolonged = all(file, 'coercion.check-extended').find(
      ({ at, data }) => end !== undefined && at <= end && (data.rank === null || times!.approvers.includes(data.rank)),
    )
    const facts = { coercion, prolonged: prolonged ? 1 : 0 }
    return { at: shown.at, seen: [applied, shown, ...(prolonged ? [prolonged] : [])], unit, officers, facts }
  },
  limit: (times, { facts }) => (facts?.prolonged === 1 ? times.extended : times),
  done: (file) => deed(first(file, 'coercion.returned')),
})
