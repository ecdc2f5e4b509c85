import { z } from 'zod'
import { id } from './field.ts'
import { rank } from './measure.ts'
import { personIs } from './person.ts'

export const noticeTo = [
  'family',
  'employer',
  'guardian',
  'legal-aid',
  'procuratorate',
  'congress',
  'province',
  'detention-house',
  'case-unit',
  'duty-lawyer',
  'police-station',
  'collected-by-family',
  'escorted-home',
  'supervision',
] as const
const about = {
  about: id.describe('the id of the measure, application, incident or use of force that the notice is about'),
  person: personIs,
  to: z
    .enum(noticeTo)
    .describe(
      'who was told. collected-by-family, escorted-home: how a vulnerable person got home at night (继续盘问规定 10). supervision: 县级公安机关警务督察部门',
    ),
}

/** Things one must tell others, ask for, or answer. */
export const noticeObservations = {
  'notice.given': z.object({
    ...about,
    means: z.enum(['in-person', 'telephone', 'message', 'letter', 'document', 'other']).default('other'),
  }),
  'notice.excused': z
    .object({
      ...about,
      reason: z
        .enum([
          'identity-unknown',
          'no-family',
          'unreachable',
          'refuses-contact',
          'force-majeure',
          'impedes-investigation',
        ])
        .describe(
          'why it could not or need not be given. 无法通知 in criminal cases (刑事案件程序规定 113) and continued questioning: identity-unknown 身份不明 · no-family 没有家属 · unreachable 提供的联系方式联系不上 · force-majeure 不可抗力, not in continued questioning. refuses-contact 拒不提供家属联系方式 is no 无法通知: it counts for administrative summons and detention alone (行政案件程序规定 55, 176). impedes-investigation 有碍侦查: criminal-detention alone, with grounds',
        ),
      noted: z.boolean().describe('the reason is noted on the notice or the record'),
      grounds: z
        .array(z.enum(['state-security', 'terrorism']))
        .max(2)
        .readonly()
        .default([])
        .describe('for impedes-investigation'),
    })
    .describe('无法通知 and its reason'),
  'notice.excuse-ended': z.object({ ...about }).describe('the obstacle is gone: notify at once'),
  'application.made': z.object({
    application: id,
    kind: z
      .enum([
        'change-of-measure',
        'release-suggestion',
        'lawyer-visit',
        'lawyer-permission',
        'legal-aid',
        'duty-lawyer',
        'suspend-detention',
        'detention-leave',
        'wrong-detention',
        'complaint',
        'recall',
        'arrest-approval',
        'supplementary-investigation',
        'bail-supervision',
        'deposit-review',
        'prosecution',
        'deputy-permission',
      ])
      .describe(
        'change-of-measure 变更强制措施申请 · release-suggestion 检察院建议释放 · lawyer-visit 律师会见 · lawyer-permission 危安、恐怖案件会见许可 · legal-aid 法律援助申请转交 · duty-lawyer 值班律师 · suspend-detention 暂缓执行行政拘留 · detention-leave 请假出所 · wrong-detention 可能错误拘留 · complaint 举报控告复议诉讼材料 · recall 收监建议 · arrest-approval 提请批准逮捕 · supplementary-investigation 退回补充侦查 · bail-supervision 法检取保交付执行 · deposit-review 保证金复核 · prosecution 移送审查起诉 · deputy-permission 报请人大许可',
      ),
    person: personIs,
    unit: id.describe('who must answer'),
    facilityKind: z
      .enum(['detention-house', 'lockup'])
      .nullable()
      .default(null)
      .describe('for complaint: from which kind of facility; null: lock-up'),
    measure: id.nullable().default(null),
    round: z.number().int().positive().default(1).describe('for supplementary-investigation: which return this is'),
  }),
  'application.answered': z.object({
    application: id,
    person: personIs,
    unit: id,
    result: z
      .enum(['granted', 'refused', 'forwarded', 'arranged', 'done'])
      .describe(
        'granted, refused: decided · forwarded, arranged, done: what was asked for was done. To forward decides nothing, and to refuse does nothing: the time runs on',
      ),
    rank: rank.nullable().default(null),
  }),
} as const
