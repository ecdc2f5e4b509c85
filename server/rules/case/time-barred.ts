import { z } from 'zod'
import { endOfMonths } from '../../domain/calendar.ts'
import { first } from '../patterns/case-file.ts'
import { adminProcedure, penalties, publicOrder2012, publicOrder2025 } from '../patterns/enactments.ts'
import { byDecision } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

const schema = z.object({ publicOrderMonths: z.number(), otherMonths: z.number(), longMonths: z.number() })

/** 追究时效 (legal table I, case-time-bar). */
export const timeBarred = wrongWhen<'decision.made', z.infer<typeof schema>>({
  id: 'case.time-barred',
  title: { zh: '对超过追究时效的行为作出处罚', en: 'An act beyond its time bar was punished' },
  grade: 'C',
  citations: [
    publicOrder2025('第二十五条', '违反治安管理行为在六个月以内没有被公安机关发现的，不再处罚。'),
    publicOrder2012('第二十二条', '违反治安管理行为在六个月内没有被公安机关发现的，不再处罚。'),
    adminProcedure(
      '第一百五十四条',
      '违反治安管理行为在六个月内没有被公安机关发现，其他违法行为在二年内没有被公安机关发现的，不再给予行政处罚。',
    ),
    adminProcedure(
      '第一百五十四条',
      '被侵害人在违法行为追究时效内向公安机关控告，公安机关应当受理而不受理的，不受本条第一款追究时效的限制。',
    ),
    penalties(
      '第三十六条',
      '违法行为在二年内未被发现的，不再给予行政处罚；涉及公民生命健康安全、金融安全且有危害后果的，上述期限延长至五年。',
    ),
  ],
  paramSchema: schema,
  params: [
    { from: '2006-03-01', value: { publicOrderMonths: 6, otherMonths: 24, longMonths: 24 } },
    { from: '2021-07-15', value: { publicOrderMonths: 6, otherMonths: 24, longMonths: 60 } },
  ],
  limits: {
    zh: '行为终了、发现的时间以决定所载为准；连续、继续状态由人判断。没有写明的不作判断。',
    en: 'The end of the act and its discovery are as the decision has them; whether it went on is for people to judge. What is not stated is not judged.',
  },
  consumes: ['decision.made'],
  subject: byDecision,
  judge(file, law) {
    const made = first(file, 'decision.made')
    if (!made || made.data.type === 'criminal' || made.data.penalties.every((p) => p === 'none')) return undefined
    const { type, offenceEndedAt, discoveredAt, longBar, refusedInTime, unit, by } = made.data
    if (offenceEndedAt === null || discoveredAt === null) return { missing: 'when the act ended and was discovered' }
    const months = type === 'public-order' ? law.publicOrderMonths : longBar ? law.longMonths : law.otherMonths
    const dueAt = endOfMonths(offenceEndedAt, months)
    if (discoveredAt <= dueAt || refusedInTime) return undefined
    return {
      since: made.at,
      seen: [made],
      unit,
      officers: by === null ? [] : [by],
      facts: { months, offenceEndedAt, discoveredAt, dueAt },
    }
  },
})
