import { z } from 'zod'
import { minutes } from '../../domain/time.ts'
import { first } from '../patterns/case-file.ts'
import { trafficProcedure } from '../patterns/enactments.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const alcoholEnteredLate = wrongWhen({
  id: 'ticket.alcohol-entered-late',
  title: {
    zh: '酒精检测结果迟迟没有登记',
    en: 'The result of an alcohol test was entered long after the test',
  },
  grade: 'B',
  citations: [trafficProcedure('第六十八条', '对记录和处理的交通违法行为信息应当及时录入道路交通违法信息管理系统。')],
  paramSchema: z.object({ withinMinutes: z.number().min(1).max(10_080) }),
  params: [{ from: '2020-05-01', value: { withinMinutes: 120 } }],
  localSettings: [
    {
      param: 'withinMinutes',
      title: { zh: '检测后登记结果的时间', en: 'Time to enter a result after the test' },
      unit: 'minute',
    },
  ],
  limits: {
    zh: '条文只说“及时”，分钟数为本局设定。检测时间以检测仪、检验机构所报为准，没有的不可观测；血样检验以收到结果的时间为准。从未登记的检测看不到。',
    en: 'The text says “in good time”; the minutes are the bureau’s. When the test was goes by the tester or the laboratory, and cannot be observed where neither says; a blood test counts from receipt of the result. A test that nobody ever entered is invisible.',
  },
  consumes: ['driver-alcohol.recorded'],
  subject: (o) => `${o.data.system}/${o.data.test}`,
  lawAt: (file) => first(file, 'driver-alcohol.recorded')?.data.measuredAt ?? file[0]!.at,
  judge(file, { withinMinutes }) {
    const entry = first(file, 'driver-alcohol.recorded')
    if (!entry) return undefined
    const { measuredAt, unit, by, test, account, specimen } = entry.data
    if (measuredAt === null) return { missing: 'when the test was made' }
    const dueAt = measuredAt + minutes(withinMinutes)
    if (entry.at <= dueAt) return undefined
    return {
      since: dueAt,
      seen: [entry],
      unit,
      officers: by === null ? [] : [by],
      facts: { test, specimen, measuredAt, enteredAt: entry.at, limit: withinMinutes, account },
    }
  },
})
