import { z } from 'zod'
import { endOfDays } from '../../domain/calendar.ts'
import { defineRule } from '../define-rule.ts'
import { bureauChiefs, ranks } from '../patterns/approvers.ts'
import { all, type CaseFile, evidence, filed, first } from '../patterns/case-file.ts'
import { criminalProcedure, criminalProcedureLaw } from '../patterns/enactments.ts'
import { byMeasureOrPerson } from '../patterns/subjects.ts'
import { about, by, idle, over } from '../patterns/verdicts.ts'

const kinds = ['measure.started', 'measure.extended', 'measure.ended', 'application.made'] as const
type Kind = (typeof kinds)[number]
const law = z.object({ baseDays: z.number(), specialDays: z.number(), gangDays: z.number(), approvers: ranks })
const ofMeasure = byMeasureOrPerson('criminal-detention')
const roaming = ['roaming', 'repeated', 'gang'] as const

export const arrestRequest = defineRule<CaseFile<Kind>, z.infer<typeof law>, Kind>({
  id: 'coercive-measure.arrest-request',
  title: {
    zh: '拘留后逾期未提请批准逮捕或者释放',
    en: 'Neither arrest was requested nor the detention ended within the days allowed',
  },
  grade: 'A',
  citations: [
    criminalProcedureLaw(
      '第九十一条',
      '公安机关对被拘留的人，认为需要逮捕的，应当在拘留后的三日以内，提请人民检察院审查批准。在特殊情况下，提请审查批准的时间可以延长一日至四日。',
    ),
    criminalProcedureLaw(
      '第九十一条',
      '对于流窜作案、多次作案、结伙作案的重大嫌疑分子，提请审查批准的时间可以延长至三十日。',
    ),
    criminalProcedure(
      '第一百二十九条',
      '在特殊情况下，经县级以上公安机关负责人批准，提请审查批准逮捕的时间可以延长一日至四日。',
    ),
  ],
  paramSchema: law,
  params: [{ from: '2013-01-01', value: { baseDays: 3, specialDays: 7, gangDays: 30, approvers: bureauChiefs } }],
  localSettings: [],
  limits: {
    zh: '开始之日不计，末日为节假日也不顺延；延长只认届满前由县级以上公安机关负责人作出、事由相符的批准；未载明事由的，事由由人核查。',
    en: 'The first day is not counted and holidays do not prolong it; only extensions approved before expiry by the county bureau’s chief, on a fitting ground, are counted; where none is named, people check it.',
  },
  consumes: kinds,
  subject: (o, register) =>
    o.kind === 'application.made' && o.data.kind !== 'arrest-approval' ? undefined : ofMeasure(o, register),
  initial: [],
  evolve: filed,
  evaluate(file, { now, paramsAt }) {
    const started = first(file, 'measure.started')
    if (!started) return idle(file, now)
    const p = paramsAt(started.at)
    if (!p) return over(now)
    let days = p.baseDays
    const relied = []
    for (const e of all(file, 'measure.extended')) {
      const { amount, unit } = e.data.total
      // An approval that names no ground is held to the longest term: whether there was one is for people to check.
      const long = e.data.grounds.length === 0 || e.data.grounds.some((g) => roaming.some((r) => r === g))
      const most = long ? p.gangDays : p.specialDays
      if (unit !== 'day' || amount <= days || amount > most || !p.approvers.includes(e.data.rank)) continue
      if (e.at > endOfDays(started.at, days)) continue
      days = amount
      relied.push(e)
    }
    const done = all(file, 'application.made', 'measure.ended').find((s) => s.at >= started.at)
    return by(
      { startedAt: started.at, dueAt: endOfDays(started.at, days), doneAt: done?.at, now },
      {
        evidence: evidence(started, ...relied, done),
        facts: { days, person: started.data.person },
        concerns: about(started.data.unit, started.data.officers),
      },
    )
  },
})
