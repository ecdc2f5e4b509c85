import { z } from 'zod'
import { all, type CaseFile, first } from '../patterns/case-file.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { petitionRules } from '../patterns/enactments.ts'
import { endOf, limitSchema } from '../patterns/limit.ts'
import { byPetition } from '../patterns/subjects.ts'

const schema = limitSchema.extend({ prolongedDays: z.number().int().positive() })
type Kind = 'petition.accepted' | 'petition.prolonged' | 'petition.closed'

/** The prolongation that counts: the head's, told with its reason, before the sixty days were over. */
const prolonged = (file: CaseFile<Kind>, end: number | undefined) =>
  all(file, 'petition.prolonged').find((p) => p.data.byHead && p.data.told && (end === undefined || p.at <= end))

/** 六十日办结 (legal table O, pet-60d). */
export const petitionClosedLate = deedWithin<Kind, z.infer<typeof schema>>({
  id: 'petition.closed-late',
  title: {
    zh: '信访事项未在六十日内办结，或者超过延长的期限',
    en: 'A petition was not closed in sixty days, or not in those it was given beyond',
  },
  grade: 'B',
  citations: [
    petitionRules(
      '第三十四条',
      '对本条例第三十一条第六项规定的信访事项应当自受理之日起60日内办结；情况复杂的，经本机关、单位负责人批准，可以适当延长办理期限，但延长期限不得超过30日，并告知信访人延期理由。',
    ),
  ],
  paramSchema: schema,
  params: [{ from: '2022-05-01', value: { amount: 60, unit: 'day', prolongedDays: 30 } }],
  limits: {
    zh: '只看出具信访处理意见书的事项（第三十一条第六项）；按日历日计，受理当日不计，末日逢节假日不顺延。延长以届满前经负责人批准并告知理由为准，只算一次，至多三十日；是否复杂由人核查。',
    en: 'Only matters that end with an opinion (article 31, item 6). Calendar days, the first not counted, a last day off does not move on. A prolongation counts once, by at most thirty days, when the head approved it before expiry and the reason was told; whether the matter is complicated is for people to check.',
  },
  consumes: ['petition.accepted', 'petition.prolonged', 'petition.closed'],
  subject: byPetition,
  begins(file, { paramsAt, register }) {
    const accepted = first(file, 'petition.accepted')
    if (!accepted?.data.byOpinion) return undefined
    const law = paramsAt(accepted.at)
    const more = law && prolonged(file, endOf(accepted.at, law, register.custody.holidays()))
    return {
      at: accepted.at,
      seen: more ? [accepted, more] : [accepted],
      unit: accepted.data.unit,
      facts: { prolongedDays: more?.data.days ?? 0 },
    }
  },
  limitOf: (law, { facts }) => ({
    amount: law.amount + Math.min(Number(facts?.prolongedDays), law.prolongedDays),
    unit: law.unit,
  }),
  done: (file) => first(file, 'petition.closed'),
})
