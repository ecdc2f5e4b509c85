import { z } from 'zod'
import { id } from './field.ts'
import { rank } from './measure.ts'
import { personIs, stayIs } from './person.ts'

export const restraintKinds = ['handcuffs', 'leg-irons', 'police-rope', 'restraint-belt', 'restraint-chair'] as const
export const forceKinds = ['baton', 'tear-gas', 'water-cannon', 'riot-gun', 'firearm'] as const
export const dangers = ['escape', 'violence', 'suicide', 'self-harm', 'resists', 'other'] as const

const on = {
  use: id.describe('one use on one person; the same id when it is taken off'),
  person: personIs,
  stay: stayIs.nullable().default(null),
  unit: id,
}

/** 警械: what was put on whom by whom, as the cabinet, the tag or the report says. Protective restraint to sobriety (约束) is a measure. */
export const restraintObservations = {
  'restraint.applied': z.object({
    ...on,
    kind: z
      .enum(restraintKinds)
      .describe('handcuffs 手铐 · leg-irons 脚镣 · police-rope 警绳 · restraint-belt 约束带 · restraint-chair'),
    officers: z.array(id).max(8).readonly().default([]),
    dangers: z
      .array(z.enum(dangers))
      .max(6)
      .readonly()
      .default([])
      .describe('可能脱逃、行凶、自杀、自伤 as the report says'),
    task: z
      .enum(['capture', 'escort', 'guard', 'none'])
      .default('none')
      .describe('capture 抓获 · escort 押解 · guard 看押 of a person detained or arrested · none of these'),
    urgent: z.boolean().default(false).describe('used first, to be reported to the facility director afterwards'),
  }),
  'restraint.removed': z.object({ ...on }),
  'restraint.approved': z.object({ ...on, rank, by: id.nullable().default(null) }),
  'restraint.danger-passed': z.object({ ...on }).describe('上述情形消除'),
  'force.used': z.object({
    use: id,
    unit: id,
    officers: z.array(id).min(1).max(16).readonly(),
    kind: z
      .enum(forceKinds)
      .describe('baton 警棍 · tear-gas 催泪弹 · water-cannon 高压水枪 · riot-gun 特种防暴枪 · firearm 枪支'),
    warned: z.boolean().nullable().describe('警告 given before; null: not stated'),
    casualties: z.boolean().default(false),
  }),
  'force.reported': z.object({ use: id, unit: id, written: z.boolean() }).describe('report to the bureau'),
} as const
