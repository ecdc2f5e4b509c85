import { z } from 'zod'
import { isCalendarDay } from '../time.ts'
import { id, instant } from './field.ts'

/** Calendar day in China, such as 2010-05-03. */
export const chinaDay = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a China calendar day YYYY-MM-DD')
  .refine(isCalendarDay, 'must be a day that there is')
const said = <T extends z.ZodType>(schema: T) => schema.nullable().default(null)

export const personIs = id.describe(
  'our id of the person held or questioned; the same in every event about that person',
)
export const stayIs = id.describe('one visit to police premises by one person, from arrival to departure')

/** What documents, screens and gates say of the person: sex and age are facts with a source, never guesses. */
export const personObservations = {
  'person.arrived': z.object({
    stay: stayIs,
    person: personIs,
    unit: id.describe('the unit whose premises the person came to'),
    source: z
      .enum(['gate', 'paper'])
      .default('gate')
      .describe(
        'gate: a door or camera saw it; paper: the time written on the certificate or record (observedAt is that time). Both may come for one stay; the law counts from the earlier one, and more than 10 minutes between them is itself flagged',
      ),
    how: z
      .enum(['brought', 'summoned', 'surrendered', 'handed-over', 'compelled', 'arrested', 'transferred', 'other'])
      .default('other')
      .describe('带回 · 传唤到案 · 投案 · 扭送 · 拘传 · 抓获 · 移交 · other'),
  }),
  'person.departed': z.object({
    stay: stayIs,
    person: personIs,
    source: z
      .enum(['gate', 'paper'])
      .default('gate')
      .describe('gate or paper, as for person.arrived; the later one counts'),
    how: z
      .enum(['released', 'handed-to-custody', 'hospital', 'taken-out', 'transferred', 'other'])
      .default('released')
      .describe(
        'released: free to go; handed-to-custody: given to the detention house or lock-up; taken-out: identification of a scene or recovery of loot, will return',
      ),
  }),
  'person.described': z.object({
    person: personIs,
    sex: said(z.enum(['male', 'female'])).describe('null: not stated by this source'),
    birthDate: said(chinaDay).describe(
      'China calendar day YYYY-MM-DD, not after observedAt and at most 150 years before it; age is reckoned from it at the moment of each fact',
    ),
    pregnant: said(z.boolean()).describe('null: not stated'),
    nursing: said(z.boolean()).describe('哺乳自己不满一周岁婴儿; null: not stated'),
    deaf: said(z.boolean()).describe('聋哑; null: not stated'),
    blind: said(z.boolean()).describe('null: not stated'),
    limitedCapacity: said(z.boolean()).describe('尚未完全丧失辨认或者控制自己行为能力; null: not stated'),
    speaksLocalLanguage: said(z.boolean()).describe('false: needs an interpreter; null: not stated'),
    foreigner: said(z.boolean()).describe('null: not stated'),
    deputy: said(z.enum(['none', 'township', 'county-or-higher'])).describe('各级人民代表大会代表; null: not stated'),
    identityKnown: said(z.boolean()).describe('false: true name, address or identity not known; null: not stated'),
    source: z.enum(['id-document', 'household-register', 'medical', 'statement', 'officer']).describe('who says so'),
  }),
  'person.sobered': z.object({ person: personIs, stay: stayIs.nullable().default(null) }).describe('确认醉酒人酒醒'),
  'care.given': z.object({
    stay: stayIs,
    care: z.enum(['meal', 'rest', 'bedding', 'medical']).describe('饮食 · 休息 · 卧具 · 救治'),
    until: instant.nullable().default(null).describe('for rest: when it ended; null while it lasts or for a moment'),
  }),
  'safety.checked': z
    .object({ stay: stayIs, person: personIs, officer: id.nullable().default(null) })
    .describe('到案人员安全检查 on entering the case area'),
  'belongings.listed': z.object({ stay: stayIs, signed: z.boolean().describe('暂存物品清单 signed or fingerprinted') }),
  'belongings.returned': z.object({ stay: stayIs, signed: z.boolean().describe('return signed or fingerprinted') }),
} as const
