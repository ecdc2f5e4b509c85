import { z } from 'zod'
import { hours } from '../../domain/time.ts'
import { defineRule } from '../define-rule.ts'
import { type CaseFile, evidence, filed } from '../patterns/case-file.ts'
import { continuedQuestioning } from '../patterns/enactments.ts'
import { byStay } from '../patterns/subjects.ts'
import { about, by, idle, over, unknown } from '../patterns/verdicts.ts'
import { vulnerable, vulnerableAges } from '../patterns/vulnerable.ts'
import { type ClockKind, clockKinds, clockOf } from './clock.ts'

type Kind = ClockKind | 'person.described'
const ofStay = byStay('continued-questioning')

export const vulnerableFourHours = defineRule({
  id: 'continued-questioning.vulnerable-four-hours',
  title: { zh: '对特殊人员继续盘问超过四小时', en: 'Continued questioning of a protected person runs past four hours' },
  grade: 'A',
  citations: [
    continuedQuestioning(
      '第十条',
      '可以适用继续盘问，但必须在带至公安机关之时起的四小时以内盘问完毕，且不得送入候问室：',
    ),
  ],
  paramSchema: vulnerableAges.extend({ limitHours: z.number() }),
  params: [{ from: '2004-10-01', value: { limitHours: 4, underYears: 16, fromYears: 70 } }],
  localSettings: [],
  limits: {
    zh: '年龄、怀孕、哺乳以所报来源为准；出生日期和上述情况均未报告时不作判断。',
    en: 'Age, pregnancy and nursing are as the reported source says; with neither a birth date nor such a condition reported it does not judge.',
  },
  consumes: [...clockKinds, 'person.described'] as readonly Kind[],
  subject: (o, register) =>
    o.kind === 'person.described' ? register.custody.staysOf(o.data.person).map((s) => s.stay) : ofStay(o),
  initial: [] as CaseFile<ClockKind>,
  evolve: (file, entry) =>
    entry.observation.kind === 'person.described'
      ? file
      : filed<ClockKind>(file, { ...entry, observation: entry.observation }),
  evaluate(file, { now, paramsAt, register }) {
    const clock = clockOf(file)
    if (!clock) return idle(file, now)
    const { arrived, begun, endedAt } = clock
    if (!arrived) return unknown('person.arrived', now)
    const law = paramsAt(arrived.at)
    if (!law) return over(now)
    const why = vulnerable(register.custody.person(begun.data.person), arrived.at, law)
    if (why === undefined) return unknown('person.described birthDate', now)
    if (!why) return endedAt === undefined ? { is: 'clear' } : over(now)
    return by(
      { startedAt: arrived.at, dueAt: arrived.at + hours(law.limitHours), doneAt: endedAt, now },
      {
        evidence: evidence(arrived, begun, why.evidence, clock.left, clock.ended),
        facts: { limitHours: law.limitHours, because: why.because, person: begun.data.person },
        concerns: about(begun.data.unit),
      },
    )
  },
})
