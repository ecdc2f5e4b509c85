import { z } from 'zod'
import { first } from '../patterns/case-file.ts'
import { adminProcedure, penalties, publicOrder2012, publicOrder2025 } from '../patterns/enactments.ts'
import { byPayment } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

const schema = z.object({ publicOrderYuan: z.number(), otherYuan: z.number() })

/** 当场收缴罚款 (legal table I, case-fine-collection). */
export const cashFineGround = wrongWhen<'fine.collected', z.infer<typeof schema>>({
  id: 'case.cash-fine-ground',
  title: { zh: '不符合当场收缴罚款的情形而当场收缴', en: 'A fine was taken in cash where the law does not allow it' },
  grade: 'B',
  citations: [
    publicOrder2025('第一百二十三条', '（一）被处二百元以下罚款，被处罚人对罚款无异议的；'),
    publicOrder2025('第一百二十三条', '（三）被处罚人在当地没有固定住所，不当场收缴事后难以执行的。'),
    publicOrder2012('第一百零四条', '（一）被处五十元以下罚款，被处罚人对罚款无异议的；'),
    adminProcedure(
      '第二百一十四条',
      '（一）对违反治安管理行为人处五十元以下罚款和对违反交通管理的行人、乘车人和非机动车驾驶人处罚款，被处罚人没有异议的；',
    ),
    adminProcedure('第二百一十四条', '（二）对违反治安管理、交通管理以外的违法行为人当场处二十元以下罚款的；'),
    adminProcedure('第二百一十四条', '公安机关及其办案人民警察可以当场收缴罚款，法律另有规定的，从其规定：'),
    penalties('第六十八条', '（一）依法给予一百元以下罚款的；'),
  ],
  paramSchema: schema,
  params: [
    { from: '2013-01-01', value: { publicOrderYuan: 50, otherYuan: 20 } },
    // 法律另有规定的，从其规定: since then the law says a hundred yuan, the rule of procedure still twenty.
    { from: '2021-07-15', value: { publicOrderYuan: 50, otherYuan: 100 } },
    { from: '2026-01-01', value: { publicOrderYuan: 200, otherYuan: 100 } },
  ],
  limits: {
    zh: '情形以收缴登记为准；治安、交通以外的案件自2021年7月15日起按行政处罚法的一百元（程序规定仍为二十元，法律另有规定的从其规定）；边远不便、无固定住所是否属实由人核查。有无异议没有写明的不作判断。',
    en: 'Goes by the ground on record. Outside public order and traffic the hundred yuan of the penalty law are taken since 15 July 2021; the rule of procedure still says twenty, and yields to the law. Whether the place was remote or the person had no home is for people to check. Where it is not said whether there was an objection, nothing is judged.',
  },
  consumes: ['fine.collected'],
  subject: byPayment,
  judge(file, law) {
    const taken = first(file, 'fine.collected')
    if (!taken) return undefined
    const { type, ground, objection, fineYuan, unit, officer } = taken.data
    const mostYuan = type === 'public-order' ? law.publicOrderYuan : law.otherYuan
    const wrong = (why: string) => ({
      since: taken.at,
      seen: [taken],
      unit,
      officers: [officer],
      facts: { why, fineYuan, mostYuan },
    })
    if (ground === 'none') return wrong('no-ground')
    if (ground === 'hard-to-pay' || ground === 'hard-to-enforce') return undefined
    if (ground === 'pedestrian' ? type !== 'traffic' : type === 'traffic') return wrong('not-in-law')
    if (ground === 'small' && fineYuan > mostYuan) return wrong('too-high')
    // Small fines outside public order need no agreement (procedure rule 214, second case).
    if (type === 'administrative' || type === 'criminal') return undefined
    if (objection === null) return { missing: 'objection of fine.collected' }
    return objection ? wrong('objection') : undefined
  },
})
