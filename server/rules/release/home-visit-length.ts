import { z } from 'zod'
import { days } from '../../domain/time.ts'
import { first } from '../patterns/case-file.ts'
import { convictRules, unread } from '../patterns/elsewhere.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const homeVisitLength = wrongWhen({
  id: 'release.home-visit-length',
  title: { zh: '罪犯离所探亲超过七日', en: 'A convict’s home visit lasted more than seven days' },
  grade: 'A',
  citations: [convictRules('第六十七条', '离所探亲时间为三日至七日，不包括路途时间。')],
  paramSchema: z.object({ mostDays: z.number(), travelDays: z.number().min(0).max(10) }),
  params: [{ from: '2013-11-23', value: { mostDays: 7, travelDays: 1 } }],
  localSettings: [
    { param: 'travelDays', title: { zh: '路途时间', en: 'Days of travel that do not count' }, unit: 'day' },
  ],
  shipsOff: unread,
  limits: {
    zh: '路途时间不计，天数是本地设定；少于三日不报；当日向派出所报到由人核查。',
    en: 'Travel does not count; its days are a local setting. Fewer than three days are not reported. Reporting to the station on arrival is for people to check.',
  },
  consumes: ['custody.taken-out', 'custody.returned'],
  subject: ({ data }) => data.outing,
  judge(file, { mostDays, travelDays }, { now }) {
    const out = first(file, 'custody.taken-out')
    if (out?.data.facilityKind !== 'detention-house' || out.data.purpose !== 'home-visit') return undefined
    const back = first(file, 'custody.returned')
    const dueAt = out.at + days(mostDays + travelDays)
    if (back && back.at <= dueAt) return undefined
    if (now <= dueAt) return { dueAt, startedAt: out.at }
    return {
      since: dueAt,
      seen: back ? [out, back] : [out],
      unit: out.data.facility,
      facts: { person: out.data.person, mostDays, travelDays },
    }
  },
})
