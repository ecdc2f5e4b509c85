import { z } from 'zod'
import { all, type Seen } from '../patterns/case-file.ts'
import { continuedQuestioning } from '../patterns/enactments.ts'
import { byMeasure } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const continuedQuestioningSkipsStep = wrongWhen({
  id: 'continued-questioning.extension-skips-step',
  title: {
    zh: '继续盘问时限直接从十二小时延长至四十八小时',
    en: 'Continued questioning was extended from twelve to forty-eight hours in one step',
  },
  grade: 'A',
  citations: [continuedQuestioning('第十七条', '但不得决定将继续盘问时限直接从十二小时延长至四十八小时。')],
  paramSchema: z.object({ firstToHours: z.number() }),
  params: [{ from: '2004-10-01', value: { firstToHours: 24 } }],
  limits: {
    zh: '以办案系统所记的批准时间和延长至的时限为准。',
    en: 'Goes by the approvals and lengths that the case system records.',
  },
  consumes: ['measure.extended'],
  subject: byMeasure('continued-questioning'),
  judge(file, { firstToHours }) {
    const extended = all(file, 'measure.extended')
    const beyond = ({ data }: Seen<'measure.extended'>): boolean =>
      data.total.unit === 'hour' && data.total.amount > firstToHours
    const last = extended.find(beyond)
    const before = extended.find((e) => !beyond(e))
    return last && !(before && before.at <= last.at)
      ? {
          since: last.at,
          seen: before ? [last, before] : [last],
          unit: last.data.unit,
          officers: last.data.by ? [last.data.by] : [],
          facts: { toHours: last.data.total.amount, person: last.data.person },
        }
      : undefined
  },
})
