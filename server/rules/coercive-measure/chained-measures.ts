import { z } from 'zod'
import type { MeasureSpan } from '../../domain/custody/state.ts'
import { isShort, shortMeasures } from '../../domain/observation/measure.ts'
import { hours } from '../../domain/time.ts'
import { adminProcedure, continuedQuestioning, criminalProcedureLaw } from '../patterns/enactments.ts'
import { held } from '../patterns/held.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const chainedMeasures = wrongWhen({
  id: 'coercive-measure.chained-measures',
  title: {
    zh: '对同一人连续使用不同措施，合计时间过长',
    en: 'Different short measures on one person follow each other for too long altogether',
  },
  grade: 'B',
  citations: [
    criminalProcedureLaw('第一百一十九条', '不得以连续传唤、拘传的形式变相拘禁犯罪嫌疑人。'),
    adminProcedure('第六十九条', '不得以连续传唤的形式变相拘禁违法嫌疑人。'),
    continuedQuestioning('第十二条', '（七）以连续继续盘问的方式变相拘禁他人。'),
  ],
  paramSchema: z.object({ intervalHours: z.number(), totalHours: z.number() }),
  params: [{ from: '2013-01-01', value: { intervalHours: 12, totalHours: 24 } }],
  localSettings: [
    { param: 'intervalHours', title: { zh: '视为连续的间隔', en: 'Interval that counts as chained' }, unit: 'hour' },
    { param: 'totalHours', title: { zh: '合计时间', en: 'Total that is too long' }, unit: 'hour' },
  ],
  limits: {
    zh: '由上述规定推导：每项措施单独合法，合计仍可能变相拘禁。间隔和合计时间是本地设定，只提示核查，不当然违法。',
    en: 'Derived from the articles named: each measure may be lawful alone. Interval and total are local settings; it asks for verification and does not say that the law is broken.',
  },
  consumes: ['measure.started', 'measure.ended', 'person.departed'],
  keeps: ['measure.started', 'measure.ended'],
  subject: held(...shortMeasures),
  judge(_, { intervalHours, totalHours }, { now, register: { custody }, subject }) {
    const spans = custody.measuresOf(subject).filter((m) => m.startedAt !== undefined && isShort(m.kind))
    for (const chain of chains(spans, hours(intervalHours), now)) {
      if (new Set(chain.map((m) => m.kind)).size < 2) continue
      let left = hours(totalHours)
      for (const m of chain) {
        const end = m.endedAt ?? now
        if (end - m.startedAt! > left)
          return {
            since: m.startedAt! + left,
            seen: chain.map((c) => c.seqs),
            unit: m.unit,
            facts: { totalHours, measures: chain.map((c) => c.kind).join(' → '), person: subject },
          }
        if (m.endedAt === undefined) return { dueAt: m.startedAt! + left, startedAt: chain[0]!.startedAt! }
        left -= end - m.startedAt!
      }
    }
    return undefined
  },
})

/** Runs of measures with less than `gapMs` between the end of one and the beginning of the next. */
const chains = (spans: readonly MeasureSpan[], gapMs: number, now: number): MeasureSpan[][] => {
  const found: MeasureSpan[][] = []
  for (const next of spans) {
    const last = found.at(-1)?.at(-1)
    if (last && next.startedAt! - (last.endedAt ?? now) < gapMs) found.at(-1)!.push(next)
    else found.push([next])
  }
  return found
}
