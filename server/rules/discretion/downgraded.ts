import { days, type Instant } from '../../domain/time.ts'
import { all, type CaseFile, first, type Seen } from '../patterns/case-file.ts'
import { adminProcedure, penalties, publicOrder2025 } from '../patterns/enactments.ts'
import { inForceFrom, noNumber } from '../patterns/none.ts'
import { byCase } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

const kinds = ['appraisal.begun', 'appraisal.ended', 'decision.made', 'case.filed', 'case.transferred'] as const

type Opinion = Seen<'appraisal.ended'>

/** 降格处理、以罚代刑 (legal table P, disc-case-pressure). */
export const downgraded = wrongWhen<(typeof kinds)[number], object>({
  id: 'discretion.downgraded',
  title: {
    zh: '鉴定已达刑事立案标准而按行政案件处罚',
    en: 'An administrative penalty where the appraisal reached the line for a criminal case',
  },
  grade: 'A',
  citations: [
    publicOrder2025('第八条', '违反治安管理行为构成犯罪，应当依法追究刑事责任的，不得以治安管理处罚代替刑事处罚。'),
    publicOrder2025('第一百一十三条', '（三）违法行为已涉嫌犯罪的，移送有关主管机关依法追究刑事责任；'),
    penalties('第五十七条', '（四）违法行为涉嫌犯罪的，移送司法机关。'),
    adminProcedure(
      '第一百七十二条',
      '（五）违法行为涉嫌构成犯罪的，转为刑事案件办理或者移送有权处理的主管机关、部门办理，无需撤销行政案件。',
    ),
  ],
  paramSchema: noNumber,
  params: inForceFrom('2021-07-15'),
  limits: {
    zh: '轻伤以上、价值达到立案追诉标准以鉴定意见为准；是否构成犯罪（故意、过失、正当防卫、和解等）由人判断，本条只是提示核查。重新鉴定改变结论的，以对同一人或者物的最后意见为准。',
    en: 'Minor injury or worse, or value at the filing line, is as the appraisal says; whether it is an offence (intent, negligence, self-defence, settlement) is for people to judge, this only asks them to look. After a new appraisal of the same person or thing the last one counts.',
  },
  consumes: kinds,
  subject: byCase,
  remembersMs: days(800),
  judge(file) {
    const criminal = all(file, 'case.filed').some((f) => f.data.type === 'criminal') || first(file, 'case.transferred')
    if (criminal) return undefined
    // Of several persons in one case one may have been punished before the opinion came, and another after it.
    for (const made of all(file, 'decision.made')) {
      const found = made.data.type === 'criminal' ? undefined : reaches(file, made.at)
      if (!found) continue
      const { unit, by, type } = made.data
      return {
        since: made.at,
        seen: [found, made],
        unit,
        officers: by === null ? [] : [by],
        facts: { because: found.data.injury ?? 'filing-line', valueYuan: found.data.valueYuan, caseType: type },
      }
    }
    return undefined
  },
})

/** The opinion that, as the last on its person or thing by `at`, reaches the line of a crime. */
const reaches = (file: CaseFile<(typeof kinds)[number]>, at: Instant): Opinion | undefined => {
  const opinions = all(file, 'appraisal.ended').filter((a) => a.at <= at && a.data.evidence)
  // The last opinion on a person or a thing counts for that one alone.
  const of = (opinion: Opinion): string | null => {
    const begun = all(file, 'appraisal.begun').find((b) => b.data.appraisal === opinion.data.appraisal)
    return begun?.data.person ?? begun?.data.item ?? null
  }
  const last = (asked: readonly Opinion[]) => [...new Map(asked.map((a) => [of(a), a])).values()]
  const hurt = last(opinions.filter((a) => a.data.injury !== null)).find((a) =>
    ['minor-injury', 'grave-injury'].includes(a.data.injury!),
  )
  return hurt ?? last(opinions.filter((a) => a.data.reachesFilingLine !== null)).find((a) => a.data.reachesFilingLine)
}
