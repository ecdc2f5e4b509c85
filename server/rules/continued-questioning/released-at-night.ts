import { z } from 'zod'
import { hours } from '../../domain/time.ts'
import { all, first, last } from '../patterns/case-file.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { continuedQuestioning } from '../patterns/enactments.ts'
import { held } from '../patterns/held.ts'
import { limitSchema } from '../patterns/limit.ts'
import { vulnerable, vulnerableAges } from '../patterns/vulnerable.ts'

/** 晚上九点至次日早上七点, China's clock. */
const night = limitSchema.extend({ fromHour: z.number(), toHour: z.number(), ...vulnerableAges.shape })
const chinaHour = (at: number): number => Math.floor((at + hours(8)) / hours(1)) % 24

export const releasedAtNight = deedWithin({
  id: 'continued-questioning.released-at-night',
  title: {
    zh: '夜间释放特殊人员未通知领回或护送',
    en: 'A protected person was released at night without being collected or escorted',
  },
  grade: 'B',
  citations: [
    continuedQuestioning(
      '第十条',
      '对前款规定的人员在晚上九点至次日早上七点之间释放的，应当通知其家属或者监护人领回；对身份不明或者没有家属和监护人而无法通知的，应当护送至其住地。',
    ),
  ],
  paramSchema: night,
  params: [
    {
      from: '2004-10-01',
      value: { amount: 60, unit: 'minute', fromHour: 21, toHour: 7, underYears: 16, fromYears: 70 },
    },
  ],
  localSettings: [
    {
      param: 'amount',
      title: { zh: '释放后登记领回或护送的时间', en: 'Time to record collection or escort after release' },
      unit: 'minute',
    },
  ],
  limits: {
    zh: '以释放后在本地设定时间内有无领回、护送登记为准。',
    en: 'Goes by whether collection or escort is recorded within the local time after release.',
  },
  consumes: ['person.departed', 'notice.given', 'measure.started', 'person.described'],
  subject: held('continued-questioning'),
  begins(file, { register: { custody }, subject, paramsAt }) {
    const measure = first(file, 'measure.started')
    const left = last(file, 'person.departed')
    if (!measure || !left || left.at < measure.at || left.data.how !== 'released') return undefined
    const law = paramsAt(left.at)
    const hour = chinaHour(left.at)
    if (!law || (hour < law.fromHour && hour >= law.toHour)) return undefined
    if (!vulnerable(custody.person(subject), left.at, law)) return undefined
    return { at: left.at, seen: [measure, left], unit: measure.data.unit }
  },
  done: (file, { at }) =>
    all(file, 'notice.given').find(
      (n) => ['collected-by-family', 'escorted-home'].includes(n.data.to) && n.at >= at - hours(4),
    ),
})
