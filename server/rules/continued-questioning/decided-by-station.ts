import { z } from 'zod'
import { ranks, stationChiefs } from '../patterns/approvers.ts'
import { all } from '../patterns/case-file.ts'
import { continuedQuestioning } from '../patterns/enactments.ts'
import { byMeasure } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const decidedByStation = wrongWhen({
  id: 'continued-questioning.decided-by-station',
  title: {
    zh: '继续盘问非由派出所负责人审批决定',
    en: 'Continued questioning was not decided by the chief of a police station',
  },
  grade: 'B',
  citations: [
    continuedQuestioning(
      '第十三条',
      '可以立即带回，并制作《当场盘问、检查笔录》、填写《继续盘问审批表》报公安派出所负责人审批决定继续盘问十二小时。',
    ),
    continuedQuestioning(
      '第十三条',
      '不得适用继续盘问；对符合本规定第八条所列条件，确有必要继续盘问的有违法犯罪嫌疑的人员，可以带至就近的公安派出所，按照本规定适用继续盘问。',
    ),
  ],
  paramSchema: z.object({ approvers: ranks }),
  params: [{ from: '2004-10-01', value: { approvers: stationChiefs } }],
  limits: {
    zh: '违反出境入境管理的嫌疑人由县级以上公安机关或者边检机关批准（行政案件程序规定第五十七条），本规则不区分，须人工核实。',
    en: 'For suspects under exit-entry law the county bureau approves (art. 57); this rule does not tell them apart.',
  },
  consumes: ['measure.decided', 'measure.started'],
  subject: byMeasure('continued-questioning'),
  judge(file, { approvers }, { register }) {
    for (const seen of all(file, 'measure.decided', 'measure.started')) {
      const unit = register.unit(seen.data.unit)
      const notStation = unit !== undefined && unit.kind !== 'station'
      const rank = seen.kind === 'measure.decided' && seen.data.decision === 'approved' ? seen.data.rank : undefined
      if (notStation || (rank !== undefined && !approvers.includes(rank)))
        return {
          since: seen.at,
          seen: [seen],
          unit: seen.data.unit,
          facts: { unitKind: unit?.kind ?? null, rank: rank ?? null, person: seen.data.person },
        }
    }
    return undefined
  },
})
