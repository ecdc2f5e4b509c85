import { z } from 'zod'
import { first } from '../patterns/case-file.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { supervisionRegulation } from '../patterns/enactments.ts'
import { limitSchema } from '../patterns/limit.ts'
import { byOfficerMeasure } from '../patterns/subjects.ts'

const schema = limitSchema.extend({ confinementAmount: z.number().positive() })
type Kind = 'officer-measure.decided' | 'officer-measure.started' | 'officer-measure.ended'

/** 期限届满 (legal table O, du-suspend, du-confine): the days of the decision, and never more than the law's. */
export const measureOverrun = deedWithin<Kind, z.infer<typeof schema>>({
  id: 'supervision.measure-overrun',
  title: {
    zh: '停止执行职务、禁闭超过期限未解除',
    en: 'A suspension or confinement of an officer went on past its days',
  },
  grade: 'B',
  citations: [supervisionRegulation('第十二条', '停止执行职务的期限为10日以上60日以下；禁闭的期限为1日以上7日以下。')],
  paramSchema: schema,
  params: [{ from: '2011-10-01', value: { amount: 60, unit: 'day', confinementAmount: 7 } }],
  limits: {
    zh: '条例没有写明如何计日：按日历日计，开始当日不计，末日逢节假日不顺延。决定载明的期限较短的，以决定为准；没有收到决定的，以法定最长期限为准。',
    en: 'The regulation does not say how days are counted: calendar days, the first not counted, a last day off does not move on. The days of the decision count where they are fewer, the longest of the law where no decision was told.',
  },
  consumes: ['officer-measure.decided', 'officer-measure.started', 'officer-measure.ended'],
  subject: byOfficerMeasure,
  begins(file) {
    const started = first(file, 'officer-measure.started')
    if (!started) return undefined
    const decided = first(file, 'officer-measure.decided')
    const { unit, officer, kind } = started.data
    const seen = decided ? [decided, started] : [started]
    return { at: started.at, seen, unit, officers: [officer], facts: { kind, days: decided?.data.days ?? null } }
  },
  limitOf(law, { facts }) {
    const most = facts?.kind === 'confinement' ? law.confinementAmount : law.amount
    return { amount: typeof facts?.days === 'number' ? Math.min(facts.days, most) : most, unit: law.unit }
  },
  done: (file) => first(file, 'officer-measure.ended'),
})
