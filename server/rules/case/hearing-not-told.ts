import { z } from 'zod'
import { penaltyKinds } from '../../domain/observation/decision.ts'
import { days } from '../../domain/time.ts'
import { all, first } from '../patterns/case-file.ts'
import { adminProcedure, publicOrder2012, publicOrder2025 } from '../patterns/enactments.ts'
import { byDecision } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

const schema = z.object({
  publicOrderYuan: z.number(),
  personYuan: z.number(),
  organisationYuan: z.number(),
  kinds: z.array(z.enum(penaltyKinds)),
  minorDetained: z.boolean(),
})
type Law = z.infer<typeof schema>
const others = { personYuan: 2000, organisationYuan: 10_000 }
const kinds: Law['kinds'] = ['licence-revoked', 'business-closed']

/** 听证告知 (legal table I, case-hearing-threshold). */
export const hearingNotTold = wrongWhen<'decision.made' | 'hearing.told', Law>({
  id: 'case.hearing-not-told',
  title: {
    zh: '应当告知听证权利的处罚决定作出前没有告知',
    en: 'A penalty that entitles to a hearing was decided without telling so',
  },
  grade: 'B',
  citations: [
    publicOrder2025(
      '第一百一十七条',
      '公安机关作出吊销许可证件、处四千元以上罚款的治安管理处罚决定或者采取责令停业整顿措施前，应当告知违反治安管理行为人有权要求举行听证；',
    ),
    publicOrder2025(
      '第一百一十七条',
      '对依照本法第二十三条第二款规定可能执行行政拘留的未成年人，公安机关应当告知未成年人和其监护人有权要求举行听证；',
    ),
    publicOrder2012(
      '第九十八条',
      '公安机关作出吊销许可证以及处二千元以上罚款的治安管理处罚决定前，应当告知违反治安管理行为人有权要求举行听证；',
    ),
    adminProcedure(
      '第一百二十三条',
      '前款第三项所称“较大数额罚款”，是指对个人处以二千元以上罚款，对单位处以一万元以上罚款',
    ),
  ],
  paramSchema: schema,
  params: [
    { from: '2013-01-01', value: { ...others, publicOrderYuan: 2000, kinds, minorDetained: false } },
    { from: '2026-01-01', value: { ...others, publicOrderYuan: 4000, kinds, minorDetained: true } },
  ],
  limits: {
    zh: '以决定之日的法律为准，“以上”含本数。边防出入境案件和依据地方性法规的数额另有规定，由人核查。',
    en: 'By the law of the day of the decision; “or more” includes the number. Border matters and local rules have other amounts, for people to check.',
  },
  consumes: ['decision.made', 'hearing.told'],
  subject: byDecision,
  lawAt: (file) => first(file, 'decision.made')?.at ?? file[0]!.at,
  remembersMs: days(800),
  judge(file, law) {
    const made = first(file, 'decision.made')
    if (!made || made.data.type === 'criminal') return undefined
    const { type, fineYuan, organisation, penalties, minorDetained, unit, person, by } = made.data
    const fromYuan =
      type === 'public-order' ? law.publicOrderYuan : organisation ? law.organisationYuan : law.personYuan
    const minor = law.minorDetained && type === 'public-order' && minorDetained
    const because =
      penalties.find((p) => law.kinds.includes(p)) ??
      ((fineYuan ?? 0) >= fromYuan ? 'fine' : minor ? 'minor' : undefined)
    if (because === undefined) return undefined
    const told = all(file, 'hearing.told').find((t) => t.at <= made.at)
    const guardian = minor && told?.data.guardianTold === false
    if (told && !guardian) return undefined
    return {
      since: made.at,
      seen: [made, ...(told ? [told] : [])],
      unit,
      officers: by === null ? [] : [by],
      facts: { because, why: told ? 'guardian-not-told' : 'not-told', fineYuan, fromYuan, person },
    }
  },
})
