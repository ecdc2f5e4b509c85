import { z } from 'zod'
import { hours } from '../../domain/time.ts'
import { bureauChiefs, departmentChiefs, policeChiefs, ranks } from '../patterns/approvers.ts'
import { all, type Seen } from '../patterns/case-file.ts'
import { adminProcedure, criminalProcedure, publicOrder2025 } from '../patterns/enactments.ts'
import { byItem } from '../patterns/subjects.ts'
import { takings } from '../patterns/takings.ts'
import { type Judgement, wrongWhen } from '../patterns/wrong-when.ts'

const schema = z.object({
  approvers: ranks,
  departmentApprovers: ranks,
  highApprovers: ranks,
  supplementHours: z.number().positive(),
})

/** 扣押审批 (legal table J, prop-seize-approval): whose approval depends on the case, the value and the place. */
export const seizureApproval = wrongWhen<'property.seized' | 'property.approved', z.infer<typeof schema>>({
  id: 'property.seizure-approval',
  title: { zh: '扣押、查封、先行登记保存未经有权负责人批准', en: 'Property was taken without the approval it needs' },
  grade: 'B',
  citations: [
    publicOrder2025(
      '第一百零五条',
      '实施扣押前应当报经公安机关负责人批准；因情况紧急或者物品价值不大，当场实施扣押的，人民警察应当及时向其所属公安机关负责人报告，并补办批准手续。',
    ),
    adminProcedure('第一百零七条', '对下列物品，经公安机关负责人批准，可以依法扣押或者扣留：'),
    adminProcedure(
      '第一百一十条',
      '在证据可能灭失或者以后难以取得的情况下，经公安机关办案部门负责人批准，可以先行登记保存。',
    ),
    adminProcedure(
      '第五十六条',
      '情况紧急，当场实施行政强制措施的，办案人民警察应当在二十四小时内依法向其所属的公安机关负责人报告，并补办批准手续。',
    ),
    criminalProcedure(
      '第二百二十八条',
      '在侦查过程中需要扣押财物、文件的，应当经办案部门负责人批准，制作扣押决定书；在现场勘查或者搜查中需要扣押财物、文件的，由现场指挥人员决定；但扣押财物、文件价值较高或者可能严重影响正常生产经营的，应当经县级以上公安机关负责人批准，制作扣押决定书。',
    ),
  ],
  paramSchema: schema,
  params: [
    {
      from: '2013-01-01',
      value: {
        approvers: policeChiefs,
        departmentApprovers: departmentChiefs,
        highApprovers: bureauChiefs,
        supplementHours: 24,
      },
    },
  ],
  limits: {
    zh: '批准以审批记录为准。是否紧急、价值高低以登记为准，由人核查。交通扣留另有规定。',
    en: 'Goes by the approvals on record; urgency and value as registered are for people to check. Vehicles and licences held in traffic have rules of their own.',
  },
  consumes: ['property.seized', 'property.approved'],
  subject: byItem,
  judge(file, law, { now }) {
    const given = all(file, 'property.approved').filter((a) => a.data.what === 'seizure')
    const taken = takings(all(file, 'property.seized'))
    const judged = taken.map((seized, i) => {
      // The approval of what was done before with the same thing is not one of this.
      const own = given.filter((a) => a.at > (taken[i - 1]?.at ?? Number.NEGATIVE_INFINITY))
      return judgeOne(seized, own, law, now)
    })
    return judged.find((j) => j && 'since' in j) ?? judged.find((j) => j !== undefined)
  },
})

const judgeOne = (
  seized: Seen<'property.seized'>,
  given: readonly Seen<'property.approved'>[],
  law: z.infer<typeof schema>,
  now: number,
): Judgement => {
  const { how, type, unit, officers, onTheSpot, commander, highValue, what } = seized.data
  if (!['seizure', 'sealing', 'advance-registration', 'sample'].includes(how)) return undefined
  const criminal = type === 'criminal'
  const high = criminal && (highValue || how === 'sealing')
  if (criminal && !high && onTheSpot && commander !== null) return undefined
  const competent = high
    ? law.highApprovers
    : criminal || how === 'advance-registration' || how === 'sample'
      ? law.departmentApprovers
      : law.approvers
  const dueAt = !criminal && onTheSpot ? seized.at + hours(law.supplementHours) : seized.at
  if (given.some((a) => a.data.decision === 'approved' && competent.includes(a.data.rank) && a.at <= dueAt))
    return undefined
  // A chief who refuses ends the seizure; what becomes of the thing is another duty.
  if (onTheSpot && given.some((a) => a.data.decision === 'refused' && a.at <= dueAt)) return undefined
  if (dueAt > seized.at && now <= dueAt) return { dueAt, startedAt: seized.at }
  const last = given.at(-1)
  return {
    since: dueAt,
    seen: [seized, ...given],
    unit,
    officers,
    facts: {
      what,
      caseType: type,
      needs: competent[0] ?? null,
      rank: last?.data.rank ?? null,
      decidedAt: last?.at ?? null,
    },
  }
}
