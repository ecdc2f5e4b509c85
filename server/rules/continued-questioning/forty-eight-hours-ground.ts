import { z } from 'zod'
import { grounds } from '../../domain/observation/measure.ts'
import { all } from '../patterns/case-file.ts'
import { continuedQuestioning } from '../patterns/enactments.ts'
import { byMeasure } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const continuedQuestioning48Ground = wrongWhen({
  id: 'continued-questioning.forty-eight-hours-ground',
  title: {
    zh: '不具备法定情形而将继续盘问延长至四十八小时',
    en: 'Continued questioning was extended to forty-eight hours without the ground the law asks for',
  },
  grade: 'A',
  citations: [
    continuedQuestioning(
      '第十一条',
      '对不讲真实姓名、住址、身份，且在二十四小时以内仍不能证实或者排除其违法犯罪嫌疑的，可以延长至四十八小时。',
    ),
  ],
  paramSchema: z.object({ firstToHours: z.number(), ground: z.enum(grounds) }),
  params: [{ from: '2004-10-01', value: { firstToHours: 24, ground: 'identity-refused' as const } }],
  limits: {
    zh: '审批记录未载明理由时不作判断；理由是否属实由人核查。',
    en: 'Without grounds on the approval it does not judge; whether they are true is for people to verify.',
  },
  consumes: ['measure.extended'],
  subject: byMeasure('continued-questioning'),
  judge(file, { firstToHours, ground }) {
    const long = all(file, 'measure.extended').filter(
      (e) => e.data.total.unit === 'hour' && e.data.total.amount > firstToHours,
    )
    if (long.some((e) => e.data.grounds.includes(ground))) return undefined
    const named = long.find((e) => e.data.grounds.length > 0)
    if (!named) return long.length > 0 ? { missing: 'measure.extended grounds' } : undefined
    return {
      since: named.at,
      seen: [named],
      unit: named.data.unit,
      officers: named.data.by ? [named.data.by] : [],
      facts: { grounds: named.data.grounds.join(','), person: named.data.person },
    }
  },
})
