import { all, first } from '../patterns/case-file.ts'
import { supervisionRegulation } from '../patterns/enactments.ts'
import { inForceFrom, type NoNumber, noNumber } from '../patterns/none.ts'
import { byOfficerMeasure } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

type Kind = 'officer-measure.decided' | 'officer-measure.approved' | 'officer-measure.started'

/** 决定、批准 (legal table O, du-suspend, du-confine). */
export const measureUnapproved = wrongWhen<Kind, NoNumber>({
  id: 'supervision.measure-unapproved',
  title: {
    zh: '停止执行职务、禁闭未由督察机构决定并经督察长批准',
    en: 'An officer was suspended or confined without the decision of supervision or the approval of its chief',
  },
  grade: 'B',
  citations: [
    supervisionRegulation(
      '第十二条',
      '督察机构认为公安机关人民警察违反纪律需要采取停止执行职务、禁闭措施的，由督察机构作出决定，报本级公安机关督察长批准后执行。',
    ),
    supervisionRegulation('第三条', '县级以上地方各级人民政府公安机关设督察长，由公安机关行政首长兼任。'),
  ],
  paramSchema: noNumber,
  params: inForceFrom('2011-10-01'),
  limits: {
    zh: '以督察案卷登记的决定、批准和开始执行的时间为准；批准晚于执行的，视为执行时未经批准。副督察长批准的不算。',
    en: 'Goes by what the file says of decision, approval and beginning; an approval after the beginning came too late. That of a deputy is none.',
  },
  consumes: ['officer-measure.decided', 'officer-measure.approved', 'officer-measure.started'],
  subject: byOfficerMeasure,
  judge(file) {
    const started = first(file, 'officer-measure.started')
    if (!started) return undefined
    const before = <T extends { readonly at: number }>(one: T): boolean => one.at <= started.at
    const decided = all(file, 'officer-measure.decided').filter(before).at(-1)
    const approved = all(file, 'officer-measure.approved').filter(before)
    const why =
      decided?.data.decidedBy !== 'supervision'
        ? 'not-decided-by-supervision'
        : approved.some((a) => a.data.as === 'supervision-chief')
          ? undefined
          : 'not-approved'
    if (why === undefined) return undefined
    const { kind, unit, officer } = started.data
    const seen = [...(decided ? [decided] : []), ...approved, started]
    return { since: started.at, seen, unit, officers: [officer], facts: { why, kind } }
  },
})
