import { days } from '../../domain/time.ts'
import { all, first } from '../patterns/case-file.ts'
import { adminProcedure, penalties, publicOrder2012, publicOrder2025 } from '../patterns/enactments.ts'
import { endOfPeriod, type Limit, limitSchema } from '../patterns/limit.ts'
import { byDecision } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

const kinds = [
  'hearing.told',
  'hearing.requested',
  'hearing.waived',
  'hearing.refused',
  'hearing.held',
  'decision.made',
] as const

/** 听证申请期限 (legal table I, case-hearing-threshold): five working days since 2021-07-15, not three. */
export const hearingDenied = wrongWhen<(typeof kinds)[number], Limit>({
  id: 'case.hearing-denied',
  title: { zh: '听证申请的权利没有得到保障', en: 'The right to ask for a hearing was cut short' },
  grade: 'B',
  citations: [
    penalties('第六十四条', '（一）当事人要求听证的，应当在行政机关告知后五日内提出；'),
    penalties('第八十五条', '本法中“二日”“三日”“五日”“七日”的规定是指工作日，不含法定节假日。'),
    adminProcedure('第一百三十三条', '违法嫌疑人要求听证的，应当在公安机关告知后三日内提出申请。'),
    adminProcedure(
      '第一百三十四条',
      '违法嫌疑人放弃听证或者撤回听证要求后，处罚决定作出前，又提出听证要求的，只要在听证申请有效期限内，应当允许。',
    ),
    publicOrder2025('第一百一十七条', '违反治安管理行为人要求听证的，公安机关应当及时依法举行听证。'),
    publicOrder2012('第九十八条', '违反治安管理行为人要求听证的，公安机关应当及时依法举行听证。'),
  ],
  paramSchema: limitSchema,
  params: [
    { from: '2013-01-01', value: { amount: 3, unit: 'day' } },
    { from: '2021-07-15', value: { amount: 5, unit: 'working-day' } },
  ],
  limits: {
    zh: '工作日按已导入的节假日表计算；缺当年节假日表时不作判断。不属于听证范围而拒绝的，由人核查。',
    en: 'Working days need the holiday table of the year; without it nothing is judged. A refusal because no hearing is due is for people to check.',
  },
  consumes: kinds,
  subject: byDecision,
  remembersMs: days(800),
  judge(file, _, { register, paramsAt }) {
    const told = first(file, 'hearing.told')
    if (!told) return undefined
    const law = paramsAt(told.at)
    if (!law) return undefined
    const requested = all(file, 'hearing.requested').at(-1)
    const decided = first(file, 'decision.made')
    // Told after the decision, nothing was told: another rule says so.
    if (decided && told.at > decided.at) return undefined
    const tooLate = all(file, 'hearing.refused').filter((r) => r.data.why === 'too-late')
    const waived = all(file, 'hearing.waived').at(-1)
    const held = first(file, 'hearing.held')
    const end = endOfPeriod(told.at, law, register.custody.holidays())
    const facts = { limit: law.amount, unit: law.unit, person: told.data.person, toldAt: told.at }
    const { unit } = told.data
    // Each refusal answers the request before it: asked again too late, the first was in time all the same.
    for (const refused of tooLate) {
      const answered = all(file, 'hearing.requested').findLast((r) => r.at <= refused.at)
      if (!answered) continue
      if (!end) return { missing: 'calendar.published' }
      if (answered.at <= end.at)
        return {
          since: refused.at,
          seen: [told, answered, refused],
          unit,
          facts: { why: 'refused-in-time', ...facts, endsAt: end.at },
        }
    }
    if (!decided || (held && held.at <= decided.at)) return undefined
    const given = waived && waived.at <= decided.at && !(requested && requested.at > waived.at)
    if (given || tooLate.length > 0) return undefined
    if (requested && requested.at <= decided.at) {
      if (all(file, 'hearing.refused').length > 0) return undefined
      return {
        since: decided.at,
        seen: [told, requested, decided],
        unit,
        facts: { why: 'decided-without-hearing', ...facts },
      }
    }
    if (!end) return { missing: 'calendar.published' }
    return decided.at > end.at
      ? undefined
      : {
          since: decided.at,
          seen: [told, decided],
          unit,
          facts: { why: 'decided-before-the-time-was-over', ...facts, endsAt: end.at },
        }
  },
})
