import { z } from 'zod'
import { last } from '../patterns/case-file.ts'
import { lockups } from '../patterns/enactments.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const outdoorTime = wrongWhen({
  id: 'detention.outdoor-time',
  title: {
    zh: '被拘留人每日室外活动少于二小时',
    en: 'A person in the lock-up had less than two hours outside the cell in a day',
  },
  grade: 'C',
  citations: [lockups('第二十一条', '拘留所应当保证被拘留人每日不少于2小时的拘室外活动时间。')],
  paramSchema: z.object({ leastMinutes: z.number() }),
  params: [{ from: '2012-04-01', value: { leastMinutes: 120 } }],
  limits: {
    zh: '以拘留所每日登记的活动时间为准；收拘、解除当日由人核查。',
    en: 'Goes by the daily record; the days of intake and release are for people to check.',
  },
  consumes: ['custody.activity'],
  subject: ({ data }) => (data.facilityKind === 'lockup' ? `${data.person}/${data.day}` : undefined),
  judge(file, { leastMinutes }) {
    const day = last(file, 'custody.activity')
    return day && day.data.outdoorMinutes < leastMinutes
      ? {
          since: day.at,
          seen: [day],
          unit: day.data.facility,
          facts: { day: day.data.day, outdoorMinutes: day.data.outdoorMinutes, person: day.data.person },
        }
      : undefined
  },
})
