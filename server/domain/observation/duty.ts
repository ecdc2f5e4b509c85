import { z } from 'zod'
import { carrier, id, instant } from './field.ts'

export const dutyObservations = {
  'shift.scheduled': z.object({
    shift: id,
    carrier: carrier.describe('the patrol car, or the officer on foot'),
    unit: id,
    beat: id.nullable().describe('zone id of the beat to patrol; null for duty without one'),
    startsAt: instant,
    endsAt: instant,
    crew: z.array(id).readonly().describe('officer ids'),
  }),
  'shift.cancelled': z.object({ shift: id, carrier, reason: z.string() }),
  'task.approved': z.object({
    task: id,
    carrier,
    purpose: z.enum(['escort', 'guard-post', 'garage', 'fuel', 'meal', 'out-of-county', 'training', 'other']),
    startsAt: instant,
    endsAt: instant,
    approvedBy: id,
  }),
  'task.withdrawn': z.object({ task: id, carrier }),
} as const
