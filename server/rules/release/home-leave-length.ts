import { z } from 'zod'
import { chinaDate, days } from '../../domain/time.ts'
import { all } from '../patterns/case-file.ts'
import { convictRules, unread } from '../patterns/elsewhere.ts'
import { byPerson } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

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
  subject: byPerson,
  lawAt: (file) => file.at(-1)!.at,
  judge(file, { mostDays }, { now }) {
    const byMonth = new Map<string, number>()
    for (const out of all(file, 'custody.taken-out')) {
      const { facilityKind, purpose, outing, facility, person } = out.data
      if (facilityKind !== 'detention-house' || purpose !== 'home-leave') continue
      const month = chinaDate(out.at).slice(0, 7)
      const before = byMonth.get(month) ?? 0
      const back = all(file, 'custody.returned').find((r) => r.data.outing === outing)
      const dueAt = out.at + days(mostDays) - before
      if ((back?.at ?? now) > dueAt)
        return {
          since: Math.max(dueAt, out.at),
          seen: back ? [out, back] : [out],
          unit: facility,
          facts: { person, month, mostDays },
        }
      if (!back) return { dueAt, startedAt: out.at }
      byMonth.set(month, before + back.at - out.at)
    }
    return undefined
  },
})
