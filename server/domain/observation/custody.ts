import { z } from 'zod'
import { id, instant } from './field.ts'
import { rank } from './measure.ts'
import { chinaDay, personIs } from './person.ts'

/** Which facility it is. */
export const facility = {
  facility: id.describe('unit id of the detention house or lock-up'),
  facilityKind: z
    .enum(['detention-house', 'lockup', 'prison', 'hospital', 'other'])
    .describe('看守所 · 拘留所 · 监狱 · …'),
}
const measure = id.nullable().default(null).describe('the measure under which the person is held')
const steps = z
  .array(
    z.enum([
      'committee-minutes',
      'public-notice',
      'city-review',
      'court',
      'copy-to-procuratorate',
      'designated-hospital',
      'guarantor',
      'danger-assessment',
      'city-approval',
    ]),
  )
  .max(9)
  .readonly()

/** Detention house, lock-up, leave, and changes of sentence. */
export const custodyObservations = {
  'custody.admitted': z.object({
    person: personIs,
    ...facility,
    measure,
    papers: z
      .boolean()
      .nullable()
      .default(null)
      .describe('拘留证, 逮捕证 or another lawful document was shown; null: not stated'),
    bodyExam: z
      .boolean()
      .nullable()
      .default(null)
      .describe('health and body-surface examination recorded; null: not stated'),
    detentionRepeat: z
      .boolean()
      .nullable()
      .default(null)
      .describe('lock-up: an earlier public-order offence is known; null: not stated'),
    detentionGrave: z
      .boolean()
      .default(false)
      .describe(
        'lock-up: the decision relies on 治安管理处罚法(2025) 23 second paragraph (serious, or twice within a year)',
      ),
  }),
  'custody.released': z.object({ person: personIs, ...facility, measure }),
  'custody.taken-out': z.object({
    person: personIs,
    ...facility,
    purpose: z
      .enum([
        'interrogation',
        'identification',
        'family-visit',
        'leave',
        'home-leave',
        'home-visit',
        'treatment',
        'court',
        'other',
      ])
      .describe(
        'interrogation 提解、提讯 · identification 辨认、起赃 · family-visit 探视病危亲属 · leave 被拘留人请假出所 · home-leave 拘役罪犯每月回家 · home-visit 罪犯离所探亲 · treatment 出所治疗 · court 出庭 · other',
      ),
    officers: z.array(id).max(16).readonly().default([]),
    rank: rank.nullable().default(null).describe('who approved; null: nobody'),
    outing: id,
    convict: z.boolean().default(false).describe('serves a sentence here (留所服刑罪犯)'),
    expectedBackAt: instant.nullable().default(null).describe('end of the leave; null: not stated'),
    guarantor: z.boolean().nullable().default(null).describe('a guarantor is on record; null: not stated'),
    committeeMinutes: z.boolean().nullable().default(null).describe('所务会 record; null: not stated'),
  }),
  'custody.returned': z.object({ outing: id, person: personIs, ...facility }),
  'custody.visited': z
    .object({
      visit: id,
      person: personIs,
      ...facility,
      officers: z.array(id).max(16).readonly().describe('提讯人员'),
      permit: z.boolean().describe('提讯证 or 提票 shown'),
    })
    .describe('提讯 inside the detention house'),
  'custody.activity': z
    .object({ person: personIs, ...facility, day: chinaDay, outdoorMinutes: z.number().int().min(0).max(1440) })
    .describe('one day of the lock-up'),
  'custody.expiry-set': z
    .object({
      person: personIs,
      ...facility,
      measure: id,
      expiresAt: instant.describe('end of the term by the papers in force'),
    })
    .describe('term of custody or sentence as the facility has it'),
  'custody.expiry-warned': z.object({ person: personIs, ...facility, measure: id }).describe('羁押期限即将届满通知书'),
  'sentence.received': z
    .object({
      person: personIs,
      ...facility,
      sentence: id,
      kind: z
        .enum(['imprisonment', 'criminal-detention', 'acquitted', 'exempted'])
        .describe('有期徒刑等 · 拘役 · 无罪 · 免除刑事处罚'),
      endsAt: instant.nullable().describe('end of the term; null when none'),
    })
    .describe('生效判决书、执行通知书 received; observedAt is the day'),
  'sentence.delivered': z.object({ person: personIs, sentence: id, ...facility }).describe('送交监狱执行'),
  'sentence.change-proposed': z.object({
    person: personIs,
    ...facility,
    change: id,
    kind: z.enum(['commutation', 'parole', 'temporary-outside']).describe('减刑 · 假释 · 暂予监外执行(保外就医)'),
    medical: z.boolean().default(false).describe('temporary-outside for serious illness'),
    dangerous: z.boolean().nullable().default(null).describe('social danger or self-harm found; null: not stated'),
    steps: steps.describe('what the file contains before the decision'),
  }),
  'sentence.change-decided': z.object({
    person: personIs,
    ...facility,
    change: id,
    kind: z.enum(['commutation', 'parole', 'temporary-outside']),
    rank: rank.describe('who decided'),
    steps: steps.describe('what the file contained'),
    medical: z.boolean().default(false),
    dangerous: z.boolean().nullable().default(null),
  }),
  'sentence.handed-over': z.object({ person: personIs, change: id, ...facility }).describe('移送社区矫正机构'),
  'bail.deposit-set': z.object({
    measure: id,
    person: personIs,
    unit: id,
    yuan: z.number().nonnegative(),
    guarantor: z.boolean().describe('a guarantor was required as well'),
    heldBy: z.enum(['bank', 'case-unit', 'other']).default('bank'),
  }),
  'calendar.published': z
    .object({
      year: z.number().int().min(2000).max(2100),
      holidays: z
        .array(chinaDay)
        .max(60)
        .readonly()
        .describe('days off that the State Council announced, week-ends inside them included'),
      workdays: z.array(chinaDay).max(30).readonly().describe('week-end days that are worked instead'),
      source: z.string().min(1).max(200),
    })
    .superRefine(({ year, ...lists }, { addIssue }) => {
      for (const name of ['holidays', 'workdays'] as const) {
        const other = lists[name].find((day) => !day.startsWith(`${year}-`))
        if (other !== undefined)
          addIssue({
            code: 'custom',
            path: [name],
            message: `${other} does not lie in ${year}: it belongs in the table of its own year`,
          })
      }
    })
    .describe(
      'one year of holidays; a later one for the same year replaces it. A day of another year that the same notice names belongs in that year’s table',
    ),
} as const
