import { z } from 'zod'
import { actor, carrier, id, instant, lngLat, polygon, text } from './field.ts'

export const zoneKinds = [
  'county',
  'township',
  'beat',
  'garage',
  'fuel',
  'speed-limit',
  'case-area',
  'leisure',
  'other',
] as const
export const unitKinds = ['bureau', 'station', 'department', 'traffic', 'command-centre'] as const

/** Reference data are journalled as well, so that a replay judges with the map and the roster of that day. */
export const referenceObservations = {
  'unit.registered': z.object({
    unit: id,
    name: text,
    kind: z.enum(unitKinds),
    parent: id.nullable(),
    place: lngLat.nullable(),
  }),
  'vehicle.registered': z.object({ vehicle: id, plate: z.string(), unit: id, name: text }),
  'officer.registered': z.object({
    officer: id,
    name: z.string(),
    unit: id,
    kind: z.enum(['officer', 'auxiliary']).describe('人民警察 or 警务辅助人员'),
    sex: z.enum(['male', 'female']).nullable(),
    rank: z.string().nullable(),
  }),
  'device.bound': z.object({
    device: id,
    carrier: carrier.nullable(),
    owner: id.describe('the unit that must keep the equipment working'),
  }),
  'device.approved': z.object({ device: id, by: actor }),
  'device.blocked': z.object({ device: id, by: actor, reason: z.string() }),
  'zone.drawn': z.object({
    zone: id,
    kind: z.enum(zoneKinds),
    name: text,
    unit: id.nullable(),
    polygon,
    validFrom: instant,
    routePoints: z
      .array(z.object({ id, place: lngLat, name: z.string() }).readonly())
      .readonly()
      .describe('points of a beat that a shift must pass'),
    limitKmh: z.number().positive().nullable().describe('for kind speed-limit'),
    by: actor,
    reason: z.string(),
  }),
  'zone.withdrawn': z.object({ zone: id, validUntil: instant, by: actor, reason: z.string() }),
  'import.completed': z.object({
    by: actor,
    files: z
      .array(
        z.object({
          name: z.string().min(1).max(200),
          is: z.string().min(1).max(64).describe('what it holds, as docs/county.md calls it'),
          bytes: z.number().int().nonnegative(),
          sha256: z
            .string()
            .regex(/^[0-9a-f]{64}$/)
            .describe('lower-case hex'),
        }),
      )
      .readonly()
      .describe('the files as they came, each with its SHA-256'),
    added: z.number().int().nonnegative().describe('things nobody had told of before'),
    changed: z.number().int().nonnegative().describe('things that were on record otherwise'),
    unchanged: z.number().int().nonnegative().describe('said by the files and on record already'),
    held: z.number().int().nonnegative().describe('left alone: devices that somebody blocked at the console'),
    entries: z.number().int().nonnegative().describe('how many entries it brought; they stand right before this one'),
    layerReplaced: z.boolean().describe('whether the map’s base layer was replaced'),
  }),
} as const
