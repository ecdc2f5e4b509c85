import { days } from '../../domain/time.ts'
import { all } from '../patterns/case-file.ts'
import { adminProcedure, penalties } from '../patterns/enactments.ts'
import { endOf, type Limit, limitSchema } from '../patterns/limit.ts'
import { byDecision } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

/** 举行听证的通知 (legal table I, case-hearing-threshold). */
export const hearingNotice = wrongWhen<'hearing.announced', Limit>({
  id: 'case.hearing-notice',
  title: { zh: '举行听证未提前七日通知', en: 'A hearing was announced less than seven days ahead' },
  grade: 'C',
  citations: [
    penalties('第六十四条', '（二）行政机关应当在举行听证的七日前，通知当事人及有关人员听证的时间、地点；'),
    penalties('第八十五条', '本法中“二日”“三日”“五日”“七日”的规定是指工作日，不含法定节假日。'),
    adminProcedure('第一百三十六条', '公安机关受理听证后，应当在举行听证的七日前将举行听证通知书送达听证申请人'),
  ],
  paramSchema: limitSchema,
  params: [
    { from: '2013-01-01', value: { amount: 7, unit: 'day' } },
    { from: '2021-07-15', value: { amount: 7, unit: 'working-day' } },
  ],
  limits: {
    zh: '送达之日不计，第七日当日举行视为已满七日前。改期的，以最后通知的时间为准。工作日需要当年节假日表，缺表时不作判断。',
    en: 'The day of service is not counted; a hearing on the seventh day is in time. Of several days announced the last holds. Working days need the year’s holiday table; without it nothing is judged.',
  },
  consumes: ['hearing.announced'],
  subject: byDecision,
  judge(file, law, { register }) {
    const told = all(file, 'hearing.announced')
    for (const person of new Set(told.map((one) => one.data.person))) {
      const theirs = told.filter((one) => one.data.person === person)
      // The day that holds is the one announced last; announced twice, it was known from the first time.
      const startsAt = theirs.at(-1)!.data.startsAt
      const announced = theirs.find((one) => one.data.startsAt === startsAt)!
      const end = endOf(announced.at, law, register.custody.holidays())
      if (end === undefined) return { missing: 'calendar.published' }
      const earliestAt = end - days(1)
      if (startsAt >= earliestAt) continue
      return {
        since: announced.at,
        seen: [announced],
        unit: announced.data.unit,
        facts: { startsAt, earliestAt, limit: law.amount, unit: law.unit, person },
      }
    }
    return undefined
  },
})
