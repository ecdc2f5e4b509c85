import { z } from 'zod'
import { first } from '../patterns/case-file.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { supervisionRegulation } from '../patterns/enactments.ts'
import { limitSchema } from '../patterns/limit.ts'

const schema = limitSchema.extend({ confinementHours: z.number().positive() })
type Kind = 'officer-measure.appealed' | 'officer-measure.appeal-decided'

/** 不服停止执行职务、禁闭的申诉 (legal table O, du-suspend, du-confine). */
export const measureAppeal = deedWithin<Kind, z.infer<typeof schema>>({
  id: 'supervision.measure-appeal',
  title: {
    zh: '对停止执行职务、禁闭的申诉未在五日、二十四小时内作出决定',
    en: 'An appeal against suspension or confinement was not decided in five days or 24 hours',
  },
  grade: 'B',
  citations: [
    supervisionRegulation(
      '第十四条',
      '受理申诉的公安机关对不服停止执行职务的申诉，应当自收到申诉之日起5日内作出是否撤销停止执行职务的决定；对不服禁闭的申诉，应当在收到申诉之时起24小时内作出是否撤销禁闭的决定。',
    ),
  ],
  paramSchema: schema,
  params: [{ from: '2011-10-01', value: { amount: 5, unit: 'day', confinementHours: 24 } }],
  limits: {
    zh: '以登记的收到时间为准；五日按日历日计，收到当日不计，末日逢节假日不顺延，条例没有另行规定。申诉期间不停止执行；是否在期间内提出由人核查。',
    en: 'Goes by the receipt on record. Five calendar days, the first not counted, a last day off does not move on: the regulation says nothing else. The measure goes on meanwhile; whether the appeal came in time is for people to check.',
  },
  consumes: ['officer-measure.appealed', 'officer-measure.appeal-decided'],
  subject: (o) => o.data.appeal,
  begins(file) {
    const appealed = first(file, 'officer-measure.appealed')
    if (!appealed) return undefined
    const { to, officer, kind } = appealed.data
    return { at: appealed.at, seen: [appealed], unit: to, facts: { kind, officer } }
  },
  limitOf: (law, { facts }) => (facts?.kind === 'confinement' ? { amount: law.confinementHours, unit: 'hour' } : law),
  done: (file) => first(file, 'officer-measure.appeal-decided'),
})
