import { z } from 'zod'
import { days } from '../../domain/time.ts'
import { all } from '../patterns/case-file.ts'
import { criminalProcedure, detentionHouses, procuratorateRules } from '../patterns/enactments.ts'
import { byMeasureOrPerson } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const expiryWarning = wrongWhen({
  id: 'coercive-measure.expiry-warning',
  title: {
    zh: '看守所未在羁押期限届满七日前通知办案机关',
    en: 'The detention house did not warn the case unit seven days before expiry',
  },
  grade: 'B',
  citations: [
    procuratorateRules(
      '第六百一十五条',
      '（二）未在犯罪嫌疑人、被告人羁押期限届满前七日以内向办案机关发出羁押期限即将届满通知书的；',
    ),
    detentionHouses(
      '第四十三条',
      '看守所对人犯的法定羁押期限即将到期而案件又尚未审理终结的，应当及时通知办案机关迅速审结',
    ),
    criminalProcedure('第一百六十一条', '对于犯罪嫌疑人、被告人羁押期限即将届满的，看守所应当立即通知办案机关。'),
  ],
  paramSchema: z.object({ daysBefore: z.number() }),
  params: [{ from: '2019-12-30', value: { daysBefore: 7 } }],
  limits: {
    zh: '以看守所登记的届满时间为准；登记时已不足七日的不作判断。“七日”出自检察规则的监督标准。',
    en: 'Goes by the expiry that the detention house records; a term registered with less than seven days left is not judged. The seven days come from the procuratorate’s rules.',
  },
  consumes: ['custody.expiry-set', 'custody.expiry-warned', 'custody.released', 'measure.ended'],
  subject: byMeasureOrPerson('arrest', 'criminal-detention'),
  judge(file, { daysBefore }, { now }) {
    const terms = all(file, 'custody.expiry-set')
    const expiresAt = terms.at(-1)?.data.expiresAt
    // The same term may be told again, and a warning of an earlier term is none of this one.
    const set = terms.find((s) => s.data.expiresAt === expiresAt)
    if (!set) return undefined
    const dueAt = set.data.expiresAt - days(daysBefore)
    const done = all(file, 'custody.expiry-warned', 'custody.released', 'measure.ended').find(
      (s) => s.at >= (s.kind === 'custody.expiry-warned' ? set.at : terms[0]!.at),
    )
    if (set.at > dueAt || (done && done.at <= dueAt)) return undefined
    if (now <= dueAt) return { dueAt, startedAt: set.at }
    return {
      since: dueAt,
      seen: done ? [set, done] : [set],
      unit: set.data.facility,
      facts: { dueAt, doneAt: done?.at ?? null, expiresAt: set.data.expiresAt, person: set.data.person },
    }
  },
})
