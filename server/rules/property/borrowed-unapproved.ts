import { z } from 'zod'
import { departmentChiefs, ranks } from '../patterns/approvers.ts'
import { all, last } from '../patterns/case-file.ts'
import { adminProcedure } from '../patterns/enactments.ts'
import { byItem } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

const schema = z.object({ approvers: ranks })

/** 调用审批 (legal table J, prop-borrow-return). */
export const borrowedUnapproved = wrongWhen<'property.borrowed' | 'property.approved', z.infer<typeof schema>>({
  id: 'property.borrowed-unapproved',
  title: { zh: '未经办案部门负责人批准调用涉案财物', en: 'Case property was taken out without approval' },
  grade: 'B',
  citations: [
    adminProcedure(
      '第一百九十条',
      '因询问、鉴定、辨认、检验、检查等办案需要，经办案部门负责人批准，办案人民警察可以调用涉案财物，并及时归还。',
    ),
  ],
  paramSchema: schema,
  params: [{ from: '2013-01-01', value: { approvers: departmentChiefs } }],
  limits: {
    zh: '批准以出库登记或者审批记录为准，须在调用之前，一次批准只管一次调用；用途是否属办案需要由人核查。',
    en: 'Approval is as the store or the approval record has it, before the loan, and each loan needs its own; whether the purpose served the case is for people to check.',
  },
  consumes: ['property.borrowed', 'property.approved'],
  subject: byItem,
  judge(file, law) {
    const out = last(file, 'property.borrowed')
    if (!out) return undefined
    const { approvedRank, unit, by, purpose } = out.data
    const before = all(file, 'property.borrowed').at(-2)?.at ?? Number.NEGATIVE_INFINITY
    const leave = all(file, 'property.approved').filter(
      (a) => a.data.what === 'borrow' && a.at <= out.at && a.at > before,
    )
    const given = leave.some((a) => a.data.decision === 'approved' && law.approvers.includes(a.data.rank))
    if (given || (approvedRank !== null && law.approvers.includes(approvedRank))) return undefined
    return { since: out.at, seen: [...leave, out], unit, officers: [by], facts: { purpose, rank: approvedRank } }
  },
})
