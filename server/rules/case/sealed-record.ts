import { first } from '../patterns/case-file.ts'
import { publicOrder2025 } from '../patterns/enactments.ts'
import { inForceFrom, noNumber } from '../patterns/none.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

/** 违法记录封存 (legal table I, case-record-sealed). */
export const sealedRecord = wrongWhen({
  id: 'case.sealed-record',
  title: {
    zh: '无办案需要或者国家规定查询、提供封存的违法记录',
    en: 'A sealed record was looked at or given away without a case or a rule that allows it',
  },
  grade: 'B',
  citations: [
    publicOrder2025(
      '第一百三十六条',
      '违反治安管理的记录应当予以封存，不得向任何单位和个人提供或者公开，但有关国家机关为办案需要或者有关单位根据国家规定进行查询的除外。',
    ),
    publicOrder2025(
      '第一百三十八条',
      '公安机关及其人民警察不得将在办理治安案件过程中获得的个人信息，依法提取、采集的相关信息、样本用于与治安管理、查处犯罪无关的用途，不得出售、提供给其他单位或者个人。',
    ),
  ],
  paramSchema: noNumber,
  params: inForceFrom('2026-01-01'),
  limits: {
    zh: '以查询日志登记的用途和案件号为准；用途是否真实、案件是否确有需要由人核查。',
    en: 'Goes by the purpose and the case in the access log; whether they were true is for people to check.',
  },
  consumes: ['case.record-queried'],
  subject: (o) => o.data.query,
  judge(file) {
    const asked = first(file, 'case.record-queried')
    if (!asked?.data.sealed) return undefined
    const { purpose, case: of, unit, by, action, person } = asked.data
    const why =
      purpose === null || purpose === 'other'
        ? 'no-ground'
        : purpose === 'case-handling' && of === null
          ? 'no-case'
          : undefined
    if (why === undefined) return undefined
    return { since: asked.at, seen: [asked], unit, officers: [by], facts: { why, purpose, action, person } }
  },
})
