import { z } from 'zod'
import { carrier, id, lngLat } from './field.ts'

export const positionObservations = {
  'position.reported': z.object({
    device: id,
    carrier: carrier.nullable().describe('null while the device is bound to nobody'),
    position: lngLat.nullable().describe('WGS-84; null means alive without a fix, never 0,0'),
    accuracyM: z
      .number()
      .nonnegative()
      .nullable()
      .describe('radius of the error circle; null when the device does not say'),
    altitudeM: z.number().nullable(),
    speedKmh: z.number().nonnegative().nullable(),
    headingDeg: z.number().min(0).max(360).nullable(),
    satellites: z.number().int().nonnegative().nullable(),
    ignitionOn: z.boolean().nullable(),
    delivery: z
      .enum(['live', 'backfill'])
      .describe('backfill: buffered while there was no coverage; history, never "now"'),
    mocked: z.boolean().nullable().describe('the phone says an app made this position up'),
  }),
} as const
