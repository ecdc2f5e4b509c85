import { all, first } from '../patterns/case-file.ts'
import { deed, dueWithin } from '../patterns/due-within.ts'
import { criminalProcedure } from '../patterns/enactments.ts'
import { limitFrom, limitSchema } from '../patterns/limit.ts'
import { byCase } from '../patterns/subjects.ts'

/** 不予立案通知 (legal table I, intake-no-case-notice-3d). */
export const nonFilingNotice = dueWithin({
  id: 'case.non-filing-notice',
  title: {
    zh: '不予立案通知书未在三日以内送达控告人',
    en: 'The complainant was not served the notice of non-filing within three days',
  },
  grade: 'B',
  citations: [
    criminalProcedure(
      '第一百七十八条',
      '对有控告人的案件，决定不予立案的，公安机关应当制作不予立案通知书，并在三日以内送达控告人。',
      '2020-09-01',
    ),
  ],
  paramSchema: limitSchema,
  params: limitFrom('2020-09-01', 3, 'day'),
  limits: {
    zh: '有无控告人以不予立案记录为准。期满日逢节假日顺延；路途时间不计入，由人核查。',
    en: 'Goes by the record for whether there is a complainant. A last day off moves on; travelling time, which does not count, is for people to add.',
  },
  consumes: ['case.not-filed', 'document.served', 'case.filed'],
  subject: byCase,
  begins(file) {
    const refused = first(file, 'case.not-filed')
    if (refused?.data.type !== 'criminal' || refused.data.complainant === null) return undefined
    const { unit, complainant: person } = refused.data
    return { at: refused.at, seen: [refused], unit, facts: { person } }
  },
  limit: (law) => law,
  done: (file, begun) =>
    deed(
      all(file, 'document.served').find(
        (d) => d.data.kind === 'non-filing-notice' && (d.data.person ?? begun.facts?.person) === begun.facts?.person,
      ) ?? all(file, 'case.filed').find((f) => f.at > begun.at),
    ),
})
