import { z } from 'zod'
import { exclusions } from '../../domain/observation/measure.ts'
import { first } from '../patterns/case-file.ts'
import { continuedQuestioning } from '../patterns/enactments.ts'
import { byMeasure } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const continuedQuestioningExcluded = wrongWhen({
  id: 'continued-questioning.excluded',
  title: {
    zh: '对不得适用的人员适用继续盘问',
    en: 'Continued questioning was used on a person to whom it must not be applied',
  },
  grade: 'B',
  citations: [
    continuedQuestioning('第九条', '对具有下列情形之一的人员，不得适用继续盘问：'),
    continuedQuestioning('第九条', '（六）明知其所涉案件已经作为治安案件受理或者已经立为刑事案件的；'),
    continuedQuestioning('第十二条', '（一）超适用范围继续盘问；'),
  ],
  paramSchema: z.object({ excluded: z.array(z.enum(exclusions)) }),
  params: [{ from: '2004-10-01', value: { excluded: [...exclusions] } }],
  limits: {
    zh: '只看办案系统所记的除外情形，以及所附案件在带至公安机关以前已经受案、立案的；情形是否属实由人核查。',
    en: 'Sees only the exclusions that the case system records, and that its case was accepted or filed before the person was brought; whether they are true is for people to verify.',
  },
  consumes: ['measure.started'],
  subject: byMeasure('continued-questioning'),
  judge(file, { excluded }, { register: { custody, casework } }) {
    const started = first(file, 'measure.started')
    const opened = casework.case(started?.data.case)
    const broughtAt = custody.stay(started?.data.stay)?.arrivedAt ?? started?.at
    const openBefore = [opened?.acceptedAt, opened?.filedAt].some((at) => at !== undefined && at < (broughtAt ?? 0))
    const which =
      started?.data.exclusions.find((e) => excluded.includes(e)) ??
      (openBefore && excluded.includes('case-already-opened') ? 'case-already-opened' : undefined)
    return started && which
      ? {
          since: started.at,
          seen: [started],
          unit: started.data.unit,
          officers: started.data.officers,
          facts: { exclusion: which, person: started.data.person },
        }
      : undefined
  },
})
