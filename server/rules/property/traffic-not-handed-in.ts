import { all, first } from '../patterns/case-file.ts'
import { deed, dueWithin } from '../patterns/due-within.ts'
import { trafficProcedure } from '../patterns/enactments.ts'
import { type Limit, limitFrom, limitSchema } from '../patterns/limit.ts'
import { byItem } from '../patterns/subjects.ts'

const kinds = ['property.seized', 'property.received', 'property.released'] as const
const held = ['vehicle-held', 'licence-held', 'device-confiscated'] as const

/** 交通扣留、收缴的上交 (legal table J, prop-car-24h). */
export const trafficNotHandedIn = dueWithin<(typeof kinds)[number], Limit>({
  id: 'property.traffic-not-handed-in',
  title: {
    zh: '扣留的车辆、驾驶证或者收缴的装置未在二十四小时内上交',
    en: 'A vehicle, licence or device taken in traffic was not handed in within 24 hours',
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
  paramSchema: limitSchema,
  params: limitFrom('2020-05-01', 24, 'hour'),
  limits: {
    zh: '以停车场、保管部门的接收登记为准。车载货物是否被扣由人核查。',
    en: 'Goes by the receipt of the yard or the store. Whether cargo was held as well is for people to check.',
  },
  consumes: kinds,
  subject: byItem,
  begins(file) {
    const seized = all(file, 'property.seized').find((s) => held.some((h) => h === s.data.how))
    if (!seized) return undefined
    const { unit, officers, what, how } = seized.data
    return { at: seized.at, seen: [seized], unit, officers, facts: { what, kind: how } }
  },
  limit: (law) => law,
  done: (file) => deed(first(file, 'property.received', 'property.released')),
})
