import { z } from 'zod'
import { minutes } from '../../domain/time.ts'
import { first } from '../patterns/case-file.ts'
import { internalAffairs, unread } from '../patterns/elsewhere.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const weaponNotReturned = wrongWhen({
  id: 'restraint.weapon-not-returned',
  title: { zh: '执勤结束后未交还枪支', en: 'A weapon was not handed back after the duty' },
  grade: 'A',
  citations: [internalAffairs('第一百八十四条', '执行任务结束后，应当及时将枪支交还保管。')],
  paramSchema: z.object({ graceMinutes: z.number().min(0).max(1440) }),
  params: [{ from: '2021-12-28', value: { graceMinutes: 60 } }],
  localSettings: [
    {
      param: 'graceMinutes',
      title: { zh: '勤务结束后交还的时间', en: 'Time to hand it back after the duty' },
      unit: 'minute',
    },
  ],
  shipsOff: unread,
  limits: {
    zh: '以领枪登记的勤务结束时间为准，未登记的不作判断；分钟数是本地设定；勤务延长须重新登记。',
    en: 'Goes by the end of the duty on the issue; without one it does not judge. The minutes are a local setting; a longer duty is registered anew.',
  },
  consumes: ['weapon.issued', 'weapon.returned'],
  subject: ({ data }) => data.issue,
  judge(file, { graceMinutes }, { now }) {
    const issued = file.findLast((s) => s.kind === 'weapon.issued')
    if (issued?.kind !== 'weapon.issued') return undefined
    const { dutyEndsAt, unit, officer, weapon } = issued.data
    const back = first(file, 'weapon.returned')
    if (dutyEndsAt === null) return back ? undefined : { missing: 'weapon.issued dutyEndsAt' }
    const dueAt = dutyEndsAt + minutes(graceMinutes)
    if (back && back.at <= dueAt) return undefined
    if (now <= dueAt) return { dueAt, startedAt: issued.at }
    return { since: dueAt, seen: back ? [issued, back] : [issued], unit, officers: [officer], facts: { weapon } }
  },
})
