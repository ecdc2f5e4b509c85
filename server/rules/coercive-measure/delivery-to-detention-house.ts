import { all, first } from '../patterns/case-file.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { criminalProcedure, criminalProcedureLaw } from '../patterns/enactments.ts'
import { byMeasureOrPerson } from '../patterns/subjects.ts'

export const deliveryToDetentionHouse = deedWithin({
  id: 'coercive-measure.delivery-to-detention-house',
  title: {
    zh: '拘留后未在二十四小时内送看守所羁押',
    en: 'A detained person was not delivered to the detention house within 24 hours',
  },
  grade: 'A',
  citations: [
    criminalProcedureLaw('第八十五条', '拘留后，应当立即将被拘留人送看守所羁押，至迟不得超过二十四小时。'),
    criminalProcedure('第一百二十六条', '拘留后，应当立即将被拘留人送看守所羁押，至迟不得超过二十四小时。'),
  ],
  params: [{ from: '2013-01-01', value: { amount: 24, unit: 'hour' } }],
  limits: {
    zh: '以拘留证宣布时间和看守所收押时间为准；异地拘留先送抓获地看守所的，以首次收押为准。',
    en: 'Goes by the announcement of detention and the admission to a detention house; for an arrest elsewhere the first admission counts.',
  },
  consumes: ['measure.started', 'measure.ended', 'custody.admitted'],
  subject: byMeasureOrPerson('criminal-detention'),
  begins(file) {
    const started = first(file, 'measure.started')
    return (
      started && {
        at: started.at,
        seen: [started],
        unit: started.data.unit,
        officers: started.data.officers,
        facts: { person: started.data.person },
      }
    )
  },
  fallsAwayWith: ['measure.ended'],
  done: (file, { at }) =>
    all(file, 'custody.admitted', 'measure.ended').find(
      (s) => s.at >= at && (s.kind === 'measure.ended' || s.data.facilityKind === 'detention-house'),
    ),
})
