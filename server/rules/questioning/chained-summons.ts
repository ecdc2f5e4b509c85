import { z } from 'zod'
import { chained } from '../patterns/chained.ts'
import { adminProcedure } from '../patterns/enactments.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

const summonses = ['summons-written', 'summons-oral', 'summons-forced'] as const

export const questioningChainedSummons = wrongWhen({
  id: 'questioning.chained-summons',
  title: { zh: '连续传唤变相拘禁', en: 'Summoned again shortly after a summons' },
  grade: 'B',
  citations: [adminProcedure('第六十九条', '不得以连续传唤的形式变相拘禁违法嫌疑人。')],
  paramSchema: z.object({ intervalHours: z.number() }),
  params: [{ from: '2013-01-01', value: { intervalHours: 12 } }],
  localSettings: [
    { param: 'intervalHours', title: { zh: '视为连续的间隔', en: 'Interval that counts as chained' }, unit: 'hour' },
  ],
  limits: {
    zh: '法律没有为公安机关规定间隔时间，十二小时参照检察规则，是本地设定。不同案件的传唤不算。',
    en: 'The law names no interval for the police; twelve hours follow the procuratorate’s rule and are a local setting. Summonses in different cases do not count.',
  },
  consumes: ['measure.started', 'measure.ended', 'person.departed'],
  keeps: ['measure.started', 'measure.ended'],
  ...chained(summonses, (b, n) => b.case === null || n.case === null || b.case === n.case),
})
