import { all, first } from '../patterns/case-file.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { criminalProcedure, criminalProcedureLaw } from '../patterns/enactments.ts'
import { noticeKinds, notified } from '../patterns/notices.ts'
import { byMeasureOrNotice } from '../patterns/subjects.ts'

export const notifyFamilyOfArrest = deedWithin({
  id: 'coercive-measure.notify-family-of-arrest',
  title: { zh: '逮捕后未在二十四小时以内通知家属', en: 'Family was not told of the arrest within 24 hours' },
  grade: 'A',
  citations: [
    criminalProcedureLaw('第九十三条', '除无法通知的以外，应当在逮捕后二十四小时以内，通知被逮捕人的家属。'),
    criminalProcedure(
      '第一百四十五条',
      '对犯罪嫌疑人执行逮捕后，除无法通知的情形以外，应当在逮捕后二十四小时以内，制作逮捕通知书，通知被逮捕人的家属。',
    ),
  ],
  params: [{ from: '2013-01-01', value: { amount: 24, unit: 'hour' } }],
  limits: {
    zh: '只有无法通知一种例外，且须注明；有碍侦查不是例外。',
    en: 'The only exception is impossibility, with a note; that notice might hinder the investigation is none.',
  },
  consumes: ['measure.started', 'measure.ended', ...noticeKinds],
  subject: byMeasureOrNotice('arrest'),
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
  done: (file, _, { subject }) =>
    notified(file, subject, ['family'], ['identity-unknown', 'no-family', 'unreachable', 'force-majeure']) ??
    all(file, 'measure.ended').find((e) => e.data.how === 'released'),
})
