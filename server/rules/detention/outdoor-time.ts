import { z } from 'zod'
import { chinaDate, chinaDay, days } from '../../domain/time.ts'
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
    zh: '以拘留所每日登记的活动时间为准；已登记收拘、解除的，当日不作判断，由人核查。',
    en: 'Goes by the daily record; the days of a recorded intake or release are not judged and are for people to check.',
  },
  consumes: ['custody.activity', 'custody.admitted', 'custody.released'],
  keeps: ['custody.activity'],
  subject: (o) => {
    if (o.data.facilityKind !== 'lockup') return undefined
    return `${o.data.person}/${o.kind === 'custody.activity' ? o.data.day : chinaDate(o.observedAt)}`
  },
  judge(file, { leastMinutes }, { register: { custody } }) {
    const day = last(file, 'custody.activity')!
    const { person, facility, outdoorMinutes } = day.data
    const begins = chinaDay(day.data.day)
    const [before, after] = [custody.custodyAt(person, begins), custody.custodyAt(person, begins + days(1) - 1)]
    const partly =
      after !== undefined &&
      (before === undefined || before.kind === 'custody.released' || after.kind === 'custody.released')
    if (partly || outdoorMinutes >= leastMinutes) return undefined
    // Short once the day is over, however late the record of it is made.
    const since = Math.min(day.at, begins + days(1))
    return { since, seen: [day], unit: facility, facts: { day: day.data.day, outdoorMinutes, person } }
  },
})
