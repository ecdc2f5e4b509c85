import { z } from 'zod'
import { chained } from '../patterns/chained.ts'
import { criminalProcedure, criminalProcedureLaw } from '../patterns/enactments.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

const kinds = ['criminal-summons', 'compelled-appearance'] as const

export const coerciveChainedSummons = wrongWhen({
  id: 'coercive-measure.chained-summons',
  title: { zh: '连续传唤、拘传变相拘禁', en: 'Summoned or compelled again shortly after' },
  grade: 'A',
  citations: [
    criminalProcedureLaw('第一百一十九条', '不得以连续传唤、拘传的形式变相拘禁犯罪嫌疑人。'),
    criminalProcedure('第八十条', '不得以连续拘传的形式变相拘禁犯罪嫌疑人。'),
    criminalProcedure('第二百条', '不得以连续传唤的形式变相拘禁犯罪嫌疑人。'),
  ],
  paramSchema: z.object({ intervalHours: z.number() }),
  params: [{ from: '2013-01-01', value: { intervalHours: 12 } }],
  localSettings: [
    { param: 'intervalHours', title: { zh: '视为连续的间隔', en: 'Interval that counts as chained' }, unit: 'hour' },
  ],
  limits: {
    zh: '法律没有为公安机关规定间隔时间；十二小时参照检察规则第八十三条、第一百八十五条，是本地设定。',
    en: 'The law names no interval for the police; twelve hours follow the procuratorate’s rules 83 and 185 and are a local setting.',
  },
  consumes: ['measure.started', 'measure.ended', 'person.departed'],
  keeps: ['measure.started', 'measure.ended'],
  ...chained(kinds, () => true),
})
