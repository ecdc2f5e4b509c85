import { z } from 'zod'
import * as f from './field.ts'
import { say } from './problem.ts'
import type { TableShape } from './table.ts'

const amount = f.optional(
  z
    .string()
    .regex(/^\d{1,7}(\.\d{1,2})?$/, say('应为数字', 'should be a number'))
    .transform(Number),
)
const whole = f.optional(
  z
    .string()
    .regex(/^\d{1,3}$/, say('应为整数（日）', 'should be a whole number of days'))
    .transform(Number),
)
type Span = readonly [from: number | null, to: number | null]
const ordered = ([from, to]: Span): boolean => (from === null) === (to === null) && (from ?? 0) <= (to ?? 0)

const row = z
  .object({
    id: f.id,
    authority: f.filled.max(128),
    enactment: f.filled.max(64),
    edition: z.string().regex(/^\d{4}$/, say('应为四位年份，如 2025', 'should be a year such as 2025')),
    article: f.filled.max(32),
    pattern: f.id,
    facts: f.filled,
    warning: f.yesOrNo,
    fineFromYuan: amount,
    fineToYuan: amount,
    detentionFromDays: whole,
    detentionToDays: whole,
    both: f.yesOrNo,
    startsAt: f.time,
    endsAt: f.optional(f.time),
  })
  .refine((v) => ordered([v.fineFromYuan, v.fineToYuan]), {
    path: ['fineToYuan'],
    error: say('罚款起止应同时填写，且止不小于起', 'both ends of the fine, and the end not below the beginning'),
  })
  .refine((v) => ordered([v.detentionFromDays, v.detentionToDays]), {
    path: ['detentionToDays'],
    error: say('拘留起止应同时填写，且止不小于起', 'both ends of the detention, and the end not below the beginning'),
  })
  .refine((v) => v.warning || v.fineToYuan !== null || v.detentionToDays !== null, {
    path: ['warning'],
    error: say('警告、罚款、拘留至少有一项', 'a warning, a fine or a detention: at least one'),
  })
  .refine((v) => !v.both || (v.fineToYuan !== null && v.detentionToDays !== null), {
    path: ['both'],
    error: say('并处须罚款、拘留都有', 'both together need a fine and a detention'),
  })
  .refine((v) => v.endsAt === null || v.endsAt > v.startsAt, {
    path: ['endsAt'],
    error: say('结束应晚于开始', 'the end should be later than the start'),
  })

/** The benchmarks of discretion, 裁量基准: one line a band. */
export const bandTables = {
  bands: {
    columns: {
      id: ['编号'],
      authority: ['制定机关'],
      enactment: ['法律法规'],
      edition: ['版本年份'],
      article: ['条文'],
      pattern: ['情形代码'],
      facts: ['情形'],
      warning: ['警告'],
      fineFromYuan: ['罚款起'],
      fineToYuan: ['罚款止'],
      detentionFromDays: ['拘留起'],
      detentionToDays: ['拘留止'],
      both: ['并处'],
      startsAt: ['施行'],
      endsAt: ['废止'],
    },
    schema: row,
    optional: [],
  } as TableShape<z.infer<typeof row>>,
} as const
