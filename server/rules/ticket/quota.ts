import { z } from 'zod'
import { all } from '../patterns/case-file.ts'
import { trafficLaw, trafficProcedure } from '../patterns/enactments.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const ticketQuota = wrongWhen({
  id: 'ticket.quota',
  title: {
    zh: '考核中出现罚款指标或者按处罚数量排名',
    en: 'An assessment sets a target of fines, or ranks by the number of penalties',
  },
  grade: 'B',
  citations: [
    trafficLaw(
      '第八十六条',
      '任何单位不得给公安机关交通管理部门下达或者变相下达罚款指标；公安机关交通管理部门不得以罚款数额作为考核交通警察的标准。',
    ),
    trafficProcedure('第六十六条', '不得下达或者变相下达罚款指标，不得以处罚数量作为考核民警执法效果的依据。'),
  ],
  paramSchema: z.object({ measures: z.array(z.enum(['fine-amount', 'penalty-count', 'points'])) }),
  params: [{ from: '2004-05-01', value: { measures: ['fine-amount', 'penalty-count'] } }],
  limits: {
    zh: '只看考核系统告知的指标字段；口头下达的看不到。工作量、程序、质量类指标不看。',
    en: 'Fields that the assessment system tells; what is only said cannot be seen. Workload, procedure and quality are lawful measures.',
  },
  consumes: ['performance.indicator-set'],
  subject: (o) => `${o.data.unit}/${o.data.indicator}`,
  judge(file, { measures }) {
    const told = all(file, 'performance.indicator-set')
    const forbidden = ({ data: { measures: what, target, ranks } }: (typeof told)[number]): boolean =>
      (measures as readonly string[]).includes(what) && (target !== null || ranks)
    // As it is set now; what was withdrawn and set again is another.
    const set = told[told.findLastIndex((one) => !forbidden(one)) + 1]
    const now = told.at(-1)
    if (!set || !now) return undefined
    const { target, ranks, unit, by, text, indicator } = now.data
    const seen = set === now ? [set] : [set, now]
    return { since: set.at, seen, unit, officers: by ? [by] : [], facts: { indicator, text, target, ranks } }
  },
})
