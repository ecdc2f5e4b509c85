import { first } from '../patterns/case-file.ts'
import { adminProcedure, policeLaw } from '../patterns/enactments.ts'
import { inForceFrom, noNumber } from '../patterns/none.ts'
import { isStated } from '../patterns/stated.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

const withDocument = ['clerical', 'court-or-review', 'decision-revoked'] as const

/** 擅改已审批案件信息 (legal table I, case-edit-after-approval): every change is one subject. */
export const editedAfterApproval = wrongWhen({
  id: 'case.edited-after-approval',
  title: {
    zh: '已审批的案件信息被修改、删除而没有依据',
    en: 'An approved case record was changed or deleted without a ground',
  },
  grade: 'A',
  citations: [
    adminProcedure('第二百六十二条', '行政案件的法律文书及定性依据材料应当齐全完整，不得损毁、伪造。'),
    policeLaw('第二十二条', '（三）弄虚作假，隐瞒案情，包庇、纵容违法犯罪活动；'),
  ],
  paramSchema: noNumber,
  params: inForceFrom('2013-01-01'),
  limits: {
    zh: '以案件系统的修改日志为准。笔误更正、判决或复议改变、撤销原决定要有文书，退回补正要有退回的审批人，修改人不得自批。没有修改前内容的，只能证明改过，不能证明改了什么。《执法质量考核评议规定》第十二条第（五）项点名此项，其文本不在本系统法规库内，故引用上位规定。',
    en: 'Goes by the change log of the case system. Clerical corrections, judgments and revocations need a document, a return for correction needs who returned it; nobody allows their own change. Without a before-image it proves that something was changed, not what. The evaluation rules, article 12(5), name this breach; their text is not among our statutes, so the rules above it are cited.',
  },
  consumes: ['case.record-changed'],
  subject: (o) => `${o.data.case}/${o.data.record}/${o.data.field}/${o.observedAt}`,
  judge(file) {
    const changed = first(file, 'case.record-changed')
    if (!changed?.data.afterApproval) return undefined
    const { ground, document, approvedBy, by, unit, action, field, record, before, after, beforeKnown } = changed.data
    if (action === 'changed' && beforeKnown && before !== null && before === after) return undefined
    const allowed = approvedBy !== null && approvedBy !== by
    const papers = isStated(document) && withDocument.some((g) => g === ground)
    const lawful = allowed && (papers || ground === 'returned-for-correction')
    if (lawful) return undefined
    return {
      since: changed.at,
      seen: [changed],
      unit,
      officers: [by],
      facts: { record, field, action, before, after, beforeKnown, ground, approvedBy },
    }
  },
})
