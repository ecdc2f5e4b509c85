import { z } from 'zod'
import { first } from '../patterns/case-file.ts'
import { supervisionRegulation } from '../patterns/enactments.ts'
import { byOfficerMeasure } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

const days = z.number().int().positive()
const schema = z.object({
  suspensionFromDays: days,
  suspensionToDays: days,
  confinementFromDays: days,
  confinementToDays: days,
})

/** 停止执行职务、禁闭的期限 (legal table O, du-suspend, du-confine). */
export const measureLength = wrongWhen<'officer-measure.decided', z.infer<typeof schema>>({
  id: 'supervision.measure-length',
  title: {
    zh: '停止执行职务、禁闭的期限不在法定幅度内',
    en: 'A suspension or confinement of an officer is shorter or longer than the law allows',
  },
  grade: 'B',
  citations: [supervisionRegulation('第十二条', '停止执行职务的期限为10日以上60日以下；禁闭的期限为1日以上7日以下。')],
  paramSchema: schema,
  params: [
    {
      from: '2011-10-01',
      value: { suspensionFromDays: 10, suspensionToDays: 60, confinementFromDays: 1, confinementToDays: 7 },
    },
  ],
  limits: {
    zh: '以决定载明的期限为准，是否如期解除由另一规则看；以上、以下包括本数。',
    en: 'Goes by the days of the decision; whether it ended in time is for another rule. The bounds themselves are lawful.',
  },
  consumes: ['officer-measure.decided'],
  subject: byOfficerMeasure,
  judge(file, law) {
    const decided = first(file, 'officer-measure.decided')
    if (!decided) return undefined
    const { kind, days: length, unit, officer } = decided.data
    const [from, to] =
      kind === 'duty-suspension'
        ? [law.suspensionFromDays, law.suspensionToDays]
        : [law.confinementFromDays, law.confinementToDays]
    if (from <= length && length <= to) return undefined
    const facts = { kind, days: length, fromDays: from, mostDays: to }
    return { since: decided.at, seen: [decided], unit, officers: [officer], facts }
  },
})
