import { z } from 'zod'
import { all, first } from '../patterns/case-file.ts'
import { deed, dueWithin } from '../patterns/due-within.ts'
import { adminProcedure, penalties, publicOrder2012, publicOrder2025 } from '../patterns/enactments.ts'
import { type Limit, limitSchema } from '../patterns/limit.ts'
import { byDecisionOrCase } from '../patterns/subjects.ts'

const schema = z.object({ publicOrder: limitSchema, other: limitSchema })
type Law = { publicOrder: Limit; other: Limit }

/** 决定书送达 (legal table I, case-serve-2d). */
export const decisionNotServed = dueWithin<'decision.made' | 'document.served' | 'decision.revoked', Law>({
  id: 'case.decision-not-served',
  title: { zh: '处罚决定书未在期限内送达被处罚人', en: 'The decision was not served on the punished in time' },
  grade: 'C',
  citations: [
    publicOrder2025('第一百一十六条', '无法当场向被处罚人宣告的，应当在二日以内送达被处罚人。'),
    publicOrder2012('第九十七条', '无法当场向被处罚人宣告的，应当在二日内送达被处罚人。'),
    adminProcedure(
      '第三十六条',
      '被处理人不在场的，公安机关应当在作出决定的七日内将决定书送达被处理人，治安管理处罚决定应当在二日内送达。',
    ),
    penalties(
      '第六十一条',
      '当事人不在场的，行政机关应当在七日内依照《中华人民共和国民事诉讼法》的有关规定，将行政处罚决定书送达当事人。',
    ),
  ],
  paramSchema: schema,
  params: [
    {
      from: '2013-01-01',
      value: { publicOrder: { amount: 2, unit: 'day' }, other: { amount: 7, unit: 'day' } },
    },
  ],
  limits: {
    zh: '治安案件二日、其他行政案件七日均按自然日（行政案件程序规定第三十六条），末日逢节假日顺延；行政处罚法的七日为工作日，由人权衡。公告送达的期间和路途时间由人核查。',
    en: 'Two days for public order and seven for others are calendar days (procedure rule 36), a last day off moves on; the seven of the penalty law are working days, for people to weigh. Public notice and travelling time are for people to add.',
  },
  consumes: ['decision.made', 'document.served', 'decision.revoked'],
  subject: byDecisionOrCase,
  begins(file) {
    const made = first(file, 'decision.made')
    if (!made || made.data.type === 'criminal') return undefined
    const { unit, person, type, by } = made.data
    const officers = by === null ? [] : [by]
    return { at: made.at, seen: [made], unit, officers, facts: { person, caseType: type } }
  },
  limit: (law, begun) => (begun.facts?.caseType === 'public-order' ? law.publicOrder : law.other),
  done(file, begun) {
    const made = first(file, 'decision.made')!
    if (made.data.servedOnTheSpot === true) return deed(made)
    return deed(
      all(file, 'document.served', 'decision.revoked').find(
        (d) =>
          d.at >= begun.at &&
          (d.kind === 'decision.revoked' ||
            (d.data.kind === 'penalty-decision' && (d.data.person === null || d.data.person === made.data.person))),
      ),
    )
  },
})
