import { first } from '../patterns/case-file.ts'
import { adminProcedure, publicOrder2012, publicOrder2025 } from '../patterns/enactments.ts'
import { inForceFrom, noNumber } from '../patterns/none.ts'
import { isStated } from '../patterns/stated.ts'
import { byPayment } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

/** 专用票据 (legal table I, case-fine-collection). */
export const cashFineReceipt = wrongWhen({
  id: 'case.cash-fine-receipt',
  title: {
    zh: '当场收缴罚款未出具专用票据或者数额不实',
    en: 'A fine was taken in cash without the uniform receipt, or for another amount',
  },
  grade: 'A',
  citations: [
    publicOrder2025(
      '第一百二十五条',
      '人民警察当场收缴罚款的，应当向被处罚人出具省级以上人民政府财政部门统一制发的专用票据；',
    ),
    publicOrder2025('第一百三十九条', '（八）当场收缴罚款不出具专用票据或者不如实填写罚款数额的；'),
    publicOrder2012(
      '第一百零六条',
      '人民警察当场收缴罚款的，应当向被处罚人出具省、自治区、直辖市人民政府财政部门统一制发的罚款收据；',
    ),
    adminProcedure(
      '第二百一十五条',
      '公安机关及其人民警察当场收缴罚款的，应当出具省级或者国家财政部门统一制发的罚款收据。',
    ),
  ],
  paramSchema: noNumber,
  params: inForceFrom('2006-03-01'),
  limits: {
    zh: '票据号以收缴登记为准；票据真伪须向财政部门核对。少收、分次缴纳由人核查。',
    en: 'The number is as registered; whether the receipt is genuine is for the treasury to say. Part payments are for people to check.',
  },
  consumes: ['fine.collected'],
  subject: byPayment,
  judge(file) {
    const taken = first(file, 'fine.collected')
    if (!taken) return undefined
    const { receipt, yuan, fineYuan, unit, officer } = taken.data
    const why = !isStated(receipt) ? 'no-receipt' : yuan > fineYuan ? 'more-than-decided' : undefined
    if (why === undefined) return undefined
    return { since: taken.at, seen: [taken], unit, officers: [officer], facts: { why, yuan, fineYuan } }
  },
})
