import { z } from 'zod'
import { hours } from '../../domain/time.ts'
import { adminProcedure } from '../patterns/enactments.ts'
import { held } from '../patterns/held.ts'
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
  subject: held(...summonses),
  judge(_, { intervalHours }, { register: { custody }, subject }) {
    const spans = custody
      .measuresOf(subject)
      .filter((m) => m.startedAt !== undefined && summonses.some((s) => s === m.kind))
    for (const [i, next] of spans.entries()) {
      const before = spans.slice(0, i).findLast((b) => b.case === null || next.case === null || b.case === next.case)
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
