import { z } from 'zod'
import { radioId, talkgroupId } from '../../domain/observation/radio.ts'
import * as f from './field.ts'
import { say } from './problem.ts'
import type { TableShape } from './table.ts'

const table = <T>(
  columns: Readonly<Record<string, readonly string[]>>,
  schema: z.ZodType<T>,
  optional: readonly string[] = [],
): TableShape<T> => ({ columns, schema, optional })

const radio = z
  .string()
  .refine(
    (text) => radioId.safeParse(text).success,
    say('应为 厂商:网号-号码，如 hytera:10-2308195', 'should be make:network-number, such as hytera:10-2308195'),
  )
const talkgroup = z
  .string()
  .refine(
    (text) => talkgroupId.safeParse(text).success,
    say('应为 厂商:网号-g号码，如 hytera:10-g10000', 'should be make:network-g number, such as hytera:10-g10000'),
  )
const metres = z
  .string()
  .regex(/^\d{2,6}$/, say('应为米数', 'should be metres'))
  .transform(Number)

/** The tables about radio systems: who has which radio, groups, and sites with how far they reach. */
export const radioTables = {
  'radio-sites': table(
    {
      id: ['编号'],
      gateway: ['网关'],
      name: ['名称'],
      nameEn: ['英文名称', '英文'],
      longitude: ['经度', 'lng', 'lon'],
      latitude: ['纬度', 'lat'],
      datum: ['坐标系', 'crs'],
      radiusM: ['覆盖半径'],
    },
    z.object({
      id: f.id,
      gateway: f.id,
      name: f.filled,
      nameEn: f.optionalText.optional(),
      longitude: f.longitude,
      latitude: f.latitude,
      datum: f.datum.optional(),
      radiusM: f.optional(metres),
    }),
    ['nameEn', 'datum'],
  ),
  talkgroups: table(
    { id: ['通话组'], gateway: ['网关'], name: ['名称'], nameEn: ['英文名称', '英文'], unit: ['单位'] },
    z.object({
      id: talkgroup,
      gateway: f.id,
      name: f.filled,
      nameEn: f.optionalText.optional(),
      unit: f.optional(f.id),
    }),
    ['nameEn'],
  ),
  radios: table(
    {
      id: ['电台'],
      gateway: ['网关'],
      carrier: ['承载者'],
      post: ['岗位'],
      unit: ['责任单位'],
      talkgroups: ['通话组'],
    },
    z
      .object({
        id: radio,
        gateway: f.id,
        carrier: f.optional(f.carrier),
        post: f.optional(f.id),
        unit: f.id,
        talkgroups: z
          .string()
          .transform((s) => s.split(/[\s;；、]+/).filter((x) => x !== ''))
          .pipe(z.array(talkgroup).max(32)),
      })
      .refine((v) => v.carrier === null || v.post === null, {
        path: ['post'],
        error: say('随身电台没有岗位，固定电台没有承载者', 'a carried radio has no post, a fixed one no carrier'),
      }),
  ),
} as const
