import { days } from '../../domain/time.ts'
import { all, first } from '../patterns/case-file.ts'
import { penalties, publicOrder2025 } from '../patterns/enactments.ts'
import { inForceFrom, noNumber } from '../patterns/none.ts'
import { byDecision } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

const needing = ['public-interest', 'after-hearing', 'complex'] as const

/** 法制审核 (legal table I, case-legal-review). */
export const legalReview = wrongWhen({
  id: 'case.legal-review',
  title: {
    zh: '应当法制审核的处罚决定未经审核或者审核未通过',
    en: 'A penalty that needed legal review was decided without it, or in spite of it',
  },
  grade: 'B',
  citations: [
    publicOrder2025(
      '第一百一十四条',
      '在公安机关作出治安管理处罚决定之前，应当由从事治安管理处罚决定法制审核的人员进行法制审核；未经法制审核或者审核未通过的，不得作出决定：',
    ),
    penalties(
      '第五十八条',
      '应当由从事行政处罚决定法制审核的人员进行法制审核；未经法制审核或者审核未通过的，不得作出决定：',
    ),
  ],
  paramSchema: noNumber,
  params: inForceFrom('2021-07-15'),
  limits: {
    zh: '经过听证的由登记得知；重大公共利益、疑难复杂以案卷载明的情形为准，没有载明的看不到。',
    en: 'A hearing is known from its record; public interest and complexity only when the file says so.',
  },
  consumes: ['decision.made', 'legal-review.done', 'hearing.held'],
  subject: byDecision,
  lawAt: (file) => first(file, 'decision.made')?.at ?? file[0]!.at,
  remembersMs: days(800),
  judge(file) {
    const made = first(file, 'decision.made')
    if (!made || made.data.type === 'criminal' || made.data.penalties.every((p) => p === 'none')) return undefined
    const heard = all(file, 'hearing.held').find((h) => h.at <= made.at)
    const because = made.data.situations.find((s) => needing.some((n) => n === s)) ?? (heard && 'after-hearing')
    if (because === undefined) return undefined
    const reviews = all(file, 'legal-review.done').filter((r) => r.at <= made.at)
    const lastReview = reviews.at(-1)
    if (lastReview?.data.passed) return undefined
    return {
      since: made.at,
      seen: [made, ...(heard ? [heard] : []), ...(lastReview ? [lastReview] : [])],
      unit: made.data.unit,
      officers: made.data.by === null ? [] : [made.data.by],
      facts: { because, why: lastReview ? 'not-passed' : 'no-review' },
    }
  },
})
