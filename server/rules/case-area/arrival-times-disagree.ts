import { z } from 'zod'
import { minutes } from '../../domain/time.ts'
import { all } from '../patterns/case-file.ts'
import { adminProcedure, continuedQuestioning } from '../patterns/enactments.ts'
import { byStay } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const arrivalTimesDisagree = wrongWhen({
  id: 'case-area.arrival-times-disagree',
  title: { zh: '门禁与书面记载的到案、离开时间不一致', en: 'Gate and paper disagree about arrival or departure' },
  grade: 'B',
  citations: [
    continuedQuestioning(
      '第十六条',
      '对继续盘问的情况，应当制作《继续盘问笔录》，并载明被盘问人被带至公安机关的具体时间',
    ),
    adminProcedure(
      '第六十八条',
      '使用传唤证传唤的，违法嫌疑人被传唤到案后和询问查证结束后，应当由其在传唤证上填写到案和离开时间并签名。',
    ),
    adminProcedure('第七十条', '并在询问笔录中记明违法嫌疑人到案经过、到案和离开时间。'),
  ],
  paramSchema: z.object({ toleranceMinutes: z.number() }),
  params: [{ from: '2004-10-01', value: { toleranceMinutes: 10 } }],
  localSettings: [
    { param: 'toleranceMinutes', title: { zh: '容许相差的时间', en: 'Difference that is tolerated' }, unit: 'minute' },
  ],
  limits: {
    zh: '容许相差的分钟数是本地设定；哪一个时间属实由人核查，时限按较早的到达时间计算。',
    en: 'The tolerance is a local setting; which time is true is for people to verify. Limits count from the earlier arrival.',
  },
  consumes: ['person.arrived', 'person.departed'],
  subject: byStay(),
  judge(file, { toleranceMinutes }) {
    for (const kind of ['person.arrived', 'person.departed'] as const) {
      const gate = all(file, kind).find((s) => s.data.source === 'gate')
      const paper = all(file, kind).find((s) => s.data.source === 'paper')
      if (!gate || !paper || Math.abs(gate.at - paper.at) <= minutes(toleranceMinutes)) continue
      const arrived = file.find((s) => s.kind === 'person.arrived')
      return {
        since: Math.min(gate.at, paper.at),
        seen: [gate, paper],
        unit: arrived?.kind === 'person.arrived' ? arrived.data.unit : null,
        facts: {
          what: kind,
          gateAt: gate.at,
          paperAt: paper.at,
          differenceMinutes: Math.round((paper.at - gate.at) / 60_000),
          person: gate.data.person,
        },
      }
    }
    return undefined
  },
})
