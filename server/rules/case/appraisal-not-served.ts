import { all, first } from '../patterns/case-file.ts'
import { deed, dueWithin } from '../patterns/due-within.ts'
import { adminProcedure } from '../patterns/enactments.ts'
import { type Limit, limitFrom, limitSchema } from '../patterns/limit.ts'
import { byAppraisalOrCase } from '../patterns/subjects.ts'

/** 鉴定意见送达 (legal table I, case-appraisal-5d). */
export const appraisalNotServed = dueWithin<'appraisal.ended' | 'document.served', Limit>({
  id: 'case.appraisal-not-served',
  title: {
    zh: '鉴定意见复印件未在五日内送达当事人',
    en: 'The parties were not served the appraisal within five days',
  },
  grade: 'C',
  citations: [
    adminProcedure(
      '第九十七条',
      '对经审查作为证据使用的鉴定意见，公安机关应当在收到鉴定意见之日起五日内将鉴定意见复印件送达违法嫌疑人和被侵害人。',
    ),
  ],
  paramSchema: limitSchema,
  params: limitFrom('2013-01-01', 5, 'day'),
  limits: {
    zh: '只看行政案件；刑事案件法律没有规定日数。当事人以鉴定登记所列为准，未列的，送达任何一人即算送达。末日逢节假日顺延。',
    en: 'Administrative cases only; criminal law names no days. The parties are those the record lists; when it lists none, one service is enough. A last day off moves on.',
  },
  consumes: ['appraisal.ended', 'document.served'],
  subject: byAppraisalOrCase,
  begins(file, { register: { casework } }) {
    const ended = first(file, 'appraisal.ended')
    if (!ended?.data.evidence || casework.case(ended.data.case)?.type === 'criminal') return undefined
    const { unit, parties } = ended.data
    const left = parties.filter((p) => !all(file, 'document.served').some((d) => serves(d.data, p)))
    return { at: ended.at, seen: [ended], unit, facts: { left: left.length } }
  },
  limit: (law) => law,
  done(file) {
    const { parties } = first(file, 'appraisal.ended')!.data
    const served = all(file, 'document.served').filter((d) => d.data.kind === 'appraisal')
    if (parties.length === 0) return deed(served[0])
    const found = parties.flatMap((p) => served.find((d) => d.data.person === p) ?? [])
    return found.length < parties.length ? undefined : { at: Math.max(...found.map((s) => s.at)), seen: found }
  },
})

const serves = ({ kind, person }: { readonly kind: string; readonly person: string | null }, party: string): boolean =>
  kind === 'appraisal' && person === party
