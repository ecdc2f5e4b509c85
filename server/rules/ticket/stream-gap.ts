import { z } from 'zod'
import { minutes } from '../../domain/time.ts'
import { equipment } from '../basis.ts'
import { first } from '../patterns/case-file.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const streamGap = wrongWhen({
  id: 'ticket.stream-gap',
  title: {
    zh: '罚单系统的变更流缺号，其间不可观测',
    en: 'Changes are missing from the stream: what happened in them cannot be observed',
  },
  grade: 'B',
  citations: [equipment],
  paramSchema: z.object({ graceMinutes: z.number().min(0).max(10_080) }),
  params: [{ from: '2011-10-01', value: { graceMinutes: 10 } }],
  localSettings: [
    { param: 'graceMinutes', title: { zh: '补齐宽限时间', en: 'Time for them to come' }, unit: 'minute' },
  ],
  limits: {
    zh: '只有给变更编号的系统才看得到缺号；缺的是什么不作推测，由系统主管单位负责。',
    en: 'Only where the sender numbers its changes. What is missing is not guessed; the owner of the system answers for it.',
  },
  consumes: ['row.gap-seen', 'row.gap-closed'],
  subject: (o) => `${o.data.system}/${o.data.txId ?? ''}${o.data.from}`,
  judge(file, { graceMinutes }, { now, register }) {
    const seen = first(file, 'row.gap-seen')
    if (!seen || first(file, 'row.gap-closed')) return undefined
    const { system, from, to, by } = seen.data
    const dueAt = seen.at + minutes(graceMinutes)
    if (now <= dueAt) return { dueAt, startedAt: seen.at }
    return {
      since: seen.at,
      seen: [seen],
      unit: register.tickets.ownerOf(system),
      facts: { system, firstMissing: from, lastMissing: to, shownBy: by },
    }
  },
})
