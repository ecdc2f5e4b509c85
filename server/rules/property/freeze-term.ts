import { z } from 'zod'
import { endOfMonths } from '../../domain/calendar.ts'
import type { Instant } from '../../domain/time.ts'
import { defineRule } from '../define-rule.ts'
import { cityBureaus, ranks } from '../patterns/approvers.ts'
import { all, type CaseFile, evidence, filed, first, type Seen } from '../patterns/case-file.ts'
import { criminalProcedure } from '../patterns/enactments.ts'
import { byAccount } from '../patterns/subjects.ts'
import { about, breach, by, idle, LATE_MS, over } from '../patterns/verdicts.ts'

const kinds = ['property.frozen', 'property.freeze-renewed', 'property.unfrozen'] as const
type Kind = (typeof kinds)[number]
const schema = z.object({
  depositMonths: z.number(),
  majorMonths: z.number(),
  securitiesMonths: z.number(),
  equityMonths: z.number(),
  majorApprovers: ranks,
})
type Law = z.infer<typeof schema>

/** 冻结期限 (legal table J, prop-freeze-term). */
export const freezeTerm = defineRule<CaseFile<Kind>, Law, Kind>({
  id: 'property.freeze-term',
  title: {
    zh: '冻结超过法定期限或者逾期没有续行冻结',
    en: 'A freeze is longer than the law allows, or was not renewed before it lapsed',
  },
  grade: 'B',
  citations: [
    criminalProcedure(
      '第二百四十三条',
      '冻结存款、汇款、证券交易结算资金、期货保证金等财产的期限为六个月。每次续冻期限最长不得超过六个月。',
      '2020-09-01',
    ),
    criminalProcedure(
      '第二百四十三条',
      '对于重大、复杂案件，经设区的市一级以上公安机关负责人批准，冻结存款、汇款、证券交易结算资金、期货保证金等财产的期限可以为一年。每次续冻期限最长不得超过一年。',
      '2020-09-01',
    ),
    criminalProcedure(
      '第二百四十四条',
      '冻结债券、股票、基金份额等证券的期限为二年。每次续冻期限最长不得超过二年。',
      '2020-09-01',
    ),
    criminalProcedure(
      '第二百四十五条',
      '冻结股权、保单权益或者投资权益的期限为六个月。每次续冻期限最长不得超过六个月。',
      '2020-09-01',
    ),
    criminalProcedure(
      '第二百四十条',
      '需要延长冻结期限的，应当按照原批准权限和程序，在冻结期限届满前办理继续冻结手续。逾期不办理继续冻结手续的，视为自动解除冻结。',
      '2020-09-01',
    ),
  ],
  paramSchema: schema,
  params: [
    {
      from: '2020-09-01',
      value: {
        depositMonths: 6,
        majorMonths: 12,
        securitiesMonths: 24,
        equityMonths: 6,
        majorApprovers: cityBureaus,
      },
    },
  ],
  localSettings: [],
  limits: {
    zh: '只看刑事案件。通知书期限短于法定的按通知书；按月计算，期满之日的算法须与法制部门确认。续冻须在届满前。',
    en: 'Criminal cases only. A shorter term in the notice counts; terms are in months, and which day is the last must be settled with the legal department. A renewal must come before expiry.',
  },
  consumes: kinds,
  subject: byAccount,
  initial: [],
  evolve: filed,
  evaluate(file, { now, paramsAt }) {
    const frozen = first(file, 'property.frozen')
    if (frozen?.data.type !== 'criminal') return idle(file, now)
    const law = paramsAt(frozen.at)
    if (!law) return over(now)
    const { unit, asset } = frozen.data
    let of: Seen<'property.frozen' | 'property.freeze-renewed'> = frozen
    let term = termOf(frozen, frozen, frozen.at, law)
    for (const renewed of all(file, 'property.freeze-renewed')) {
      if (renewed.at > term.dueAt) break
      // A renewal runs from the end of the term that it renews.
      term = termOf(renewed, frozen, term.dueAt, law)
      of = renewed
    }
    const grounds = {
      evidence: evidence(frozen, ...(of === frozen ? [] : [of])),
      facts: { asset, months: term.months, endsAt: of.data.endsAt },
      concerns: about(unit, of.data.by === null ? [] : [of.data.by]),
    }
    if (term.tooLong) return breach(of.at, { ...grounds, facts: { why: 'too-long', ...grounds.facts } }, now + LATE_MS)
    const done = first(file, 'property.unfrozen')
    const lapsed = { ...grounds, facts: { why: 'lapsed', ...grounds.facts } }
    return by({ startedAt: of.at, dueAt: term.dueAt, doneAt: done?.at, now }, lapsed)
  },
})

const termOf = (
  told: Seen<'property.frozen' | 'property.freeze-renewed'>,
  frozen: Seen<'property.frozen'>,
  from: Instant,
  law: Law,
) => {
  const { asset, major } = frozen.data
  const deposit = major && law.majorApprovers.includes(told.data.rank) ? law.majorMonths : law.depositMonths
  const months = asset === 'deposit' ? deposit : asset === 'securities' ? law.securitiesMonths : law.equityMonths
  const lawful = endOfMonths(from - (from === frozen.at ? 0 : 1), months)
  const { endsAt } = told.data
  return {
    months,
    dueAt: endsAt === null ? lawful : Math.min(endsAt, lawful),
    tooLong: endsAt !== null && endsAt > lawful,
  }
}
