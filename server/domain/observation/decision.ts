import { z } from 'zod'
import { caseTypes } from './act.ts'
import { id, instant } from './field.ts'
import { rank } from './measure.ts'
import { personIs } from './person.ts'

const of = {
  case: id.describe('case number; the same in every event about it'),
  unit: id.describe('the unit that handles it'),
}
const by = id.nullable().default(null).describe('officer id; null: not stated')
const payment = id.describe('one payment in cash; the same id until the bank has it')
const decision = id.describe('one decision on one person; the same id from the proposal to its execution')

export const penaltyKinds = [
  'none',
  'warning',
  'fine',
  'detention',
  'licence-revoked',
  'business-closed',
  'confiscation',
  'deportation',
  'other',
] as const
/** 应当从重. */
export const aggravating = ['serious-result', 'incitement', 'retaliation', 'repeated'] as const
/** 应当从轻、减轻或者不予处罚. */
export const mitigating = ['slight', 'remedied', 'forgiven', 'coerced', 'surrendered', 'meritorious', 'minor'] as const

const penalty = {
  type: z.enum(caseTypes),
  person: personIs.describe('who is to be punished'),
  penalties: z
    .array(z.enum(penaltyKinds))
    .min(1)
    .max(9)
    .readonly()
    .describe(
      'none 不予处罚 · warning 警告 · fine 罚款 · detention 行政拘留 · licence-revoked 吊销许可证件 · business-closed 责令停业整顿、停产停业 · confiscation 收缴、追缴、没收 · deportation 限期出境、驱逐出境 · other',
    ),
  fineYuan: z.number().nonnegative().nullable().default(null).describe('amount of the fine; null: no fine'),
  detentionDays: z.number().int().nonnegative().nullable().default(null).describe('days of detention; null: none'),
  organisation: z.boolean().default(false).describe('the punished is an organisation (单位), not a person'),
  minorDetained: z
    .boolean()
    .default(false)
    .describe('未成年人依照治安管理处罚法(2025)第二十三条第二款可能执行行政拘留'),
}

/** Hearing, legal review, discussion, decision, service of cash fines: how a case ends. */
export const decisionObservations = {
  'decision.proposed': z
    .object({ decision, ...of, ...penalty, by })
    .describe('拟作出处罚决定: what the handling unit proposes'),
  'hearing.told': z
    .object({
      decision,
      ...of,
      person: personIs,
      guardianTold: z
        .boolean()
        .nullable()
        .default(null)
        .describe('a minor’s guardian was told as well; null: not stated'),
    })
    .describe('听证告知: the person was told of the right to a hearing; observedAt is when'),
  'hearing.requested': z
    .object({ decision, ...of, person: personIs })
    .describe('要求听证; observedAt is when received'),
  'hearing.waived': z
    .object({ decision, ...of, person: personIs })
    .describe('放弃听证 or 撤回听证要求; a new request within the time is allowed'),
  'hearing.refused': z
    .object({
      decision,
      ...of,
      person: personIs,
      why: z
        .enum(['too-late', 'not-entitled', 'other'])
        .describe('too-late 逾期提出 · not-entitled 不属于听证范围 · other'),
    })
    .describe('不予受理听证'),
  'hearing.announced': z
    .object({ decision, ...of, person: personIs, startsAt: instant.describe('when the hearing is to be held') })
    .describe('送达举行听证通知书; observedAt is the service'),
  'hearing.held': z
    .object({ decision, ...of, startedAt: instant.describe('when it began') })
    .describe('听证结束; observedAt is when it ended'),
  'legal-review.done': z
    .object({
      decision,
      ...of,
      reviewer: id.describe('officer id of the reviewer'),
      passed: z.boolean().describe('审核通过'),
      firstTime: z.boolean().nullable().default(null).describe('初次从事法制审核; null: not stated'),
      qualified: z.boolean().nullable().default(null).describe('取得法律职业资格; null: not stated'),
    })
    .describe('法制审核'),
  'case.discussed': z
    .object({
      decision,
      ...of,
      rank,
      members: z.number().int().positive().nullable().default(null).describe('how many took part; null: not stated'),
    })
    .describe('公安机关负责人集体讨论决定; rank of who presided'),
  'decision.made': z
    .object({
      decision,
      ...of,
      ...penalty,
      decidedBy: id.describe('the unit in whose name it was made: a station, a department, the bureau'),
      by,
      rank,
      document: z.string().max(128).nullable().default(null).describe('决定书文号; null: not stated'),
      enactment: z
        .string()
        .max(64)
        .nullable()
        .default(null)
        .describe('the law it relies on, such as 治安管理处罚法; null: not stated'),
      article: z.string().max(32).nullable().default(null).describe('such as 第五十一条; null: not stated'),
      pattern: id
        .nullable()
        .default(null)
        .describe('the fact pattern of the published discretion bands that the file found; null: none named'),
      bandReason: z
        .string()
        .max(1000)
        .nullable()
        .default(null)
        .describe('the written reason for leaving the band; null: none'),
      aggravating: z
        .array(z.enum(aggravating))
        .max(4)
        .readonly()
        .default([])
        .describe('从重情节 applied: 较严重后果 · 教唆胁迫诱骗 · 打击报复 · 期限内曾受处罚'),
      mitigating: z
        .array(z.enum(mitigating))
        .max(7)
        .readonly()
        .default([])
        .describe('从轻、减轻、不予情节 applied: 轻微 · 消除后果 · 谅解 · 胁迫诱骗 · 主动投案 · 立功 · 未成年人'),
      found: z
        .array(z.enum([...aggravating, ...mitigating]))
        .max(11)
        .readonly()
        .default([])
        .describe('circumstances that the file itself found, whether or not they were applied'),
      priorPenaltyAt: instant
        .nullable()
        .default(null)
        .describe('the newest earlier public-order penalty that the history query showed; null: none, or not queried'),
      situations: z
        .array(z.enum(['public-interest', 'after-hearing', 'complex', 'grave']))
        .max(4)
        .readonly()
        .default([])
        .describe(
          'public-interest 涉及重大公共利益 · after-hearing 经过听证程序 · complex 疑难复杂、涉及多个法律关系 · grave 情节复杂或者重大违法行为',
        ),
      victims: z.array(personIs).max(16).readonly().default([]).describe('被侵害人 to be served a copy'),
      servedOnTheSpot: z.boolean().nullable().default(null).describe('宣告后当场交付; null: not stated'),
      offenceEndedAt: instant
        .nullable()
        .default(null)
        .describe('when the act happened, or ended if it lasted; null: not stated'),
      discoveredAt: instant.nullable().default(null).describe('when the police discovered it; null: not stated'),
      longBar: z.boolean().default(false).describe('涉及公民生命健康安全、金融安全且有危害后果 (行政处罚法 36)'),
      refusedInTime: z
        .boolean()
        .default(false)
        .describe('the victim reported in time and was wrongly not accepted (行政案件程序规定 154)'),
    })
    .describe('作出决定; observedAt is the decision'),
  'decision.revoked': z
    .object({ decision, ...of, rank, document: z.string().max(128).nullable().default(null) })
    .describe('撤销决定'),
  'fine.collected': z
    .object({
      payment,
      decision: id.nullable().default(null).describe('the decision or on-the-spot penalty it pays; null: not stated'),
      type: z.enum([...caseTypes, 'traffic']).describe('traffic 道路交通违法'),
      unit: id,
      officer: id.describe('who took the money'),
      yuan: z.number().nonnegative(),
      fineYuan: z.number().nonnegative().describe('the whole fine by the decision'),
      ground: z
        .enum(['small', 'hard-to-pay', 'hard-to-enforce', 'pedestrian', 'none'])
        .describe(
          'small 小额且无异议 · hard-to-pay 边远、水上等缴纳确有困难经本人提出 · hard-to-enforce 当地无固定住所 · pedestrian 行人、乘车人、非机动车驾驶人 · none',
        ),
      objection: z.boolean().nullable().default(null).describe('the person objected to the fine; null: not stated'),
      receipt: z
        .string()
        .max(64)
        .nullable()
        .default(null)
        .describe('number of the uniform receipt (统一制发的专用票据); null: none was given'),
      awayFromShore: z.boolean().default(false).describe('on the water or on a passenger train; see fine.landed'),
    })
    .describe('当场收缴罚款'),
  'fine.landed': z.object({ payment }).describe('抵岸、到站: from now on the money can be handed in'),
  'fine.handed-in': z.object({ payment, unit: id, yuan: z.number().nonnegative() }).describe('交至所属公安机关'),
  'fine.banked': z.object({ payment, unit: id, yuan: z.number().nonnegative() }).describe('缴付指定的银行'),
} as const
