import { z } from 'zod'
import { hours } from '../../domain/time.ts'
import { criminalProcedure, criminalProcedureLaw } from '../patterns/enactments.ts'
import { held } from '../patterns/held.ts'
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
  subject: held(...kinds),
  judge(_, { intervalHours }, { register: { custody }, subject }) {
    const spans = custody
      .measuresOf(subject)
      .filter((m) => m.startedAt !== undefined && kinds.some((k) => k === m.kind))
    for (const [i, next] of spans.entries()) {
      const before = spans[i - 1]
      const gap = before?.endedAt === undefined ? undefined : next.startedAt! - before.endedAt
      if (before && gap !== undefined && gap < hours(intervalHours))
        return {
          since: next.startedAt!,
          seen: [before.seqs, next.seqs],
          unit: next.unit,
          facts: { intervalHours, gapMinutes: Math.round(gap / 60_000), first: before.measure, second: next.measure },
        }
    }
    return undefined
  },
})
