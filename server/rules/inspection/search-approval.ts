import { actsOf } from '../patterns/acts.ts'
import { bureauChiefs } from '../patterns/approvers.ts'
import { all, first } from '../patterns/case-file.ts'
import { criminalProcedure } from '../patterns/enactments.ts'
import { approvedBy } from '../patterns/prior-approval.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const searchApproval = wrongWhen({
  id: 'inspection.search-approval',
  title: {
    zh: '搜查未经县级以上公安机关负责人批准',
    en: 'A search without approval by the county bureau’s chief',
  },
  grade: 'B',
  citations: [
    criminalProcedure(
      '第二百二十二条',
      '为了收集犯罪证据、查获犯罪人，经县级以上公安机关负责人批准，侦查人员可以对犯罪嫌疑人以及可能隐藏罪犯或者犯罪证据的人的身体、物品、住处和其他有关的地方进行搜查。',
    ),
    criminalProcedure('第二百二十四条', '执行拘留、逮捕的时候，遇有下列紧急情况之一的，不用搜查证也可以进行搜查：'),
  ],
  paramSchema: approvedBy,
  params: [{ from: '2013-01-01', value: { approvers: bureauChiefs } }],
  limits: {
    zh: '只看刑事案件的搜查，以登记的批准为准：登记为不批准、批准人无权或者批准在后的才报；没有登记批准的，分不清未批准还是未报送，不作判断。登记为执行拘留、逮捕时紧急搜查的不看，是否紧急由人核查。',
    en: 'Searches in criminal cases, by the approvals on record: refused, given by somebody without the power, or given afterwards. Without any on record, not approved and not sent look the same, and it does not judge. A search recorded as urgent while a detention or arrest was carried out is left out; whether it was urgent is for people to check.',
  },
  consumes: ['act.started', 'act.approved'],
  subject: actsOf((a) => a.kind === 'search' && a.caseType === 'criminal'),
  judge(file, { approvers }) {
    const started = first(file, 'act.started')
    if (!started || started.data.urgent !== null) return undefined
    const decided = all(file, 'act.approved')
    const { act, person, unit, officers } = started.data
    const last = decided.at(-1)
    if (!last) return { missing: 'act.approved' }
    const competent = decided.some(
      (d) => d.at <= started.at && d.data.decision === 'approved' && approvers.includes(d.data.rank),
    )
    if (competent) return undefined
    const { decision, rank } = last.data
    return {
      since: started.at,
      seen: [started, ...decided],
      unit,
      officers,
      facts: { act, person, decision, rank, decidedAt: last.at },
    }
  },
})
