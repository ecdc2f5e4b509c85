import { z } from 'zod'
import { id } from './field.ts'

const of = {
  officerMeasure: id.describe('one measure against one officer; the same id in every event about it'),
  kind: z.enum(['duty-suspension', 'confinement']).describe('duty-suspension 停止执行职务 · confinement 禁闭'),
  officer: id.describe('whom it is against'),
  unit: id.describe('the unit of the officer'),
}
const overruling = id.describe('one decision to revoke or change; the same id in every event about it')
const appeal = id.describe('one appeal; the same id when it is decided')
const objection = id.describe('one objection; the same id when it is answered')

/** What supervision decides and does under its own regulation (督察条例), as its files tell. */
export const supervisionDecisionObservations = {
  'officer-measure.decided': z
    .object({
      ...of,
      days: z.number().int().positive().describe('期限'),
      decidedBy: z.enum(['supervision', 'other']).describe('supervision 督察机构 · other: anybody else'),
    })
    .describe('决定停止执行职务、禁闭'),
  'officer-measure.approved': z
    .object({
      ...of,
      as: z
        .enum(['supervision-chief', 'other'])
        .describe('supervision-chief 本级公安机关督察长 · other: anybody else, a deputy too'),
    })
    .describe('批准'),
  'officer-measure.started': z.object({ ...of }).describe('开始执行'),
  'officer-measure.ended': z.object({ ...of }).describe('解除、撤销、期满'),
  'officer-measure.appealed': z
    .object({
      ...of,
      appeal,
      to: id.describe('受理申诉的公安机关'),
    })
    .describe('收到不服停止执行职务、禁闭的申诉'),
  'officer-measure.appeal-decided': z
    .object({ ...of, appeal, revoked: z.boolean().describe('撤销') })
    .describe('作出是否撤销的决定'),
  'on-site.measure-taken': z
    .object({
      deed: id.describe('one measure taken on the spot'),
      inspectors: z.array(id).max(16).readonly().default([]).describe('督察人员; empty: not stated'),
      officer: id.describe('whom it is against'),
      unit: id.describe('the unit of the officer'),
      measure: z
        .enum(['corrected', 'weapon-held', 'restraint-held', 'vehicle-held', 'insignia-held', 'removed', 'other'])
        .describe(
          'corrected 当场纠正 · weapon-held/restraint-held/vehicle-held/insignia-held 扣留武器、警械、警用车辆、警用标志 · removed 带离现场 · other',
        ),
      ground: z
        .enum(['appearance', 'misuse', 'grave', 'obstruction', 'other'])
        .describe(
          'appearance 违反警容风纪规定 · misuse 违反规定使用武器、警械、警用车辆、警用标志 · grave 违法违纪情节严重、影响恶劣 · obstruction 拒绝、阻碍督察 · other',
        ),
      identified: z.boolean().nullable().default(null).describe('佩带督察标志或者出示督察证件; null: not stated'),
      record: id.nullable().default(null).describe('number of the written record; null: none'),
      receipt: id.nullable().default(null).describe('number of the receipt for what is held; null: none'),
    })
    .describe('现场督察中当场处置'),
  'supervision-decision.objected': z
    .object({
      objection,
      unit: id.describe('who must answer: the supervision body, or the one above'),
      step: z.enum(['re-check', 'appeal']).describe('re-check 申请复核 · appeal 向上一级申诉'),
    })
    .describe('收到对督察决定的异议'),
  'supervision-decision.answered': z.object({ objection }).describe('作出复核决定、申诉答复'),
  'overruling.decided': z
    .object({
      overruling,
      unit: id.describe('whose decision or order it was'),
      how: z.enum(['annulled', 'altered']).describe('annulled 撤销 · altered 变更'),
    })
    .describe('督察机构决定撤销、变更错误的决定、命令'),
  'overruling.approved': z
    .object({
      overruling,
      as: z.enum(['bureau-head', 'other']).describe('bureau-head 本级公安机关行政首长 · other: anybody else'),
    })
    .describe('批准撤销、变更'),
  'overruling.carried-out': z.object({ overruling }).describe('执行撤销、变更'),
} as const
