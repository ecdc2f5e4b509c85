import { z } from 'zod'
import type { Register } from '../../domain/register.ts'
import type { Row } from '../../domain/roll-call/state.ts'
import { minutes } from '../../domain/time.ts'
import { ROLL_CALL_FROM, rowRule } from '../patterns/roll-call.ts'

/** Whether what the excuse names is on record for everybody on the row; undefined for what no record could show. */
const onRecord = ({ excuse, officers, carrier, at }: Row, { duty, ...register }: Register): boolean | undefined => {
  const carriers = [...(carrier === null ? [] : [carrier]), ...officers.map((o) => `officer/${o}`)]
  switch (excuse?.because) {
    case 'leave':
      return officers.every((o) => duty.leaveAt(o, at) !== undefined)
    case 'absence-reported':
      return officers.every((o) => duty.absenceAt(o, at) !== undefined)
    case 'off-shift':
      return officers.every((o) => duty.dutyOf(o, at).length === 0) && carriers.every((c) => !register.shiftAt(c, at))
    case 'on-order':
      return carriers.some((c) => register.orderAt(c, at))
    case 'approved-task':
      return carriers.some((c) => register.taskAt(c, at))
    default:
      return undefined
  }
}

/** The supervisors are supervised: who lets somebody off names a ground, and the ground must be on record. */
export const excuseWithoutLeave = rowRule({
  id: 'roll-call.excuse-without-leave',
  title: {
    zh: '呼点免答的理由没有请假、排班或指令记录',
    en: 'Somebody was excused from a roll-call on a ground that no record shows',
  },
  grade: 'C',
  paramSchema: z.object({ graceMinutes: z.number().min(0).max(100) }),
  params: [{ from: ROLL_CALL_FROM, value: { graceMinutes: 60 } }],
  localSettings: [
    { param: 'graceMinutes', title: { zh: '补录宽限时间', en: 'Time to put it on record' }, unit: 'minute' },
  ],
  limits: {
    zh: '只核对请假、排班、指令、任务和离岗报告；以“其他”为由的不作判断，由抽查覆盖。补录发生在宽限时间之后的，线索自行结束但仍需查看。',
    en: 'Checks leave, roster, orders, tasks and reported absences only; an excuse for another reason is not judged. What is recorded later than the grace ends the finding, which still waits to be seen.',
  },
  hears: [
    'leave.approved',
    'post.absence-reported',
    'dispatch.ordered',
    'task.approved',
    'shift.scheduled',
    'shift.cancelled',
    'duty.cancelled',
    'duty.swapped',
  ],
  judge(row, _cycle, { graceMinutes }, { now, register }) {
    const { excuse } = row
    if (!excuse || onRecord(row, register) !== false) return undefined
    const dueAt = excuse.at + minutes(graceMinutes)
    if (now <= dueAt) return { dueAt, startedAt: excuse.at }
    return {
      since: dueAt,
      seqs: [row.seq, excuse.seq],
      facts: { because: excuse.because, by: excuse.by, graceMinutes },
    }
  },
})
