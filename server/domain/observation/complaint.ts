import { z } from 'zod'
import { id, instant, lngLat } from './field.ts'

const complaint = id.describe('number in the system that keeps complaints')

/**
 * Complaints, as far as they say where and when to look. Who complained never stands here: what is
 * journalled can be read for ever, and the unit complained of must not learn it.
 */
export const complaintObservations = {
  'complaint.received': z
    .object({
      complaint,
      channel: z
        .enum(['hotline', 'by-letter', 'walk-in', 'online', 'transferred'])
        .describe('hotline 12389 举报电话 · by-letter 来信 · walk-in 来访 · online 网上 · transferred 其他部门转来'),
      unit: id.nullable().default(null).describe('the unit complained of; null: not known'),
      officers: z.array(id).max(32).readonly().default([]).describe('the officers complained of, as far as known'),
      from: instant.describe('when it is said to have happened: beginning'),
      to: instant.describe('and end; the same as from when only a moment is told'),
      room: id.nullable().default(null).describe('room or window, when it is known'),
      place: lngLat.nullable().default(null).describe('where; null: not told'),
      happeningNow: z.boolean().default(false).describe('正在发生: what is complained of goes on as it is told'),
    })
    .describe('投诉举报：何时、何处、何人。观察时间为收到的时间，不写投诉人。'),
  'complaint.attended': z
    .object({ complaint, by: z.array(id).max(16).readonly().default([]).describe('督察人员; empty: not stated') })
    .describe('督察出警: supervision is on its way, or there'),
  'complaint.fed-back': z.object({ complaint }).describe('处理结果已反馈投诉人'),
  'complaint.handed-over': z
    .object({
      complaint,
      procedure: z
        .enum(['petition', 'reconsideration', 'litigation'])
        .describe('petition 信访 · reconsideration 行政复议 · litigation 行政诉讼: in which the matter already is'),
    })
    .describe('投诉材料移交有关部门'),
  'complaint.material-opened': z
    .object({
      complaint,
      opening: id.describe('one access, as the access log numbers it'),
      by: id.nullable().default(null).describe('officer id of the login; null: not known'),
      toOfficer: id
        .nullable()
        .default(null)
        .describe('the officer it was shown, sent or told to; null: to nobody else'),
      toUnit: id.nullable().default(null).describe('the unit it was sent to; null: to none'),
      action: z
        .enum(['viewed', 'copied', 'forwarded', 'told'])
        .describe('viewed 查看 · copied 复制 · forwarded 转送 · told 透露'),
    })
    .describe('查看、转送举报材料, as the access log has it'),
} as const
