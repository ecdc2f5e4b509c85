import { z } from 'zod'
import { id, instant } from './field.ts'
import { rank } from './measure.ts'
import { personIs } from './person.ts'

const of = {
  case: id.describe('case number; the same in every event about it'),
  unit: id.describe('the unit that handles it'),
}
const type = z
  .enum(['public-order', 'administrative', 'criminal'])
  .describe('public-order 治安案件 · administrative 其他行政案件 · criminal 刑事案件')

/** Acceptance, filing, periods and closing of a case, and the serving of its documents, as the case system tells them. */
export const caseObservations = {
  'case.reported': z
    .object({
      ...of,
      type: type.nullable().default(null),
      by: z.enum(['call', 'window', 'transfer', 'surrender', 'found', 'other']).describe('how it became known'),
      receipt: z.boolean().nullable().default(null).describe('接报案回执 given; null: not stated'),
      report: id
        .nullable()
        .default(null)
        .describe('the report.made or the incident of call.received that is registered; null: not stated'),
    })
    .describe('接报案登记'),
  'case.accepted': z
    .object({
      ...of,
      type,
      acceptedBy: id.nullable().default(null),
      officers: z.array(id).max(16).readonly().default([]).describe('办案民警; empty: not stated, see case.assigned'),
    })
    .describe('受案'),
  'case.filed': z
    .object({ ...of, type, rank: rank.nullable().default(null), by: id.nullable().default(null) })
    .describe('立案; observedAt is the decision'),
  'case.not-filed': z
    .object({
      ...of,
      type,
      reason: z.string().min(1).max(400),
      rank: rank.nullable().default(null),
      complainant: personIs
        .nullable()
        .default(null)
        .describe('控告人, who must be served the notice; null: there is none, or not stated'),
    })
    .describe('不予立案'),
  'case.transferred': z.object({ ...of, to: id.describe('the authority it was handed to') }).describe('移送管辖'),
  'case.period-extended': z
    .object({ ...of, endsAt: instant.describe('new end of the period'), rank, document: id.nullable().default(null) })
    .describe('延长办案期限; observedAt is the approval'),
  'case.closed': z
    .object({ ...of, result: z.enum(['decided', 'transferred', 'withdrawn', 'mediated', 'terminated', 'other']) })
    .describe('结案'),
  'document.served': z
    .object({
      ...of,
      document: id,
      kind: z
        .enum([
          'penalty-decision',
          'detention-notice',
          'arrest-notice',
          'non-filing-notice',
          'appraisal',
          'hearing-notice',
          'review-decision',
          'seizure-extension',
          'other',
        ])
        .describe(
          'penalty-decision 处罚决定书、不予处罚决定书 · detention-notice 拘留通知书 · arrest-notice 逮捕通知书 · non-filing-notice 不予立案通知书 · appraisal 鉴定意见 · hearing-notice 举行听证通知书 · review-decision 复议、复核决定书 · seizure-extension 延长扣押期限告知',
        ),
      person: personIs.nullable().default(null).describe('to whom; null: to a unit'),
      about: id
        .nullable()
        .default(null)
        .describe('the decision, appraisal, request or item it is about; null: the case as a whole'),
      means: z.enum(['in-person', 'left', 'mail', 'entrusted', 'public-notice', 'electronic']),
    })
    .describe('送达'),
  'leave.approved': z
    .object({
      leave: id,
      officer: id,
      kind: z.enum(['annual', 'sick', 'official-trip', 'training', 'other']),
      startsAt: instant,
      endsAt: instant,
      by: id.nullable().default(null),
      outOfArea: z.boolean().nullable().default(null).describe('the officer leaves the county; null: not stated'),
    })
    .describe('休假、外出报批'),
  'leave.withdrawn': z.object({ leave: id, officer: id }).describe('销假'),
} as const
