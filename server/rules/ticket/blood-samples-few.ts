import { z } from 'zod'
import { first } from '../patterns/case-file.ts'
import { roadsideNorm } from '../patterns/enactments.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const bloodSamplesFew = wrongWhen({
  id: 'ticket.blood-samples-few',
  title: { zh: '固定的血液样本少于两份', en: 'Fewer than two samples of blood were kept' },
  grade: 'A',
  citations: [
    roadsideNorm(
      '附件1',
      '（五）当事人对检验结果有异议或者饮酒后驾驶车辆发生交通事故的，应当立即固定不少于两份的血液样本，或者由不少于两名交通警察或者一名交通警察带领两名协管员将当事人带至县级以上医院固定不少于两份的血液样本；',
    ),
  ],
  paramSchema: z.object({ least: z.number().int() }),
  params: [{ from: '2009-01-01', value: { least: 2 } }],
  limits: {
    zh: '以登记的份数为准，没有登记的不作判断；是否因异议或者事故提取由人核查。',
    en: 'Goes by the number on record and judges nothing without one; whether blood was drawn for an objection or an accident is for people to check.',
  },
  consumes: ['blood.drawn'],
  subject: (o) => o.data.sample,
  remembersMs: 1,
  judge(file, { least }) {
    const drawn = first(file, 'blood.drawn')
    if (!drawn) return undefined
    const { unit, officers, sample, parts } = drawn.data
    if (parts === null) return { missing: 'parts of blood.drawn' }
    return parts >= least
      ? undefined
      : { since: drawn.at, seen: [drawn], unit, officers, facts: { sample, samples: parts, least } }
  },
})
