import { z } from 'zod'
import { id, instant } from './field.ts'
import { rank } from './measure.ts'
import { personIs, stayIs } from './person.ts'

const of = {
  case: id.describe('case number; the same in every event about it'),
  unit: id.describe('the unit that handles it'),
}
const request = id.describe('one request; the same id in the answer')
const appraisal = id.describe('one appraisal; the same id from its beginning to its opinion')

/** What stops, restarts and touches the clock of a case while it is being handled; and who touches its records. */
export const caseProgressObservations = {
  'case.fast-track-started': z
    .object({
      ...of,
      person: personIs,
      stay: stayIs.nullable().default(null).describe('the stay in which the person came; null: not stated'),
      arrivedAt: instant.nullable().default(null).describe('到案时间 as the papers have it; null: see the stay'),
      exclusions: z
        .array(z.enum(['blind-deaf-mute', 'minor', 'mental-illness', 'hearing', 'ten-days-detention', 'other']))
        .max(6)
        .readonly()
        .default([])
        .describe(
          'circumstances under which it must not be used (行政案件程序规定 41), as far as the papers show them: 盲聋哑人 · 未成年人 · 疑似精神病人 · 适用听证 · 可能十日以上行政拘留 · 其他',
        ),
    })
    .describe('快速办理'),
  'case.time-excluded': z
    .object({
      ...of,
      reason: z.enum(['appraisal', 'hearing', 'mediation', 'offender-fled', 'other']),
      from: instant.describe('from when the case system does not count'),
      to: instant.nullable().default(null).describe('until when; null: still'),
      basis: id.nullable().default(null).describe('the appraisal or hearing it rests on; null: none named'),
    })
    .describe('不计入办案期限, as the case system claims; whether the law allows it, a rule says'),
  'case.stalled': z
    .object({
      ...of,
      reason: z
        .enum(['offender-unknown', 'offender-fled', 'other'])
        .describe('offender-unknown 违法行为人不明 · offender-fled 逃跑 · other'),
      victimTold: z
        .boolean()
        .nullable()
        .describe('it was explained to the victim; null: there is no victim, or not stated'),
    })
    .describe('因客观原因不能按期作出处理决定'),
  'appraisal.required': z
    .object({
      ...of,
      person: personIs.describe('who was hurt'),
      ground: z
        .enum(['seriously-hurt', 'victim-asked', 'injury-disputed'])
        .describe('seriously-hurt 可能构成轻伤以上 · victim-asked 被侵害人要求 · injury-disputed 双方对伤害程度有争议'),
    })
    .describe('a ground that obliges to have injuries appraised became known'),
  'appraisal.begun': z
    .object({
      appraisal,
      ...of,
      kind: z
        .enum(['injury', 'psychiatric', 'price', 'drug', 'trace', 'document', 'electronic-data', 'other'])
        .describe('伤情 · 精神病 · 价格认定 · 毒品 · 痕迹 · 文书 · 电子数据 · 其他'),
      person: personIs.nullable().default(null).describe('whose injuries or mind; null: a thing'),
      item: id.nullable().default(null).describe('the item of property; null: none'),
      again: z.boolean().default(false).describe('重新鉴定'),
      approvedBy: rank.nullable().default(null).describe('重新鉴定: rank of the approver; null: none stated'),
      toldInWriting: z
        .boolean()
        .nullable()
        .default(null)
        .describe('the party whose item is held was told of the appraisal time in writing; null: not stated'),
    })
    .describe('委托鉴定: observedAt is when it was commissioned'),
  'appraisal.ended': z
    .object({
      appraisal,
      ...of,
      injury: z
        .enum(['no-injury', 'slight-injury', 'minor-injury', 'grave-injury'])
        .nullable()
        .default(null)
        .describe(
          'no-injury 不构成 · slight-injury 轻微伤 · minor-injury 轻伤 · grave-injury 重伤; null: not about injuries',
        ),
      valueYuan: z.number().nonnegative().nullable().default(null).describe('value found; null: not about value'),
      reachesFilingLine: z
        .boolean()
        .nullable()
        .default(null)
        .describe('the result reaches the line at which a crime must be filed (立案追诉标准), as the opinion says'),
      evidence: z.boolean().default(true).describe('经审查作为证据使用'),
      parties: z
        .array(personIs)
        .max(16)
        .readonly()
        .default([])
        .describe('suspects and victims who must be served a copy; empty: not stated'),
    })
    .describe('收到鉴定意见: observedAt is when the opinion was received'),
  'mediation.begun': z.object({ ...of }).describe('治安调解开始'),
  'mediation.agreed': z
    .object({ ...of, kept: z.boolean().nullable().default(null).describe('已履行; null: not yet known') })
    .describe('达成调解协议'),
  'mediation.failed': z
    .object({
      ...of,
      how: z.enum(['no-agreement', 'not-kept']).describe('no-agreement 未达成协议 · not-kept 达成协议不履行'),
    })
    .describe('调解未达成协议或者不履行: the period of the case begins anew'),
  'recusal.asked': z
    .object({
      request,
      ...of,
      officer: id.describe('who is asked to step aside'),
      person: personIs.nullable().default(null).describe('who asks; null: not stated'),
    })
    .describe('申请回避; observedAt is when it was received'),
  'recusal.decided': z
    .object({
      request,
      ...of,
      granted: z.boolean().describe('the officer steps aside'),
      rank: rank.nullable().default(null),
      told: z.boolean().nullable().default(null).describe('the applicant was told; null: not stated'),
    })
    .describe('作出回避决定并通知申请人'),
  'case.record-changed': z
    .object({
      ...of,
      record: id.describe('which document or form of the case'),
      field: id.describe('which field; a deleted record as a whole is named *'),
      action: z.enum(['changed', 'deleted', 'added']).default('changed'),
      before: z.string().max(400).nullable().describe('what it said; null: nothing, or the source has no before-image'),
      after: z.string().max(400).nullable().describe('what it says now; null: nothing'),
      beforeKnown: z.boolean().default(true).describe('false: the source kept no before-image'),
      by: id.describe('officer id of the login that changed it'),
      afterApproval: z.boolean().describe('the record had been approved before'),
      ground: z
        .enum(['returned-for-correction', 'clerical', 'court-or-review', 'decision-revoked', 'none', 'other'])
        .nullable()
        .default(null)
        .describe(
          'the ground given: returned-for-correction 审批退回补正 · clerical 笔误更正 · court-or-review 判决、复议改变 · decision-revoked 撤销原决定 · none · other; null: none given',
        ),
      document: z.string().max(128).nullable().default(null).describe('document that allows it; null: none'),
      approvedBy: id.nullable().default(null).describe('officer id of who allowed it; null: nobody'),
    })
    .describe('案件信息修改: a field of a case record was changed, added or deleted'),
  'case.record-queried': z
    .object({
      query: id.describe('one query, as the access log numbers it'),
      person: personIs.describe('whose record of violations'),
      unit: id.describe('the unit that asked'),
      by: id.describe('officer id of the login'),
      sealed: z.boolean().describe('the record is sealed (封存)'),
      action: z.enum(['viewed', 'exported', 'printed', 'disclosed']).default('viewed'),
      purpose: z
        .enum(['case-handling', 'state-rule', 'other'])
        .nullable()
        .describe('case-handling 办案需要 · state-rule 根据国家规定查询 · other; null: none given'),
      case: id.nullable().default(null).describe('the case it was needed for; null: none'),
    })
    .describe('查询违法记录'),
} as const
