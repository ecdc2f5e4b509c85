import { z } from 'zod'
import { id, instant } from './field.ts'

const inOrder = (from: number | null, to: number | null): boolean => from === null || to === null || from <= to

const band = id.describe('code of the band')

/** The published benchmarks of discretion (行政裁量权基准): reference data, imported, with the dates they hold. */
export const discretionObservations = {
  'discretion-band.published': z
    .object({
      band,
      authority: z.string().min(1).max(128).describe('who published it, such as 宁夏回族自治区公安厅'),
      enactment: z.string().min(1).max(64).describe('the law whose penalty it divides, such as 治安管理处罚法'),
      edition: z.string().min(4).max(16).describe('year of the edition whose article numbers it uses, such as 2025'),
      article: z.string().min(1).max(32).describe('such as 第五十一条'),
      pattern: id.describe('code of the fact pattern; decisions name it in `pattern`'),
      facts: z.string().min(1).max(400).describe('the fact pattern in words'),
      warning: z.boolean().default(false).describe('a warning lies inside the band'),
      fineFromYuan: z.number().nonnegative().nullable().default(null).describe('null: no fine in this band'),
      fineToYuan: z.number().nonnegative().nullable().default(null).describe('included; null: no fine in this band'),
      detentionFromDays: z.number().int().nonnegative().nullable().default(null).describe('null: no detention'),
      detentionToDays: z.number().int().nonnegative().nullable().default(null).describe('included; null: no detention'),
      both: z.boolean().default(false).describe('fine and detention together lie inside the band (并处)'),
      validFrom: instant.describe('from when on it holds'),
      validUntil: instant.nullable().default(null).describe('the first moment it no longer holds; null: open'),
    })
    .refine((b) => inOrder(b.fineFromYuan, b.fineToYuan), {
      path: ['fineToYuan'],
      error: 'must not be less than fineFromYuan',
    })
    .refine((b) => inOrder(b.detentionFromDays, b.detentionToDays), {
      path: ['detentionToDays'],
      error: 'must not be less than detentionFromDays',
    })
    .describe(
      '裁量基准: what penalty belongs to which facts. A later one with the same id replaces it from validFrom on',
    ),
  'discretion-band.withdrawn': z
    .object({ band, validUntil: instant, reason: z.string().max(400) })
    .describe('the band no longer holds'),
} as const
