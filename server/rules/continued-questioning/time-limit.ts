import { z } from 'zod'
import { hours } from '../../domain/time.ts'
import { defineRule } from '../define-rule.ts'
import { deputyChiefs, dutyChiefs, ranks } from '../patterns/approvers.ts'
import { type CaseFile, evidence, filed } from '../patterns/case-file.ts'
import { adminProcedure, continuedQuestioning, policeLaw } from '../patterns/enactments.ts'
import { byStay } from '../patterns/subjects.ts'
import { about, by, idle, over, unknown } from '../patterns/verdicts.ts'
import { type ClockKind, clockKinds, clockOf, extendedTo } from './clock.ts'

const step = z.object({ fromHours: z.number(), toHours: z.number(), approvers: ranks })

export const continuedQuestioningTimeLimit = defineRule({
  id: 'continued-questioning.time-limit',
  title: { zh: '继续盘问超过时限', en: 'Continued questioning runs past its limit' },
  grade: 'A',
  citations: [
    continuedQuestioning(
      '第十一条',
      '继续盘问的时限一般为十二小时；对在十二小时以内确实难以证实或者排除其违法犯罪嫌疑的，可以延长至二十四小时；对不讲真实姓名、住址、身份，且在二十四小时以内仍不能证实或者排除其违法犯罪嫌疑的，可以延长至四十八小时。',
    ),
    continuedQuestioning(
      '第十七条',
      '县、市、旗公安局或者城市公安分局的值班或者主管负责人应当在继续盘问时限届满前作出是否延长继续盘问时限的决定，但不得决定将继续盘问时限直接从十二小时延长至四十八小时。',
    ),
    policeLaw(
      '第九条',
      '对被盘问人的留置时间自带至公安机关之时起不超过二十四小时，在特殊情况下，经县级以上公安机关批准，可以延长至四十八小时，并应当留有盘问记录。',
    ),
    adminProcedure(
      '第五十七条',
      '继续盘问的时限一般为十二小时；对在十二小时以内确实难以证实或者排除其违法犯罪嫌疑的，可以延长至二十四小时；对不讲真实姓名、住址、身份，且在二十四小时以内仍不能证实或者排除其违法犯罪嫌疑的，可以延长至四十八小时。',
    ),
  ],
  paramSchema: z.object({ baseHours: z.number(), ladder: z.array(step) }),
  params: [
    {
      from: '2004-10-01',
      value: {
        baseHours: 12,
        ladder: [
          { fromHours: 12, toHours: 24, approvers: dutyChiefs },
          { fromHours: 24, toHours: 48, approvers: deputyChiefs },
        ],
      },
    },
  ],
  localSettings: [],
  limits: {
    zh: '以门禁或者书面记载中较早的到达时间起算；没有到达记录时无法计时；决定拘留、逮捕、行政拘留的，登记了移交的计至移交监管场所之时。延长只认届满前、由有权负责人、逐级作出的批准；更高级别负责人的批准视为有效。',
    en: 'Counts from the earlier of gate and written arrival; without either it cannot count; whoever is to be detained is counted until handed over, where that is on record. Only extensions approved before expiry, by a competent chief and step by step are counted; a more senior chief counts as competent.',
  },
  consumes: clockKinds,
  subject: byStay('continued-questioning'),
  initial: [] as CaseFile<ClockKind>,
  evolve: filed,
  evaluate(file, { now, paramsAt }) {
    const clock = clockOf(file)
    if (!clock) return idle(file, now)
    const { arrived, begun, endedAt } = clock
    if (!arrived) return unknown('person.arrived', now)
    const law = paramsAt(arrived.at)
    if (!law) return over(now)
    const { limitHours, relied } = extendedTo(file, arrived.at, law.baseHours, law.ladder)
    return by(
      { startedAt: arrived.at, dueAt: arrived.at + hours(limitHours), doneAt: endedAt, now },
      {
        evidence: evidence(arrived, begun, ...relied, clock.left, clock.ended),
        facts: { limitHours, measure: begun.data.measure, person: begun.data.person },
        concerns: about(begun.data.unit),
      },
    )
  },
})
