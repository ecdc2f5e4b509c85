import { first } from '../patterns/case-file.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { criminalProcedure } from '../patterns/enactments.ts'

export const bailForfeitureRead = deedWithin({
  id: 'coercive-measure.bail-forfeiture-read',
  title: {
    zh: '没收保证金决定未在三日以内宣读',
    en: 'The decision to forfeit a bail deposit was not read out within three days',
  },
  grade: 'C',
  citations: [
    criminalProcedure(
      '第九十八条',
      '没收保证金的决定，公安机关应当在三日以内向被取保候审人宣读，并责令其在没收保证金决定书上签名、捺指印；',
    ),
  ],
  pastDaysOff: true,
  params: [{ from: '2013-01-01', value: { amount: 3, unit: 'day' } }],
  limits: {
    zh: '以决定和宣读（向家属等宣布）的登记为准；签名由人核查。末日逢节假日顺延，在押人员的不顺延（刑事诉讼法第一百零五条）。',
    en: 'Goes by the recorded decision and reading, to the family or others where the person is away; signatures are for people to check. A last day off moves on, unless the person is in custody (Criminal Procedure Law 105).',
  },
  consumes: ['bail.forfeited', 'bail.forfeiture-read'],
  subject: ({ data }) => data.forfeiture,
  begins(file) {
    const made = first(file, 'bail.forfeited')
    return made && { at: made.at, seen: [made], unit: made.data.unit, facts: { person: made.data.person } }
  },
  done: (file) => first(file, 'bail.forfeiture-read'),
})
