import { z } from 'zod'
import { id, instant } from './field.ts'
import { personIs, stayIs } from './person.ts'

/** Every measure that touches a person's liberty; one timeline a person runs over all of them. */
export const measureKinds = [
  'on-the-spot-check',
  'continued-questioning',
  'summons-written',
  'summons-oral',
  'summons-forced',
  'surrender',
  'handed-over',
  'protective-restraint',
  'criminal-summons',
  'compelled-appearance',
  'criminal-detention',
  'arrest',
  'bail',
  'residential-surveillance',
  'administrative-detention',
  'detention-for-examination',
  'forced-testing',
  'property-seizure',
] as const
export type MeasureKind = (typeof measureKinds)[number]

/** Counted in hours, on police premises: nothing of them is left once the person has gone. */
export const shortMeasures = [
  'continued-questioning',
  'summons-written',
  'summons-oral',
  'summons-forced',
  'surrender',
  'handed-over',
  'criminal-summons',
  'compelled-appearance',
] as const satisfies readonly MeasureKind[]
export const isShort = (kind: MeasureKind): boolean => (shortMeasures as readonly MeasureKind[]).includes(kind)

/** Who may sign what; which of them a duty accepts is a dated parameter of its rule. */
export const approverRanks = [
  'officer',
  'station-chief',
  'department-chief',
  'duty-chief',
  'deputy-bureau-chief',
  'bureau-chief',
  'city-bureau',
  'provincial-bureau',
  'facility-director',
  'procuratorate',
  'city-procuratorate',
  'provincial-procuratorate',
  'court',
] as const
export type ApproverRank = (typeof approverRanks)[number]

export const rank = z
  .enum(approverRanks)
  .describe(
    'officer: no power to approve · station-chief 派出所负责人 · department-chief 县级公安机关办案部门负责人 · duty-chief 县局值班负责人 · deputy-bureau-chief 县局主管负责人 · bureau-chief 县级公安机关负责人 · city-bureau 设区的市级公安机关 · provincial-bureau 省级公安机关 · facility-director 看守所、拘留所所长 · procuratorate 同级 · city-procuratorate 上一级 · provincial-procuratorate 省级检察院 · court',
  )

export const grounds = [
  'accused',
  'caught-in-act',
  'identity-unknown',
  'carrying-loot',
  'suspicion-unresolved',
  'identity-refused',
  'many-involved',
  'complex',
  'detention-possible',
  'especially-grave',
  'custody-needed',
  'roaming',
  'repeated',
  'gang',
  'special',
  'complex-unfinished',
  'remote-area',
  'criminal-group',
  'wide-scope',
  'ten-years',
  'refuses-summons',
  'evades-summons',
  'state-security',
  'terrorism',
  'no-fixed-home',
  'urgent',
  'other',
] as const
const ground = z
  .enum(grounds)
  .describe(
    'accused 被控告指认 · caught-in-act 正在实施 · identity-unknown 身份不明 · carrying-loot 赃物 · suspicion-unresolved 难以证实或者排除 · identity-refused 不讲真实姓名、住址、身份 · many-involved 涉案人数众多 · complex 情况复杂 · detention-possible 可能适用行政拘留 · especially-grave 案情特别重大、复杂 · custody-needed 需要采取拘留、逮捕措施 · roaming/repeated/gang 流窜、多次、结伙作案 · special 特殊情况 · complex-unfinished (刑诉法156) · remote-area/criminal-group/wide-scope (158) · ten-years (159) · refuses-summons/evades-summons · state-security/terrorism 危害国家安全、恐怖活动 · no-fixed-home 无固定住处 · urgent 情况紧急 · other',
  )

export const exclusions = [
  'not-checked-on-the-spot',
  'cleared',
  'fine-only',
  'taken-at-home-or-work',
  'surrendered',
  'case-already-opened',
  'outside-jurisdiction',
  'ill',
  'other',
] as const
export type Exclusion = (typeof exclusions)[number]

const of = {
  measure: id.describe('one application of one measure to one person; the same id in every event about it'),
  kind: z
    .enum(measureKinds)
    .describe(
      'on-the-spot-check 当场盘问检查 · continued-questioning 继续盘问 · summons-written/oral/forced 传唤证、口头、强制传唤 (administrative) · surrender 投案 · handed-over 扭送 · protective-restraint 约束至酒醒 · criminal-summons 刑事传唤 · compelled-appearance 拘传 · criminal-detention 刑事拘留 · arrest 逮捕 · bail 取保候审 · residential-surveillance 监视居住 · administrative-detention 行政拘留 · detention-for-examination 拘留审查 · forced-testing 强制检测 · property-seizure 扣押等对物的行政强制措施',
    ),
  person: personIs,
  stay: stayIs.nullable().default(null).describe('the visit it is part of; null when not on police premises'),
  case: id.nullable().default(null).describe('case number; null before acceptance'),
  unit: id.describe('the unit that applies the measure'),
}
const document = z
  .string()
  .max(128)
  .nullable()
  .default(null)
  .describe('number of the approval form or decision; null: none given')
const approver = { by: id.nullable().default(null).describe('officer id of the approver'), rank, document }
const total = z
  .object({ amount: z.number().int().positive(), unit: z.enum(['hour', 'day', 'month']) })
  .readonly()
  .describe('the whole length allowed from the beginning, not the addition: {"amount":24,"unit":"hour"}')
const why = z.array(ground).max(8).readonly().default([])

/** Decided, begun, extended, stopped, ended: what the case system says of a measure. */
export const measureObservations = {
  'measure.started': z.object({
    ...of,
    officers: z.array(id).max(16).readonly().default([]).describe('officers who carried it out, as the papers say'),
    grounds: why,
    exclusions: z
      .array(z.enum(exclusions))
      .max(8)
      .readonly()
      .default([])
      .describe(
        'for continued-questioning: circumstances under which it must not be used (规定第九条), as far as the papers show them',
      ),
    onScene: z
      .boolean()
      .default(false)
      .describe('the person was found on the scene, or the measure was applied there at once before approval'),
    notedInRecord: z
      .boolean()
      .nullable()
      .default(null)
      .describe('for summons-oral: noted in the record of questioning; null: not stated'),
    place: z
      .enum(['home', 'designated', 'custody-place', 'case-area', 'office', 'other'])
      .nullable()
      .default(null)
      .describe('for residential-surveillance: where it is executed'),
    days: z
      .number()
      .int()
      .positive()
      .nullable()
      .default(null)
      .describe('for administrative-detention: days decided; null otherwise'),
    document,
  }),
  'measure.decided': z.object({
    ...of,
    decision: z.enum(['approved', 'refused']),
    ...approver,
    grounds: why,
    days: z
      .number()
      .int()
      .positive()
      .nullable()
      .default(null)
      .describe('for administrative-detention: days of this decision'),
    combinedDays: z
      .number()
      .int()
      .positive()
      .nullable()
      .default(null)
      .describe('days executed together with other decisions; null when single'),
    offsetDays: z
      .number()
      .int()
      .nonnegative()
      .nullable()
      .default(null)
      .describe('for administrative-detention: days set off for liberty restricted before (折抵); null: not stated'),
  }),
  'measure.extension-requested': z
    .object({ ...of, total, rank })
    .describe('request sent to the procuratorate (提请延长)'),
  'measure.extended': z
    .object({ ...of, total, grounds: why, ...approver })
    .describe('observedAt is the moment of approval'),
  'measure.clock-stopped': z.object({
    ...of,
    reason: z.enum(['psychiatric-appraisal', 'other-appraisal', 'identity-unknown', 'other']),
    ...approver,
  }),
  'measure.clock-restarted': z.object({ ...of }),
  'measure.recalculated': z
    .object({ ...of, discoveredAt: instant.describe('when the other important crime was discovered'), ...approver })
    .describe('重新计算侦查羁押期限; observedAt is the approval'),
  'measure.ended': z.object({
    ...of,
    how: z
      .enum(['released', 'changed', 'delivered', 'lifted', 'cancelled'])
      .describe('released 释放 · changed to another measure · delivered 移交监管场所 · lifted 解除 · cancelled 撤销'),
    next: z.enum(measureKinds).nullable().default(null).describe('for changed: the measure that follows'),
    reason: z
      .enum(['cleared', 'exclusion-found', 'expired', 'proven', 'not-needed', 'decision', 'other'])
      .default('other')
      .describe('why it ended'),
    ...approver,
    rank: rank.nullable().default(null),
  }),
  'measure.must-end': z.object({
    ...of,
    reason: z
      .enum([
        'cleared',
        'exclusion-found',
        'proven',
        'decision-detain',
        'decision-release',
        'not-approved',
        'arrest-refused',
        'wrongly-detained',
      ])
      .describe(
        'what obliges the unit to end it at once: suspicion removed, exclusion found, offence proven, custody decided, lighter decision made, approval refused, 不批准逮捕, 不应当拘留',
      ),
  }),
} as const
