import { first } from '../patterns/case-file.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { trafficProcedure } from '../patterns/enactments.ts'

export const coercionHandedIn = deedWithin({
  id: 'ticket.coercion-handed-in',
  title: {
    zh: '扣留、收缴的车辆证件物品二十四小时内未交所属单位',
    en: 'What was held or confiscated was not handed in within 24 hours',
  },
  grade: 'B',
  citations: [
    trafficProcedure('第二十八条', '交通警察应当在扣留车辆后二十四小时内，将被扣留车辆交所属公安机关交通管理部门。'),
    trafficProcedure(
      '第三十二条',
      '交通警察应当在扣留机动车驾驶证后二十四小时内，将被扣留机动车驾驶证交所属公安机关交通管理部门。',
    ),
    trafficProcedure(
      '第三十七条',
      '交通警察现场收缴非法装置的，应当在二十四小时内，将收缴的物品交所属公安机关交通管理部门。',
    ),
  ],
  params: [{ from: '2020-05-01', value: { amount: 24, unit: 'hour' } }],
  limits: {
    zh: '以登记的时间为准；此前已经退还当事人的，不再要求上交。',
    en: 'Goes by the times on record; what was given back before need not be handed in.',
  },
  consumes: ['coercion.applied', 'coercion.handed-in', 'coercion.returned'],
  subject: (o) => o.data.coercion,
  begins(file) {
    const begun = first(file, 'coercion.applied')
    if (!begun || begun.data.kind === 'towing' || begun.data.kind === 'alcohol-test') return undefined
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
  // What was given back before can no longer be handed in.
  done: (file) => first(file, 'coercion.handed-in', 'coercion.returned'),
})
