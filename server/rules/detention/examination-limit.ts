import { z } from 'zod'
import { endOfDays } from '../../domain/calendar.ts'
import { defineRule } from '../define-rule.ts'
import { cityBureaus, ranks } from '../patterns/approvers.ts'
import { all, type CaseFile, evidence, filed, first } from '../patterns/case-file.ts'
import { adminProcedure } from '../patterns/enactments.ts'
import { byMeasure } from '../patterns/subjects.ts'
import { about, by, idle, over, waiting } from '../patterns/verdicts.ts'

const kinds = [
  'measure.started',
  'measure.extended',
  'measure.clock-stopped',
  'measure.clock-restarted',
  'measure.ended',
] as const
type Kind = (typeof kinds)[number]
const schema = z.object({ baseDays: z.number(), extendedDays: z.number(), approvers: ranks })

export const examinationLimit = defineRule<CaseFile<Kind>, z.infer<typeof schema>, Kind>({
  id: 'detention.examination-limit',
  title: { zh: '拘留审查超过期限', en: 'Detention for examination runs past its limit' },
  grade: 'A',
  citations: [
    adminProcedure(
      '第二百四十二条',
      '拘留审查的期限不得超过三十日，案情复杂的，经上一级公安机关或者出入境边防检查机关批准可以延长至六十日。对国籍、身份不明的，拘留审查期限自查清其国籍、身份之日起计算。',
    ),
  ],
  paramSchema: schema,
  params: [{ from: '2013-07-01', value: { baseDays: 30, extendedDays: 60, approvers: cityBureaus } }],
  localSettings: [],
  limits: {
    zh: '开始之日不计，节假日不顺延；身份不明期间以登记的停止、恢复计算为准。',
    en: 'The first day is not counted and holidays do not prolong it; an unknown identity counts as recorded.',
  },
  consumes: kinds,
  subject: byMeasure('detention-for-examination'),
  initial: [],
  evolve: filed,
  evaluate(file, { now, paramsAt }) {
    const started = first(file, 'measure.started')
    if (!started) return idle(file, now)
    const p = paramsAt(started.at)
    if (!p) return over(now)
    const stopped = all(file, 'measure.clock-stopped').find((s) => s.data.reason === 'identity-unknown')
    const known = stopped && all(file, 'measure.clock-restarted').find((r) => r.at >= stopped.at)
    const done = first(file, 'measure.ended')
    if (stopped && !known) return done ? over(now) : waiting
    const from = known?.at ?? started.at
    const extension = all(file, 'measure.extended').find(
      ({ at, data }) =>
        data.total.unit === 'day' &&
        data.total.amount <= p.extendedDays &&
        data.total.amount > p.baseDays &&
        p.approvers.includes(data.rank) &&
        at <= endOfDays(from, p.baseDays),
    )
    const days = extension?.data.total.amount ?? p.baseDays
    return by(
      { startedAt: from, dueAt: endOfDays(from, days), doneAt: done?.at, now },
      {
        evidence: evidence(started, stopped, known, extension, done),
        facts: { days, person: started.data.person },
        concerns: about(started.data.unit),
      },
    )
  },
})
