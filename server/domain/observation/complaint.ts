import { z } from 'zod'
import { id, instant, lngLat } from './field.ts'

/**
 * Complaints and petitions, as far as they say where and when to look. Who complained never stands here: what is
 * journalled can be read for ever, and the unit complained of must not learn it.
 */
export const complaintObservations = {
  'complaint.received': z
    .object({
      complaint: id.describe('number in the system that keeps complaints'),
      channel: z
        .enum(['hotline', 'by-letter', 'walk-in', 'online', 'transferred'])
        .describe('hotline 12389 举报电话 · by-letter 来信 · walk-in 来访 · online 网上 · transferred 其他部门转来'),
      unit: id.nullable().default(null).describe('the unit complained of; null: not known'),
      officers: z.array(id).max(32).readonly().default([]).describe('the officers complained of, as far as known'),
      from: instant.describe('when it is said to have happened: beginning'),
      to: instant.describe('and end; the same as from when only a moment is told'),
      room: id.nullable().default(null).describe('room or window, when it is known'),
      place: lngLat.nullable().default(null).describe('where; null: not told'),
    })
    .describe('投诉举报：何时、何处、何人。观察时间为收到的时间，不写投诉人。'),
} as const
