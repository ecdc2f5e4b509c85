import { hours } from '../../domain/time.ts'
import { defineRule } from '../define-rule.ts'
import { type CaseFile, evidence, filed } from '../patterns/case-file.ts'
import { adminProcedure, publicOrder2012, publicOrder2025 } from '../patterns/enactments.ts'
import { byStay } from '../patterns/subjects.ts'
import { about, by, idle, over, unknown, waiting } from '../patterns/verdicts.ts'
import { type ClockKind, clockKinds, clockOf, fullAt, questioningMeasures, restrained } from './clock.ts'
import { limitOf, type Tiers, tierParams, tiers } from './tier.ts'

export const questioningTimeLimit = defineRule<CaseFile<ClockKind>, Tiers, ClockKind>({
  id: 'questioning.time-limit',
  title: { zh: '询问查证超过法定时限', en: 'Questioning runs past its statutory limit' },
  grade: 'A',
  citations: [
    publicOrder2025(
      '第九十七条',
      '询问查证的时间不得超过八小时；涉案人数众多、违反治安管理行为人身份不明的，询问查证的时间不得超过十二小时；情况复杂，依照本法规定可能适用行政拘留处罚的，询问查证的时间不得超过二十四小时。',
    ),
    publicOrder2012(
      '第八十三条',
      '询问查证的时间不得超过八小时；情况复杂，依照本法规定可能适用行政拘留处罚的，询问查证的时间不得超过二十四小时。',
    ),
    adminProcedure('第五十八条', '约束时间不计算在询问查证时间内。'),
    adminProcedure('第七十条', '询问查证时间适用本规定第六十九条第一款的规定。'),
  ],
  paramSchema: tiers,
  params: tierParams,
  localSettings: [],
  limits: {
    zh: '以门禁或者书面到案时间中较早的起算；没有到案记录时无法计时。适用哪一档以到案之日的法律和登记的事由为准；行政案件移送管辖后重新计算的，须登记为新的到案。',
    en: 'Counts from the earlier of gate and written arrival; without either it cannot count. The tier follows the law of the day of arrival and the grounds on record; after a transfer to another bureau a new stay begins.',
  },
  consumes: clockKinds,
  subject: byStay(
    ...questioningMeasures,
    'protective-restraint',
    'continued-questioning',
    'criminal-summons',
    'compelled-appearance',
  ),
  initial: [],
  evolve: filed,
  evaluate(file, { now, paramsAt }) {
    const clock = clockOf(file)
    if (!clock) return idle(file, now)
    const { startedAt, endedAt, begun } = clock
    if (startedAt === undefined) return unknown('person.arrived', now)
    const law = paramsAt(startedAt)
    if (!law) return over(now)
    const pauses = restrained(file, startedAt)
    const full = (limitMs: number) => fullAt(startedAt, limitMs, pauses, endedAt ?? now)
    const { limitHours, relied } = limitOf(file, law, startedAt, full)
    const dueAt = full(hours(limitHours))
    if (dueAt === undefined) return endedAt === undefined ? waiting : over(now)
    return by(
      { startedAt, dueAt, doneAt: endedAt, now },
      {
        evidence: evidence(...clock.seen, ...relied),
        facts: {
          limitHours,
          restraintMs: pauses.reduce((sum, p) => sum + ((p.to ?? now) - p.from), 0),
          person: begun.data.person,
        },
        concerns: about(begun.data.unit, begun.data.officers),
      },
    )
  },
})
