import { z } from 'zod'
import { endOfDays } from '../../domain/calendar.ts'
import { defineRule } from '../define-rule.ts'
import { all, type CaseFile, evidence, filed, first, last } from '../patterns/case-file.ts'
import { adminProcedure, lockups, publicOrder2025 } from '../patterns/enactments.ts'
import { byMeasureOrPerson } from '../patterns/subjects.ts'
import { about, by, idle, over, unknown, waiting } from '../patterns/verdicts.ts'

const kinds = [
  'measure.decided',
  'measure.started',
  'measure.ended',
  'custody.admitted',
  'custody.released',
  'custody.taken-out',
  'custody.returned',
] as const
type Kind = (typeof kinds)[number]

export const detentionReleasedLate = defineRule<CaseFile<Kind>, object, Kind>({
  id: 'detention.released-late',
  title: { zh: '行政拘留期满未按时解除', en: 'A person was kept in the lock-up past the end of the term' },
  grade: 'A',
  citations: [
    lockups('第三十条', '被拘留人拘留期满，拘留所应当按时解除拘留，发给解除拘留证明书，并返还代为保管的财物。'),
    lockups('第三十二条', '执行拘留的时间以日为单位计算，从收拘当日到第2日为1日。'),
    lockups('第二十七条', '被拘留人请假出所的时间不计入拘留期限。'),
    adminProcedure('第一百六十三条', '限制人身自由一日，折抵执行行政拘留一日。'),
    publicOrder2025('第一百二十二条', '执行期满，拘留所应当按时解除拘留，发给解除拘留证明书。'),
  ],
  paramSchema: z.object({}),
  params: [{ from: '2012-04-01', value: {} }],
  localSettings: [],
  limits: {
    zh: '从收拘当日到次日为一日，期满日二十四时为最迟时间，节假日不顺延；请假出所期间不计。天数和折抵以决定书登记为准，折抵是否正确见另一规则。',
    en: 'Intake to the next day is one day; 24:00 of the last day is the latest moment and holidays do not prolong it. Leave is not counted. Days and days set off are as decided; whether they were set off rightly is another rule.',
  },
  consumes: kinds,
  subject: byMeasureOrPerson('administrative-detention'),
  initial: [],
  evolve: filed,
  evaluate(file, { now, paramsAt }) {
    const admitted = all(file, 'custody.admitted').find((a) => a.data.facilityKind === 'lockup')
    // A decision may wait long for its execution (暂缓执行): it is kept until it is executed or ends.
    if (!admitted) return first(file, 'measure.decided') && !first(file, 'measure.ended') ? waiting : idle(file, now)
    if (!paramsAt(admitted.at)) return over(now)
    const decided = last(file, 'measure.decided')
    const term = decided?.data.combinedDays ?? decided?.data.days ?? first(file, 'measure.started')?.data.days
    if (term === null || term === undefined) return unknown('measure.decided days', now)
    const days = Math.max(0, term - (decided?.data.offsetDays ?? 0))
    const done = all(file, 'custody.released', 'measure.ended').find((s) => s.at >= admitted.at)
    const leaves = all(file, 'custody.taken-out').filter((t) => t.data.purpose === 'leave')
    let away = 0
    for (const leave of leaves) {
      const back = all(file, 'custody.returned').find((r) => r.data.outing === leave.data.outing)
      if (!back && !done) return waiting
      away += (back?.at ?? done?.at ?? now) - leave.at
    }
    return by(
      { startedAt: admitted.at, dueAt: endOfDays(admitted.at, days) + away, doneAt: done?.at, now },
      {
        evidence: evidence(decided, admitted, ...leaves, done),
        facts: { days, person: admitted.data.person },
        concerns: about(admitted.data.facility),
      },
    )
  },
})
