import { z } from 'zod'
import { endOfDays } from '../../domain/calendar.ts'
import { last } from '../patterns/case-file.ts'
import { lockupRules, unread } from '../patterns/elsewhere.ts'
import { lockups } from '../patterns/enactments.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const lockupCheck = wrongWhen({
  id: 'detention.lockup-check',
  title: {
    zh: '拘留所未每日检查监室或者未每周安全大检查',
    en: 'The lock-up’s cells were not checked each day, or all of it each week',
  },
  grade: 'B',
  citations: [
    lockups('第十四条', '拘留所应当建立值班巡视制度和突发事件应急机制。'),
    lockupRules('第三十七条', '拘室每日至少检查一次，每周至少进行一次安全大检查。'),
  ],
  paramSchema: z.object({ cellsDays: z.number(), generalDays: z.number() }),
  params: [{ from: '2012-12-14', value: { cellsDays: 1, generalDays: 7 } }],
  shipsOff: unread,
  limits: {
    zh: '自上一次登记的检查起算；从未登记过检查的拘留所不作判断。检查的质量由人核查。',
    en: 'Counts from the last recorded check; a lock-up that never recorded one is not judged. How well it was done is for people to check.',
  },
  consumes: ['facility.checked'],
  subject: ({ data }) => (data.facilityKind === 'lockup' ? `${data.facility}/${data.kind}` : undefined),
  lawAt: (file) => file.at(-1)!.at,
  judge(file, { cellsDays, generalDays }, { now }) {
    const newest = last(file, 'facility.checked')
    if (!newest) return undefined
    const { kind, facility } = newest.data
    const dueAt = endOfDays(newest.at, kind === 'cells' ? cellsDays : generalDays)
    return now <= dueAt
      ? { dueAt, startedAt: newest.at }
      : { since: dueAt, seen: [newest], unit: facility, facts: { kind } }
  },
})
