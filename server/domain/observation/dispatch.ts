import { z } from 'zod'
import { carrier, id, instant, lngLat } from './field.ts'

export const areas = ['urban', 'suburban', 'rural'] as const
export const urgencies = ['urgent', 'ordinary', 'not-police'] as const
export const channels = ['110', 'window', '12389', '12345', 'transfer', 'patrol', 'other'] as const

const incident = id.describe('警情编号; the same in every event about one incident')
const order = id.describe('派警指令编号; one order to one or several carriers')
const unit = id.describe('the unit that was ordered')
const one = carrier.nullable().default(null).describe('which carrier of the order; null: the unit as a whole')
const by = id.nullable().default(null).describe('officer id of who said so; null: not stated')
const area = z
  .enum(areas)
  .nullable()
  .default(null)
  .describe('urban 城区 · suburban 城郊 · rural 农村; null: not stated')
const urgency = z
  .enum(urgencies)
  .nullable()
  .default(null)
  .describe('urgent 紧急警情 · ordinary 非紧急警情 · not-police 非警务警情; null: not stated')
/** A caller's number or name must reach us already masked: a run of seven digits is a number somebody could call. */
const maskedCaller = z
  .string()
  .max(64)
  .refine((text) => !/\d{7}/.test(text), 'must be masked by the sender, such as 139****0001')
  .nullable()
  .default(null)
  .describe('masked by the sender, such as 139****0001; null: not told')

/**
 * 110: calls, orders and what became of them, as the dispatch system tells. Where a car really was, its own
 * positions say.
 */
export const dispatchObservations = {
  'call.received': z
    .object({
      incident,
      channel: z
        .enum(channels)
        .describe(
          '110 · window 群众上门 · 12389 举报投诉 · 12345 非警务转办 · transfer 其他单位移交 · patrol 巡逻发现 · other',
        ),
      area,
      urgency,
      category: z.string().max(64).nullable().default(null).describe('警情类别, in the words of the dispatch system'),
      test: z.boolean().default(false).describe('模拟报警: a test call; kept out of every statistic'),
      place: lngLat.nullable().default(null).describe('where help is wanted; null: not located'),
      caller: maskedCaller,
      unit: id.nullable().default(null).describe('the unit in whose area it is; null: not stated'),
      endedAt: instant
        .nullable()
        .default(null)
        .describe('when the call was over; null: still on the line, or not told'),
    })
    .describe('接警: a call or report was taken; observedAt is when it was answered'),
  'call.unanswered': z
    .object({
      line: id.describe('the desk or line that was called'),
      unit: id.describe('the unit that answers for the line'),
      waitedSeconds: z.number().nonnegative().describe('how long the caller waited before hanging up'),
    })
    .describe('a call that nobody took; observedAt is when the caller hung up'),
  'incident.reclassified': z
    .object({ incident, area, urgency, place: lngLat.nullable().default(null), by })
    .describe('area, urgency or place were put right; null leaves what was'),
  'dispatch.ordered': z
    .object({
      order,
      incident,
      carriers: z.array(carrier).min(1).readonly(),
      place: lngLat.nullable(),
      urgent: z.boolean().describe('an emergency order: lights and siren are allowed'),
      unit: id.nullable().default(null).describe('the unit that was ordered; null: that of the first carrier'),
      planned: z
        .boolean()
        .default(false)
        .describe(
          'from a plan (an imported list of visits): it exempts from the beat, but nobody is asked to acknowledge it or to set out within minutes',
        ),
    })
    .describe('派警: carriers were ordered to an incident; observedAt is when the order was given'),
  'dispatch.acknowledged': z
    .object({ order, unit, carrier: one, by })
    .describe('接警确认: the order was taken; observedAt is when'),
  'dispatch.departed': z
    .object({ order, carrier })
    .describe('出警: the dispatch system or the officer says that the carrier set out'),
  'dispatch.refused': z
    .object({ order, unit, carrier: one, by, reason: z.string().min(1).max(400) })
    .describe('the order was declined, or passed on without having been carried out (推诿、拒绝)'),
  'dispatch.delayed': z
    .object({
      order,
      unit,
      carrier: one,
      by,
      reason: z
        .enum(['congestion', 'weather', 'road-closed', 'distance', 'breakdown', 'other-incident', 'other'])
        .describe('堵车 · 天气 · 道路中断 · 路途较远 · 车辆故障 · 正在处置其他警情 · 其他'),
      words: z.string().max(400).nullable().default(null).describe('what was said; null: nothing more'),
    })
    .describe('110 was told that arrival will be late, and why; observedAt is when it was told'),
  'dispatch.arrived': z.object({ order, carrier }).describe('到达现场, as the dispatch system or the officer says'),
  'dispatch.fed-back': z
    .object({
      order,
      incident,
      unit,
      outcome: z
        .enum(['handled', 'case', 'mediated', 'transferred', 'nothing-found', 'false-report', 'not-police', 'other'])
        .describe('现场处置完毕 · 受立案 · 调解 · 移交 · 未发现 · 虚假报警 · 非警务 · 其他'),
      case: id.nullable().default(null).describe('case number when it became a case; null: none'),
      words: z.string().max(1000).nullable().default(null).describe('处警情况; null: nothing written'),
    })
    .describe('处警反馈: the result was entered'),
  'dispatch.closed': z
    .object({ order, carriers: z.array(carrier).min(1).readonly(), result: z.string() })
    .describe('the order is done for these carriers; observedAt is when'),
  'dispatch.test-approved': z
    .object({
      incident,
      by: id.describe('officer id of the approver'),
      as: z
        .enum(['team-chief', 'supervision-chief', 'other'])
        .describe('team-chief 警务督察队队长 · supervision-chief 督察长、督察机构负责人 · other'),
    })
    .describe('模拟报警审批: a test call was approved'),
  'dispatch.test-ended': z
    .object({ incident, by })
    .describe('模拟报警解除: everybody ordered was told that it was a test'),
} as const
