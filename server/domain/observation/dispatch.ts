import { z } from 'zod'
import { carrier, id, lngLat } from './field.ts'

export const dispatchObservations = {
  'dispatch.ordered': z.object({
    order: id,
    incident: id,
    carriers: z.array(carrier).min(1).readonly(),
    place: lngLat.nullable(),
    urgent: z.boolean().describe('an emergency order: lights and siren are allowed'),
  }),
  'dispatch.arrived': z.object({ order: id, carrier }),
  'dispatch.closed': z.object({ order: id, carriers: z.array(carrier).min(1).readonly(), result: z.string() }),
} as const
