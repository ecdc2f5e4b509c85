import { z } from 'zod'
import { age, toldBy } from '../../domain/custody/people.ts'
import { mitigating } from '../../domain/observation/decision.ts'
import { first } from '../patterns/case-file.ts'
import { publicOrder2025 } from '../patterns/enactments.ts'
import { byDecision } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

const schema = z.object({ punishableYears: z.number(), adultYears: z.number() })

/** 应当从轻、减轻或者不予处罚 (legal table P, disc-mitigate). */
export const notMitigated = wrongWhen<'decision.made', z.infer<typeof schema>>({
  id: 'discretion.not-mitigated',
  title: {
    zh: '具有从轻、减轻或者不予处罚情节而没有适用',
    en: 'A circumstance that must lighten a penalty was not applied',
  },
  grade: 'C',
  citations: [
    publicOrder2025('第二十条', '违反治安管理有下列情形之一的，从轻、减轻或者不予处罚：'),
    publicOrder2025(
      '第十二条',
      '已满十四周岁不满十八周岁的人违反治安管理的，从轻或者减轻处罚；不满十四周岁的人违反治安管理的，不予处罚，但是应当责令其监护人严加管教。',
    ),
  ],
  paramSchema: schema,
  params: [{ from: '2026-01-01', value: { punishableYears: 14, adultYears: 18 } }],
  limits: {
    zh: '看案卷自己认定的情节和登记的出生日期；案卷没有认定的情节看不到。年龄按行为时计，行为时间没有写明的按决定时。适用了其中一种的，视为已经从轻；从轻的幅度由人核查。',
    en: 'It reads the circumstances that the file found and the registered birth date; what the file did not find is invisible. Age is that at the act, or at the decision where its time is not stated. Where one circumstance was applied it counts as lightened; how much lighter is for people to judge.',
  },
  consumes: ['decision.made'],
  subject: byDecision,
  judge(file, law, { register: { custody } }) {
    const made = first(file, 'decision.made')
    if (made?.data.type !== 'public-order') return undefined
    const { penalties, found, mitigating: applied, offenceEndedAt, person, unit, by } = made.data
    if (penalties.every((p) => p === 'none')) return undefined
    const facts = custody.person(person)
    const years = age(facts, offenceEndedAt ?? made.at)
    // Where one circumstance was applied the penalty was lightened; how much is for people.
    const left = applied.length === 0 ? mitigating.find((m) => found.includes(m)) : undefined
    const why =
      years !== undefined && years < law.punishableYears
        ? 'under-fourteen'
        : years !== undefined && years < law.adultYears && !applied.includes('minor')
          ? 'minor'
          : left
    if (why === undefined) return undefined
    return {
      since: made.at,
      seen: [made, ...(why === left ? [] : [toldBy(facts, 'birthDate')])],
      unit,
      officers: by === null ? [] : [by],
      facts: { why, years: years ?? null, person },
    }
  },
})
