import { z } from 'zod'
import { hours } from '../../domain/time.ts'
import { publicHelp } from '../basis.ts'
import { all, first } from '../patterns/case-file.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

const schema = z.object({ endHours: z.number().positive() })
const kinds = ['call.received', 'dispatch.test-approved', 'dispatch.test-ended'] as const

/** 模拟报警 (legal table O): approved before, and ended. */
export const testUnapproved = wrongWhen<(typeof kinds)[number], z.infer<typeof schema>>({
  id: 'dispatch.test-unapproved',
  title: {
    zh: '模拟报警未经批准或者没有及时解除',
    en: 'A test call was not approved, or nobody was told that it was one',
  },
  grade: 'B',
  citations: [publicHelp],
  paramSchema: schema,
  params: [{ from: '2011-10-01', value: { endHours: 2 } }],
  localSettings: [
    { param: 'endHours', title: { zh: '解除模拟报警的时限', en: 'Time to tell that it was a test' }, unit: 'hour' },
  ],
  limits: {
    zh: '是否模拟报警以登记为准；批准人须为警务督察队队长以上，批准须在报警之前。解除的时间为本局设定。',
    en: 'A test is what is marked as one; it must be approved beforehand by the chief of the supervision team or above. The time to end it is a setting.',
  },
  shipsOff: {
    zh: '批准权限见《公安机关督察条例实施办法》第二十三条，文本不在法规库内，先行关闭。',
    en: 'Who may approve stands in article 23 of the implementing rules of the supervision regulation, whose text is not among our statutes.',
  },
  consumes: kinds,
  subject: (o) => o.data.incident,
  judge(file, law, { now }) {
    const call = first(file, 'call.received')
    if (!call?.data.test) return undefined
    const approved = all(file, 'dispatch.test-approved').find((a) => a.at <= call.at && a.data.as !== 'other')
    const wrong = (why: string, since: number) => ({ since, seen: [call], unit: call.data.unit, facts: { why } })
    if (!approved) return wrong('not-approved', call.at)
    const ended = first(file, 'dispatch.test-ended')
    const dueAt = call.at + hours(law.endHours)
    if ((ended?.at ?? now) > dueAt) return wrong('not-ended', dueAt)
    return ended ? undefined : { dueAt, startedAt: call.at }
  },
})
