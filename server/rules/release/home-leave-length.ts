import { z } from 'zod'
import { chinaDate, days, type Instant } from '../../domain/time.ts'
import { all } from '../patterns/case-file.ts'
import { convictRules, unread } from '../patterns/elsewhere.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

const monthOf = (at: Instant): string => chinaDate(at).slice(0, 7)

export const homeLeaveLength = wrongWhen({
  id: 'release.home-leave-length',
  title: {
    zh: '拘役罪犯一个月内回家超过二日',
    en: 'A convict in criminal detention was at home for more than two days in a month',
  },
  grade: 'A',
  citations: [convictRules('第五十四条', '被判处拘役的罪犯每月可以回家一日至二日，不得集中使用。')],
  paramSchema: z.object({ mostDays: z.number() }),
  params: [{ from: '2013-11-23', value: { mostDays: 2 } }],
  shipsOff: unread,
  remembersMs: days(40),
  limits: {
    zh: '按自然月合计出所、回所登记之间的时间，跨月的一次算在出所的月份；刑期末集中使用由人核查。',
    en: 'Adds up the time between recorded departures and returns in a calendar month; an outing over its end counts where it began. Saving the days for the end of the term is for people to check.',
  },
  consumes: ['custody.taken-out', 'custody.returned'],
  subject: (o) => {
    const months = [monthOf(o.observedAt)]
    // Someone may come back in the month after the one they left in.
    if (o.kind === 'custody.returned')
      months.push(monthOf(o.observedAt - days(Number(chinaDate(o.observedAt).slice(8)))))
    return months.map((month) => `${o.data.person}/${month}`)
  },
  lawAt: (file) => file.at(-1)!.at,
  judge(file, { mostDays }, { now }) {
    let before = 0
    for (const out of all(file, 'custody.taken-out')) {
      const { facilityKind, purpose, outing, facility, person } = out.data
      if (facilityKind !== 'detention-house' || purpose !== 'home-leave') continue
      const back = all(file, 'custody.returned').find((r) => r.data.outing === outing)
      const dueAt = out.at + days(mostDays) - before
      if ((back?.at ?? now) > dueAt)
        return {
          since: Math.max(dueAt, out.at),
          seen: back ? [out, back] : [out],
          unit: facility,
          facts: { person, month: monthOf(out.at), mostDays },
        }
      if (!back) return { dueAt, startedAt: out.at }
      before += back.at - out.at
    }
    return undefined
  },
})
