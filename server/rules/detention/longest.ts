import { z } from 'zod'
import { bureauChiefs, ranks } from '../patterns/approvers.ts'
import { all } from '../patterns/case-file.ts'
import { adminProcedure, publicOrder2012, publicOrder2025 } from '../patterns/enactments.ts'
import { byMeasure } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const detentionLongest = wrongWhen({
  id: 'detention.longest',
  title: {
    zh: '行政拘留决定超过上限或者由无权机关决定',
    en: 'A decision of administrative detention is over the maximum, or taken without the power',
  },
  grade: 'A',
  citations: [
    publicOrder2025('第十六条', '行政拘留处罚合并执行的，最长不超过二十日。'),
    publicOrder2012('第十六条', '行政拘留处罚合并执行的，最长不超过二十日。'),
    publicOrder2025(
      '第一百零九条',
      '治安管理处罚由县级以上地方人民政府公安机关决定；其中警告、一千元以下的罚款，可以由公安派出所决定。',
    ),
    adminProcedure('第一百七十三条', '行政拘留处罚由县级以上公安机关或者出入境边防检查机关决定。'),
  ],
  paramSchema: z.object({ mostDays: z.number(), mostCombinedDays: z.number(), approvers: ranks }),
  params: [{ from: '2006-03-01', value: { mostDays: 15, mostCombinedDays: 20, approvers: bureauChiefs } }],
  limits: {
    zh: '单项上限十五日为各条处罚幅度的最高值；以决定书登记的天数和决定人职务为准，具体条文的幅度由人核查。',
    en: 'Fifteen days is the top of every band of the statute; goes by the days and rank on the decision. The band of the article applied is for people to check.',
  },
  consumes: ['measure.decided'],
  subject: byMeasure('administrative-detention'),
  judge(file, law) {
    for (const decided of all(file, 'measure.decided')) {
      if (decided.data.decision !== 'approved') continue
      const { days, combinedDays, rank, unit, by, person } = decided.data
      const why =
        days !== null && days > law.mostDays
          ? 'too-long'
          : combinedDays !== null && combinedDays > law.mostCombinedDays
            ? 'combined-too-long'
            : law.approvers.includes(rank)
              ? undefined
              : 'no-power'
      if (why)
        return {
          since: decided.at,
          seen: [decided],
          unit,
          officers: by ? [by] : [],
          facts: { why, days, combinedDays, rank, person },
        }
    }
    return undefined
  },
})
