import { z } from 'zod'
import type { MeasureSpan } from '../../domain/custody/state.ts'
import { type MeasureKind, measureKinds } from '../../domain/observation/measure.ts'
import { chinaDate, chinaDay, days } from '../../domain/time.ts'
import { all } from '../patterns/case-file.ts'
import { adminProcedure, publicOrder2012, publicOrder2025 } from '../patterns/enactments.ts'
import { byMeasure } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

const mine = byMeasure('administrative-detention')

export const detentionOffset = wrongWhen({
  id: 'detention.offset',
  title: {
    zh: '行政拘留折抵天数与此前被限制人身自由的时间不符',
    en: 'The days set off against administrative detention do not match the liberty taken before',
  },
  grade: 'C',
  citations: [
    publicOrder2012(
      '第九十二条',
      '对决定给予行政拘留处罚的人，在处罚前已经采取强制措施限制人身自由的时间，应当折抵。限制人身自由一日，折抵行政拘留一日。',
    ),
    publicOrder2025(
      '第一百一十条',
      '对决定给予行政拘留处罚的人，在处罚前已经采取强制措施限制人身自由的时间，应当折抵。限制人身自由一日，折抵行政拘留一日。',
    ),
    adminProcedure('第一百六十三条', '询问查证、继续盘问和采取约束措施的时间不予折抵。'),
  ],
  paramSchema: z.object({ setOff: z.array(z.enum(measureKinds)) }),
  params: [{ from: '2006-03-01', value: { setOff: ['criminal-detention', 'arrest', 'detention-for-examination'] } }],
  limits: {
    zh: '只看同一案件编号下登记过起止的拘留、逮捕、拘留审查；不足一日的部分如何折抵法律未定，舍去或者进位都不报。决定书未载明折抵的不作判断。',
    en: 'Sees detention, arrest and detention for examination under the same case number with both ends recorded. How part of a day counts is open in law: rounding down or up is not reported. A decision that does not state the days set off is not judged.',
  },
  consumes: ['measure.decided'],
  subject: mine,
  judge(file, { setOff }, { register: { custody } }) {
    for (const decided of all(file, 'measure.decided')) {
      const { offsetDays, person, case: of, decision, unit } = decided.data
      if (decision !== 'approved' || offsetDays === null || of === null) continue
      const before = custody
        .measuresOf(person)
        .filter((m) => m.case === of && (setOff as MeasureKind[]).includes(m.kind) && (m.startedAt ?? 0) < decided.at)
      if (before.some((m) => m.startedAt === undefined || m.endedAt === undefined))
        return { missing: 'measure.ended of an earlier measure' }
      const least = total(before, ([from, to]) => Math.floor((to - from) / days(1)))
      const most = total(before, ([from, to]) => (chinaDay(chinaDate(to)) - chinaDay(chinaDate(from))) / days(1) + 1)
      if (offsetDays >= least && offsetDays <= most) continue
      return {
        since: decided.at,
        seen: [decided, before.flatMap((m) => m.seqs)],
        unit,
        facts: { person, offsetDays, leastDays: least, mostDays: most },
      }
    }
    return undefined
  },
})

const total = (spans: readonly MeasureSpan[], count: (span: readonly [number, number]) => number): number =>
  spans.reduce((sum, m) => sum + count([m.startedAt!, m.endedAt!]), 0)
