import { all, first } from '../patterns/case-file.ts'
import { dueWithin } from '../patterns/due-within.ts'
import { adminProcedure, publicOrder2012, publicOrder2025 } from '../patterns/enactments.ts'
import { type Limit, limitFrom, limitSchema } from '../patterns/limit.ts'
import { byDecisionOrCase } from '../patterns/subjects.ts'

/** 决定书送达被侵害人 (legal table I, case-serve-2d). */
export const victimNotServed = dueWithin<'decision.made' | 'document.served' | 'decision.revoked', Limit>({
  id: 'case.victim-not-served',
  title: {
    zh: '决定书复印件未在二日内送达被侵害人',
    en: 'A victim was not served a copy of the decision within two days',
  },
  grade: 'C',
  citations: [
    publicOrder2025('第一百一十六条', '有被侵害人的，公安机关应当将决定书送达被侵害人。'),
    publicOrder2012('第九十七条', '有被侵害人的，公安机关应当将决定书副本抄送被侵害人。'),
    adminProcedure(
      '第一百七十二条',
      '治安案件有被侵害人的，公安机关应当在作出不予行政处罚或者处罚决定之日起二日内将决定书复印件送达被侵害人。无法送达的，应当注明。',
    ),
  ],
  paramSchema: limitSchema,
  params: limitFrom('2013-01-01', 2, 'day'),
  limits: {
    zh: '被侵害人以决定所列为准；无法送达并注明的看不到，由人核查。末日逢节假日顺延。',
    en: 'Victims are those the decision lists; that one could not be reached and this was noted is invisible. A last day off moves on.',
  },
  consumes: ['decision.made', 'document.served', 'decision.revoked'],
  subject: byDecisionOrCase,
  begins(file) {
    const made = first(file, 'decision.made')
    if (made?.data.type !== 'public-order' || made.data.victims.length === 0) return undefined
    const left = made.data.victims.filter((v) => !all(file, 'document.served').some((d) => serves(d.data, v)))
    return {
      at: made.at,
      seen: [made],
      unit: made.data.unit,
      facts: { victims: made.data.victims.length, left: left.length },
    }
  },
  limit: (law) => law,
  done(file) {
    const revoked = first(file, 'decision.revoked')
    if (revoked) return { at: revoked.at, seen: [revoked] }
    const served = first(file, 'decision.made')!.data.victims.map((v) =>
      all(file, 'document.served').find((d) => serves(d.data, v)),
    )
    const found = served.flatMap((s) => s ?? [])
    return found.length < served.length ? undefined : { at: Math.max(...found.map((s) => s.at)), seen: found }
  },
})

const serves = ({ kind, person }: { readonly kind: string; readonly person: string | null }, victim: string): boolean =>
  kind === 'penalty-decision' && person === victim
