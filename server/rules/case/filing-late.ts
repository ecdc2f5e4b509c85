import { z } from 'zod'
import { endOfDays } from '../../domain/calendar.ts'
import { bureauChiefs, departmentChiefs, ranks } from '../patterns/approvers.ts'
import { all, first } from '../patterns/case-file.ts'
import { deed, dueWithin } from '../patterns/due-within.ts'
import { criminalProcedure, criminalProcedureLaw } from '../patterns/enactments.ts'
import { byCase } from '../patterns/subjects.ts'

const schema = z.object({
  agencyDays: z.number().positive(),
  ordinaryDays: z.number().positive(),
  clueDays: z.number().positive(),
  majorDays: z.number().positive(),
  clueApprovers: ranks,
  majorApprovers: ranks,
})

/** 刑事立案审查 (legal table I, intake-crim-review): 3 d for agencies is law, the rest is read second-hand. */
export const filingLate = dueWithin({
  id: 'case.filing-late',
  title: {
    zh: '刑事案件接报后未在期限内决定是否立案',
    en: 'Whether to file a criminal case was not decided in time',
  },
  grade: 'B',
  citations: [
    criminalProcedureLaw(
      '第一百一十二条',
      '应当按照管辖范围，迅速进行审查，认为有犯罪事实需要追究刑事责任的时候，应当立案；',
    ),
    criminalProcedure('第一百七十四条', '对接受的案件，或者发现的犯罪线索，公安机关应当迅速进行审查。'),
    criminalProcedure('第一百七十四条', '发现案件事实或者线索不明的，必要时，经办案部门负责人批准，可以进行调查核实。'),
    criminalProcedure('第一百八十条', '对行政执法机关移送的案件，公安机关应当自接受案件之日起三日以内进行审查'),
  ],
  paramSchema: schema,
  params: [
    {
      from: '2018-10-26',
      value: {
        agencyDays: 3,
        ordinaryDays: 3,
        clueDays: 7,
        majorDays: 30,
        clueApprovers: departmentChiefs,
        majorApprovers: bureauChiefs,
      },
    },
  ],
  localSettings: [
    { param: 'ordinaryDays', title: { zh: '一般审查期限', en: 'Ordinary time to decide' }, unit: 'day' },
    { param: 'clueDays', title: { zh: '线索需要查证的期限', en: 'Time when a clue must be checked' }, unit: 'day' },
    { param: 'majorDays', title: { zh: '重大疑难复杂的期限', en: 'Time for major, hard cases' }, unit: 'day' },
  ],
  limits: {
    zh: '行政执法机关移送的三日为规定；其余法律只写“迅速”，三日、七日、三十日及三十日须县级以上公安机关负责人批准，均来自受案立案改革意见的转载，日数为本局设定。延长只认届满前由相应负责人作出的批准。改按行政案件受案的，视为已经作出决定。',
    en: 'Three days for cases from agencies is the rule. Otherwise the law says “promptly”; 3, 7 and 30 days, and the rank that may approve the 30, come from a reprint of the reform opinion; the days are settings. An extension counts when given before expiry by a chief of the rank required. One that was accepted as an administrative case counts as decided.',
  },
  consumes: [
    'case.reported',
    'case.accepted',
    'case.filed',
    'case.not-filed',
    'case.transferred',
    'case.jurisdiction-found',
    'case.review-prolonged',
  ],
  subject: byCase,
  begins(file) {
    // A report that does not say what it is about is known for a crime once it is accepted as one.
    const told = all(file, 'case.reported', 'case.accepted').find((t) => t.data.type !== null)
    if (told?.data.type !== 'criminal') return undefined
    const agency = first(file, 'case.reported')?.data.by === 'transfer'
    return { at: told.at, seen: [told], unit: told.data.unit, facts: { agency } }
  },
  limit(law, begun, file) {
    if (begun.facts?.agency === true) return { amount: law.agencyDays, unit: 'day' }
    let amount = law.ordinaryDays
    for (const { at, data } of all(file, 'case.review-prolonged')) {
      if (at > endOfDays(begun.at, amount)) continue
      const [most, by] =
        data.reason === 'major-complex' ? [law.majorDays, law.majorApprovers] : [law.clueDays, law.clueApprovers]
      if (by.includes(data.rank)) amount = Math.max(amount, most)
    }
    return { amount, unit: 'day' }
  },
  // Accepted as another kind of case, the review is over as well.
  done: (file) =>
    deed(
      all(file, 'case.filed', 'case.not-filed', 'case.transferred', 'case.jurisdiction-found', 'case.accepted').find(
        (d) => d.kind !== 'case.accepted' || d.data.type !== 'criminal',
      ),
    ),
})
