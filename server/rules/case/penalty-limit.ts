import { defineRule } from '../define-rule.ts'
import { all, type CaseFile, evidence, filed, first } from '../patterns/case-file.ts'
import { penalties } from '../patterns/enactments.ts'
import { endOfPeriod, type Limit, limitFrom, limitSchema, unsure } from '../patterns/limit.ts'
import { byCase } from '../patterns/subjects.ts'
import { about, by, idle, over, unknown } from '../patterns/verdicts.ts'

const kinds = [
  'case.filed',
  'case.accepted',
  'case.closed',
  'case.transferred',
  'decision.made',
  'case.period-extended',
] as const
type Kind = (typeof kinds)[number]

/** 其他行政处罚案件 (legal table I, case-adm-90d). */
export const penaltyLimit = defineRule<CaseFile<Kind>, Limit, Kind>({
  id: 'case.penalty-limit',
  title: {
    zh: '行政处罚案件自立案之日起九十日内未作出决定',
    en: 'An administrative case was not decided within ninety days of its filing',
  },
  grade: 'C',
  citations: [
    penalties(
      '第六十条',
      '行政机关应当自行政处罚案件立案之日起九十日内作出行政处罚决定。法律、法规、规章另有规定的，从其规定。',
    ),
  ],
  paramSchema: limitSchema,
  params: limitFrom('2021-07-15', 90, 'day'),
  localSettings: [],
  limits: {
    zh: '治安案件不适用（另有三十日的规定）。法律、法规、规章另有期限的，以案件系统登记的延长为准，由人核查其依据。末日逢节假日顺延。',
    en: 'Not for public-order cases, which have their own thirty days. Where another rule gives more time, the extension on record is taken and its ground is for people to check. A last day off moves on.',
  },
  consumes: kinds,
  subject: byCase,
  initial: [],
  evolve: filed,
  evaluate(file, { now, paramsAt, register, subject }) {
    const opened = first(file, 'case.filed') ?? first(file, 'case.accepted')
    if (opened?.data.type !== 'administrative') return idle(file, now)
    const law = paramsAt(opened.at)
    if (!law) return over(now)
    const end = endOfPeriod(opened.at, law, register.custody.holidays())
    if (!end) return unknown('calendar.published', now)
    const longer = all(file, 'case.period-extended').filter((e) => e.at <= end.at)
    const dueAt = Math.max(end.at, ...longer.map((e) => e.data.endsAt))
    const done = first(file, 'decision.made', 'case.closed', 'case.transferred')
    return by(
      { startedAt: opened.at, dueAt, doneAt: done?.at, now },
      {
        evidence: evidence(opened, ...longer, done),
        facts: { limit: law.amount, unit: law.unit, prolonged: longer.length, ...unsure(end) },
        concerns: about(opened.data.unit, register.casework.case(subject)?.officers ?? []),
      },
    )
  },
})
