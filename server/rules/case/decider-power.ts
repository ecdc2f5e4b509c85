import { z } from 'zod'
import { penaltyKinds } from '../../domain/observation/decision.ts'
import { bureauChiefs, ranks } from '../patterns/approvers.ts'
import { first } from '../patterns/case-file.ts'
import { publicOrder2012, publicOrder2025 } from '../patterns/enactments.ts'
import { byDecision } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

const schema = z.object({
  stationYuan: z.number(),
  stationKinds: z.array(z.enum(penaltyKinds)),
  approvers: ranks,
})
type Law = z.infer<typeof schema>
const stationKinds: Law['stationKinds'] = ['none', 'warning', 'fine', 'confiscation']

/** 处罚决定权限 (legal table I, case-decider-level). */
export const deciderPower = wrongWhen<'decision.made', Law>({
  id: 'case.decider-power',
  title: {
    zh: '治安管理处罚由无权决定的单位或者人员作出',
    en: 'A penalty was decided by a unit or a person without the power',
  },
  grade: 'A',
  citations: [
    publicOrder2025(
      '第一百零九条',
      '治安管理处罚由县级以上地方人民政府公安机关决定；其中警告、一千元以下的罚款，可以由公安派出所决定。',
    ),
    publicOrder2012(
      '第九十一条',
      '治安管理处罚由县级以上人民政府公安机关决定；其中警告、五百元以下的罚款可以由公安派出所决定。',
    ),
  ],
  paramSchema: schema,
  params: [
    { from: '2006-03-01', value: { stationYuan: 500, stationKinds, approvers: bureauChiefs } },
    { from: '2026-01-01', value: { stationYuan: 1000, stationKinds, approvers: bureauChiefs } },
  ],
  limits: {
    zh: '以决定书落款单位和审批人职级为准；收缴的权限另有规定（行政案件程序规定第一百九十五条），不在此列。落款单位没有登记的，按审批人职级判断。',
    en: 'Goes by the unit named on the decision and the rank of who signed. Confiscation has limits of its own, not judged here. A unit that nobody registered is judged by the signer’s rank.',
  },
  consumes: ['decision.made'],
  subject: byDecision,
  judge(file, law, { register }) {
    const made = first(file, 'decision.made')
    if (made?.data.type !== 'public-order') return undefined
    const { decidedBy, rank, penalties, fineYuan, by, unit } = made.data
    const kind = register.unit(decidedBy)?.kind
    const station = kind === undefined ? rank === 'station-chief' : kind === 'station'
    const beyond = penalties.find((p) => !law.stationKinds.includes(p))
    const high = (fineYuan ?? 0) > law.stationYuan
    const wrong = (why: string) => ({
      since: made.at,
      seen: [made],
      unit,
      officers: by === null ? [] : [by],
      facts: { why, rank, fineYuan, mostYuan: law.stationYuan, unitKind: kind ?? null },
    })
    if (station) return beyond !== undefined ? wrong('not-a-station-penalty') : high ? wrong('too-high') : undefined
    return law.approvers.includes(rank) || (beyond === undefined && !high && rank === 'station-chief')
      ? undefined
      : wrong('rank')
  },
})
