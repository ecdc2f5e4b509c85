import { z } from 'zod'
import { facilityKinds } from '../../domain/observation/case-area.ts'
import { all } from '../patterns/case-file.ts'
import { continuedQuestioning } from '../patterns/enactments.ts'
import { held } from '../patterns/held.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const continuedQuestioningHeldInCustodyPlace = wrongWhen({
  id: 'continued-questioning.held-in-custody-place',
  title: { zh: '将被盘问人送入监管场所', en: 'A person under continued questioning was put in a custody facility' },
  grade: 'A',
  citations: [
    continuedQuestioning(
      '第三十条',
      '禁止将被盘问人送入看守所、拘役所、拘留所、强制戒毒所、收容教育所或者其他监管场所关押',
    ),
  ],
  paramSchema: z.object({ facilities: z.array(z.enum(facilityKinds)) }),
  params: [{ from: '2004-10-01', value: { facilities: ['detention-house', 'lockup', 'drug-rehabilitation'] } }],
  limits: {
    zh: '继续盘问期间的进入才算；转为拘留等措施后移交的，须先有继续盘问终止的记录。',
    en: 'Counts entries while continued questioning lasts; a hand-over after another decision needs the end of it on record first.',
  },
  consumes: ['custody.admitted', 'room.entered', 'measure.started', 'measure.ended'],
  subject: held('continued-questioning'),
  judge(file, { facilities }, { register: { custody }, subject }) {
    for (const seen of all(file, 'custody.admitted', 'room.entered')) {
      const kind = seen.kind === 'room.entered' ? custody.room(seen.data.room)?.facility : seen.data.facilityKind
      const inside = custody.measuresAt(subject, seen.at)
      const measure = inside.find((m) => m.kind === 'continued-questioning')
      // A custody decision taken meanwhile makes the entry a hand-over (第二十一条).
      const decided = inside.some((m) => ['criminal-detention', 'arrest', 'administrative-detention'].includes(m.kind))
      if (measure && !decided && facilities.some((f) => f === kind))
        return {
          since: seen.at,
          seen: [measure.seqs, seen],
          unit: measure.unit,
          facts: { facility: kind ?? null, person: subject },
        }
    }
    return undefined
  },
})
