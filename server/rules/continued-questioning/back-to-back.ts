import { z } from 'zod'
import { hours } from '../../domain/time.ts'
import { continuedQuestioning } from '../patterns/enactments.ts'
import { held } from '../patterns/held.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const continuedQuestioningBackToBack = wrongWhen({
  id: 'continued-questioning.back-to-back',
  title: { zh: '连续继续盘问变相拘禁', en: 'Continued questioning again shortly after continued questioning' },
  grade: 'A',
  citations: [continuedQuestioning('第十二条', '（七）以连续继续盘问的方式变相拘禁他人。')],
  paramSchema: z.object({ intervalHours: z.number() }),
  params: [{ from: '2004-10-01', value: { intervalHours: 12 } }],
  localSettings: [
    {
      param: 'intervalHours',
      title: { zh: '视为连续的间隔', en: 'Interval that counts as back to back' },
      unit: 'hour',
    },
  ],
  limits: {
    zh: '法律没有规定间隔时间，小时数是本地设定；同一人以人员编号识别。',
    en: 'The law names no interval; the hours are a local setting. The same person is known by the person id.',
  },
  consumes: ['measure.started', 'measure.ended', 'person.departed'],
  keeps: ['measure.started', 'measure.ended'],
  subject: held('continued-questioning'),
  judge(_, { intervalHours }, { register: { custody }, subject }) {
    const spans = custody
      .measuresOf(subject)
      .filter((m) => m.kind === 'continued-questioning' && m.startedAt !== undefined)
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
