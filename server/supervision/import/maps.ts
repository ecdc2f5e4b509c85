import { z } from 'zod'
import { say } from './problem.ts'

const id = z.string().min(1).max(128)
const name = z.string().min(1, say('不能为空', 'must not be empty')).max(200)
const named = { id, name, nameEn: z.string().max(200).nullish() }

/** The drawings of a county folder, by the name of the file. Other properties are ignored. */
export const maps = {
  boundary: { shape: 'polygon', properties: z.object({ ...named }) },
  townships: { shape: 'polygon', properties: z.object({ ...named }) },
  beats: { shape: 'polygon', properties: z.object({ ...named, unit: id }) },
  areas: {
    shape: 'polygon',
    properties: z
      .object({
        ...named,
        kind: z.enum(['garage', 'fuel', 'speed-limit', 'case-area', 'leisure', 'other']),
        unit: id.nullish(),
        limitKmh: z.number().min(5).max(120).nullish(),
      })
      .refine((a) => a.kind !== 'speed-limit' || typeof a.limitKmh === 'number', {
        path: ['limitKmh'],
        error: say('限速区要写明限速 (km/h)', 'a speed-limit area needs limitKmh'),
      }),
  },
  roads: {
    shape: 'line',
    properties: z.object({
      id,
      class: z.string(),
      ref: z.string().nullish(),
      name: z.string().nullish(),
      nameEn: z.string().nullish(),
      limitKmh: z.number().min(5).max(120).nullish(),
      structure: z.enum(['bridge', 'tunnel', 'underpass']).nullish(),
    }),
  },
  landscape: {
    shape: 'any',
    properties: z.object({ ...named, class: z.enum(['river', 'lake', 'canal', 'railway', 'wood']) }),
  },
} as const
export type Maps = typeof maps
export type MapName = keyof Maps
export type PropertiesOf<N extends MapName> = z.infer<Maps[N]['properties']>
