import { properUse } from '../basis.ts'
import { all } from '../patterns/case-file.ts'
import { discipline, policeCars2006 } from '../patterns/elsewhere.ts'
import { noParams } from '../patterns/look.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

/** 转借警车 (legal table M, car-private-use). */
export const vehicleLent = wrongWhen({
  id: 'vehicle.lent',
  title: { zh: '警车、警车号牌转借他人', en: 'A police vehicle or its plates were lent to somebody outside' },
  grade: 'B',
  citations: [
    properUse,
    policeCars2006('第二十条', '严禁转借警车，严禁伪造、涂改、冒领、挪用警车牌证。'),
    discipline(
      '第二十二条',
      '（二）违反规定转借、赠送、出租、抵押、转卖警用车辆、警车号牌、警械、警服、警用标志和证件的；',
    ),
  ],
  paramSchema: noParams,
  params: [{ from: '2004-05-01', value: {} }],
  limits: {
    zh: '只有登记在册的转借；私下转借要从位置、驾驶人识别看。批准与否都列出，由人核查。',
    en: 'Only what was entered as lent; a secret loan shows in positions and at the wheel. It is shown whether somebody approved or not, for people to check.',
  },
  consumes: ['vehicle.lent'],
  subject: ({ data, observedAt }) => `vehicle/${data.vehicle}#${observedAt}`,
  judge(file) {
    const lent = all(file, 'vehicle.lent').at(-1)
    return (
      lent && {
        since: lent.at,
        seen: [lent],
        unit: lent.data.unit,
        carrier: `vehicle/${lent.data.vehicle}`,
        facts: { vehicle: lent.data.vehicle, lentTo: lent.data.to, approvedBy: lent.data.approvedBy },
      }
    )
  },
})
