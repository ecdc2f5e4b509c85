import { all } from '../patterns/case-file.ts'
import { penalties, publicOrder2025 } from '../patterns/enactments.ts'
import { inForceFrom, noNumber } from '../patterns/none.ts'
import { byDecision } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

/** 初次从事法制审核的人员 (legal table I, case-legal-review). */
export const reviewerUnqualified = wrongWhen({
  id: 'case.reviewer-unqualified',
  title: {
    zh: '初次从事法制审核的人员未取得法律职业资格',
    en: 'Someone new to legal review has no legal qualification',
  },
  grade: 'C',
  citations: [
    publicOrder2025(
      '第一百一十四条',
      '公安机关中初次从事治安管理处罚决定法制审核的人员，应当通过国家统一法律职业资格考试取得法律职业资格。',
    ),
    penalties(
      '第五十八条',
      '行政机关中初次从事行政处罚决定法制审核的人员，应当通过国家统一法律职业资格考试取得法律职业资格。',
    ),
  ],
  paramSchema: noNumber,
  params: inForceFrom('2021-07-15'),
  limits: {
    zh: '是否初次、有无资格以审核记录为准；没有写明的不作判断。',
    en: 'Goes by what the record of the review says; where it does not say, nothing is judged.',
  },
  consumes: ['legal-review.done'],
  subject: byDecision,
  judge(file) {
    for (const review of all(file, 'legal-review.done')) {
      const { firstTime, qualified, unit, reviewer } = review.data
      if (firstTime !== true) continue
      if (qualified === null) return { missing: 'qualification of the reviewer' }
      if (!qualified) return { since: review.at, seen: [review], unit, officers: [reviewer] }
    }
    return undefined
  },
})
