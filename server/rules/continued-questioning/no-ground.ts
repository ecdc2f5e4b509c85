import { z } from 'zod'
import { grounds } from '../../domain/observation/measure.ts'
import { first } from '../patterns/case-file.ts'
import { continuedQuestioning, policeLaw } from '../patterns/enactments.ts'
import { byMeasure } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const continuedQuestioningNoGround = wrongWhen({
  id: 'continued-questioning.no-ground',
  title: {
    zh: '继续盘问不具备法定四种情形之一',
    en: 'Continued questioning without any of the four grounds of the law',
  },
  grade: 'B',
  citations: [
    continuedQuestioning(
      '第八条',
      '对有违法犯罪嫌疑的人员当场盘问、检查后，不能排除其违法犯罪嫌疑，且具有下列情形之一的，人民警察可以将其带至公安机关继续盘问：',
    ),
    policeLaw(
      '第九条',
      '可以当场盘问、检查；经盘问、检查，有下列情形之一的，可以将其带至公安机关，经该公安机关批准，对其继续盘问:',
    ),
  ],
  paramSchema: z.object({ anyOf: z.array(z.enum(grounds)) }),
  params: [
    {
      from: '2004-10-01',
      value: { anyOf: ['accused', 'caught-in-act', 'identity-unknown', 'identity-refused', 'carrying-loot'] },
    },
  ],
  limits: {
    zh: '只看办案系统所记的情形；没有登记情形的不作判断；情形是否属实由人核查。',
    en: 'Sees only the grounds that the case system records; where it records none it does not judge. Whether they are true is for people to verify.',
  },
  consumes: ['measure.started'],
  subject: byMeasure('continued-questioning'),
  judge(file, { anyOf }) {
    const started = first(file, 'measure.started')
    if (!started) return undefined
    const { grounds: told, unit, officers, person } = started.data
    if (told.some((g) => anyOf.includes(g))) return undefined
    // 不能排除嫌疑 is the other half of the sentence: it says nothing of the four.
    if (told.every((g) => g === 'suspicion-unresolved')) return { missing: 'measure.started grounds' }
    return { since: started.at, seen: [started], unit, officers, facts: { grounds: told.join(','), person } }
  },
})
