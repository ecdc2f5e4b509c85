import { z } from 'zod'
import type { Register } from '../../domain/register.ts'
import { days, type Instant, minutes } from '../../domain/time.ts'
import { orders } from '../basis.ts'
import {
  anyGround,
  changeWithGround,
  ownLogins,
  waiting,
  waitingDefault,
  waitingSettings,
} from '../patterns/ticket-change.ts'

export const actedOffDuty = changeWithGround({
  id: 'ticket.acted-off-duty',
  title: {
    zh: '以休假或者不当班人员的账号改动罚单',
    en: 'A ticket was changed under the login of somebody on leave or off shift',
  },
  grade: 'B',
  citations: [orders],
  paramSchema: waiting.extend({ graceMinutes: z.number().min(0).max(1440) }),
  params: [{ from: '2020-05-01', value: { ...waitingDefault, graceMinutes: 120 } }],
  localSettings: [
    ...waitingSettings,
    {
      param: 'graceMinutes',
      title: { zh: '班次前后仍视为当班的时间', en: 'How long before and after a shift still counts as on duty' },
      unit: 'minute',
    },
  ],
  shipsOff: ownLogins,
  limits: {
    zh: '以休假登记和前后一日内的班次、值班安排为准；没有安排的人只看休假。账号归属没有登记的不可观测。加班、远程授权由人核查。',
    en: 'Goes by leave on record and by shifts and duties within a day before and after; somebody without any is judged by leave alone. A login whose owner is not on record cannot be observed. Overtime is for people to check.',
  },
  of: anyGround,
  ground({ audits }, { graceMinutes }, register) {
    const owned = audits.filter(({ data }) => data.accountOf !== null)
    if (owned.length === 0) return { is: 'unseen', unseen: 'whose login it was' }
    for (const { at, data } of owned) {
      if (register.duty.leaveAt(data.accountOf!, at)) return { is: 'missing', missing: 'not-on-leave' }
      if (isOffShift(register, data.accountOf!, at, minutes(graceMinutes)))
        return { is: 'missing', missing: 'on-shift' }
    }
    return { is: 'lawful' }
  },
})

/** Has shifts or duties around `at`, and none of them holds at it. */
const isOffShift = (register: Register, officer: string, at: Instant, graceMs: number): boolean => {
  const near = [...register.shiftsWith(officer), ...register.duty.ofOfficer(officer)].filter(
    ({ startsAt, endsAt }) => startsAt <= at + days(1) && endsAt >= at - days(1),
  )
  return near.length > 0 && !near.some(({ startsAt, endsAt }) => startsAt - graceMs <= at && at <= endsAt + graceMs)
}
