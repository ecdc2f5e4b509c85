import { z } from 'zod'
import { minutes } from '../../domain/time.ts'
import { equipment } from '../basis.ts'
import { all, first } from '../patterns/case-file.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const beforeImageMissing = wrongWhen({
  id: 'ticket.before-image-missing',
  title: {
    zh: '罚单系统的变更流不告知变更前内容，改单不可观测',
    en: 'The change stream does not tell rows as they were, so alterations cannot be observed',
  },
  grade: 'C',
  citations: [equipment],
  paramSchema: z.object({ graceMinutes: z.number().min(0).max(10_080) }),
  params: [{ from: '2011-10-01', value: { graceMinutes: 60 } }],
  localSettings: [{ param: 'graceMinutes', title: { zh: '整改宽限时间', en: 'Time to mend it' }, unit: 'minute' }],
  limits: {
    zh: '这是系统的缺陷，不是任何民警的问题；其间的变更既不认定改动，也不认定未改动。',
    en: 'A defect of the system and of no officer. What happened meanwhile is neither altered nor unaltered.',
  },
  consumes: ['ticket.changed'],
  subject: (o) => (o.data.op === 'changed' ? o.data.system : undefined),
  // The system is healthy again with the first row that is told whole.
  keeps: ['ticket.changed'],
  judge(file, { graceMinutes }, { now, register, subject }) {
    const whole = all(file, 'ticket.changed').findLast((one) => !one.data.beforeMissing)
    const missing = file.filter((one) => one.data.beforeMissing && one.at > (whole?.at ?? Number.NEGATIVE_INFINITY))
    const since = first(missing, 'ticket.changed')
    if (!since) return undefined
    const dueAt = since.at + minutes(graceMinutes)
    if (now <= dueAt) return { dueAt, startedAt: since.at }
    const unit = register.tickets.ownerOf(subject)
    return {
      since: since.at,
      seen: [since, ...missing.slice(-3)],
      unit,
      facts: { system: subject, missing: 'before-image' },
    }
  },
})
