import { z } from 'zod'
import { days } from '../../domain/time.ts'
import { bureauChiefs, ranks } from '../patterns/approvers.ts'
import { all, first } from '../patterns/case-file.ts'
import { penalties, publicOrder2025 } from '../patterns/enactments.ts'
import { byDecision } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

const schema = z.object({ approvers: ranks })

/** 集体讨论 (legal table I, case-legal-review). */
export const notDiscussed = wrongWhen<'decision.made' | 'case.discussed', z.infer<typeof schema>>({
  id: 'case.not-discussed',
  title: {
    zh: '情节复杂或者重大违法行为的处罚未经集体讨论',
    en: 'A grave or complicated penalty was decided without the chiefs discussing it',
  },
  grade: 'B',
  citations: [
    publicOrder2025('第一百一十三条', '对情节复杂或者重大违法行为给予治安管理处罚，公安机关负责人应当集体讨论决定。'),
    penalties('第五十七条', '对情节复杂或者重大违法行为给予行政处罚，行政机关负责人应当集体讨论决定。'),
  ],
  paramSchema: schema,
  params: [{ from: '2021-07-15', value: { approvers: bureauChiefs } }],
  limits: {
    zh: '是否情节复杂、重大以案卷载明为准；讨论以有记录、由负责人主持为准，只有一人的不是集体讨论。',
    en: 'Whether a case is grave is as the file says; a discussion counts when recorded and presided over by a chief; one person alone discusses nothing.',
  },
  consumes: ['decision.made', 'case.discussed'],
  subject: byDecision,
  lawAt: (file) => first(file, 'decision.made')?.at ?? file[0]!.at,
  remembersMs: days(800),
  judge(file, law) {
    const made = first(file, 'decision.made')
    if (!made?.data.situations.includes('grave') || made.data.type === 'criminal') return undefined
    const before = all(file, 'case.discussed').filter((d) => d.at <= made.at)
    if (before.some((d) => law.approvers.includes(d.data.rank) && d.data.members !== 1)) return undefined
    return {
      since: made.at,
      seen: [made, ...before],
      unit: made.data.unit,
      officers: made.data.by === null ? [] : [made.data.by],
      facts: { rank: before.at(-1)?.data.rank ?? null },
    }
  },
})
