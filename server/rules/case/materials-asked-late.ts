import { all, first } from '../patterns/case-file.ts'
import { criminalProcedure } from '../patterns/enactments.ts'
import { endOf, type Limit, limitFrom, limitSchema } from '../patterns/limit.ts'
import { byCase } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

/** 移送材料补正 (legal table I, intake-crim-review: cases from agencies). */
export const materialsAskedLate = wrongWhen<'case.reported' | 'case.materials-asked', Limit>({
  id: 'case.materials-asked-late',
  title: {
    zh: '移送材料不全未在二十四小时以内通知补正',
    en: 'An agency was asked later than 24 hours to complete what it handed over',
  },
  grade: 'C',
  citations: [
    criminalProcedure(
      '第一百八十条',
      '公安机关认为行政执法机关移送的案件材料不全的，应当在接受案件后二十四小时以内通知移送案件的行政执法机关在三日以内补正，但不得以材料不全为由不接受移送案件。',
    ),
  ],
  paramSchema: limitSchema,
  params: limitFrom('2013-01-01', 24, 'hour'),
  limits: {
    zh: '自登记接受移送之时起算；材料是否不全、应当通知而没有通知的看不到。',
    en: 'Counts from the registration of what was handed over; that papers were missing and nobody asked is invisible.',
  },
  consumes: ['case.reported', 'case.materials-asked'],
  subject: byCase,
  judge(file, law, { register, subject }) {
    const reported = first(file, 'case.reported')
    if (reported?.data.by !== 'transfer') return undefined
    // What was handed over without a word of its kind is known by what it was accepted as.
    if ((reported.data.type ?? register.casework.case(subject)?.type) !== 'criminal') return undefined
    const end = endOf(reported.at, law, register.custody.holidays())!
    const asked = all(file, 'case.materials-asked').find((a) => a.at >= reported.at)
    if (!asked || asked.at <= end) return undefined
    const facts = { startedAt: reported.at, dueAt: end, doneAt: asked.at, limit: law.amount, unit: law.unit }
    return { since: end, seen: [reported, asked], unit: asked.data.unit, facts }
  },
})
