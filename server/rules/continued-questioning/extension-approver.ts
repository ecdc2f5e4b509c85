import { z } from 'zod'
import { deputyChiefs, dutyChiefs, ranks } from '../patterns/approvers.ts'
import { all } from '../patterns/case-file.ts'
import { continuedQuestioning } from '../patterns/enactments.ts'
import { byMeasure } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const continuedQuestioningExtensionApprover = wrongWhen({
  id: 'continued-questioning.extension-approver',
  title: {
    zh: '延长继续盘问时限由无权人员批准',
    en: 'An extension of continued questioning was approved by someone without the power',
  },
  grade: 'A',
  citations: [
    continuedQuestioning(
      '第十七条',
      '报县、市、旗公安局或者城市公安分局的值班负责人审批；确有必要将继续盘问时限从二十四小时延长至四十八小时的，公安派出所应当填写《延长继续盘问时限审批表》，报县、市、旗公安局或者城市公安分局的主管负责人审批。',
    ),
  ],
  paramSchema: z.object({ steps: z.array(z.object({ toHours: z.number(), approvers: ranks })) }),
  params: [
    {
      from: '2004-10-01',
      value: {
        steps: [
          { toHours: 24, approvers: dutyChiefs },
          { toHours: 48, approvers: deputyChiefs },
        ],
      },
    },
  ],
  limits: {
    zh: '以审批记录所载职务为准，延长至不足二十四、四十八小时的按所在一档；更高级别负责人的批准视为有效。',
    en: 'Goes by the rank on the approval; one to fewer hours than its step belongs to that step; a more senior chief of the bureau counts as competent.',
  },
  consumes: ['measure.extended'],
  subject: byMeasure('continued-questioning'),
  judge(file, { steps }) {
    const wrong = all(file, 'measure.extended').find(({ data }) => {
      const step = steps.find((s) => data.total.unit === 'hour' && data.total.amount <= s.toHours)
      return !step?.approvers.includes(data.rank)
    })
    return (
      wrong && {
        since: wrong.at,
        seen: [wrong],
        unit: wrong.data.unit,
        officers: wrong.data.by ? [wrong.data.by] : [],
        facts: { toHours: wrong.data.total.amount, rank: wrong.data.rank, person: wrong.data.person },
      }
    )
  },
})
