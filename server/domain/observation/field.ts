import { z } from 'zod'

/** Milliseconds since the Unix epoch, UTC. */
export const instant = z
  .number('must be an instant: whole milliseconds since 1970 UTC, or ISO 8601 with a zone')
  .int()
  .meta({ format: 'instant' })
/** WGS-84 degrees `[longitude, latitude]`. */
export const lngLat = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).readonly()
/** Closed ring; the last point repeats the first. */
export const ring = z.array(lngLat).min(4).readonly()
export const polygon = z.array(ring).min(1).readonly()
export const text = z.object({ zh: z.string().min(1), en: z.string().min(1) }).readonly()
/** An identifier of ours or of another system: short, printable. What things are kept under must be no word of the language's own. */
export const id = z
  .string()
  .min(1)
  .max(128)
  .refine((name) => !(name in Object.prototype), 'must be another name: every object bears this one')
/** What is printed on a thing that others issued: a number plate, a licence, a numbered form. */
export const printed = z.string().min(1).max(128)
/** Who or what carries a device: `vehicle/<id>` or `officer/<id>`. */
export const carrier = z.string().regex(/^(vehicle|officer)\/.{1,64}$/, 'must be vehicle/<id> or officer/<id>')
/** The account that acted: the user name at the console, or `system`. */
export const actor = z.string().min(1).max(64)
/** What someone wrote; may be long, never empty. */
export const words = z.string().trim().min(1).max(4000)
