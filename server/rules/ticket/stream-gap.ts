import { z } from 'zod'
import type { DataOf } from '../../domain/observation/index.ts'
import type { TicketRegister } from '../../domain/ticket/register.ts'
import { minutes } from '../../domain/time.ts'
import { equipment } from '../basis.ts'
import { all, first } from '../patterns/case-file.ts'
import { sidesOf } from '../patterns/ticket-change.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

/** Readings of the ticket that differ from what had been told of it. */
const differing = ({ system, ticket }: DataOf<'ticket.changed'>, tickets: TicketRegister) =>
  tickets.needyOf(system, ticket).filter(({ data }) => data.op === 'seen')

export const streamGap = wrongWhen({
  id: 'ticket.stream-gap',
  title: {
    zh: '罚单系统的变更流有缺失，其间不可观测',
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
    zh: '两种情形看得到：变更有编号而缺号；重新读取的快照与四十日内先前所知不同，且不属正常流转。快照里不再出现的记录看不到。缺的是什么、是谁改的，不作推测，由系统主管单位负责；后来补报的，即行结束。',
    en: 'It sees two things: a hole where the sender numbers its changes, and a snapshot that differs from what was told of a ticket within forty days otherwise than by the ordinary course. A row that is not in the snapshot any more it cannot see. What is missing, and who did it, is not guessed; the owner of the system answers for it. What is told after all ends it.',
  },
  consumes: ['row.gap-seen', 'row.gap-closed', 'ticket.changed'],
  subject: (o, { tickets }) =>
    o.kind === 'ticket.changed'
      ? differing(o.data, tickets).map((one) => `${o.data.system}/${one.subject}`)
      : `${o.data.system}/${o.data.txId ?? ''}${o.data.from}`,
  judge(file, { graceMinutes }, { now, register: { tickets } }) {
    const rows = all(file, 'ticket.changed')
    const seen = first(file, 'row.gap-seen') ?? rows.find(({ data }) => data.op === 'seen')
    if (!seen) return undefined
    const dueAt = seen.at + minutes(graceMinutes)
    const wrong = { since: seen.at, seen: [seen], unit: tickets.ownerOf(seen.data.system) }
    if (seen.kind === 'row.gap-seen') {
      if (first(file, 'row.gap-closed')) return undefined
      if (now <= dueAt) return { dueAt, startedAt: seen.at }
      const { system, from, to, by } = seen.data
      return { ...wrong, facts: { system, firstMissing: from, lastMissing: to, shownBy: by } }
    }
    const read = tickets.needyFor(seen.data, seen.at)
    // The change that it shows came after all, and is judged as one.
    const told = rows.some(
      ({ at, data: { op, fields } }) =>
        op === 'changed' && at <= seen.at && read?.data.changes.every(({ field, after }) => fields[field] === after),
    )
    if (!read || told) return undefined
    if (now <= dueAt) return { dueAt, startedAt: seen.at }
    const { system, ticket } = seen.data
    return { ...wrong, facts: { system, ticket, ...sidesOf(read.data), shownBy: 'snapshot' } }
  },
})
