import { all, first } from '../patterns/case-file.ts'
import { criminalProcedure, criminalProcedureLaw } from '../patterns/enactments.ts'
import { noticeKinds, toldWithin } from '../patterns/notices.ts'

export const notifyFamilyOfArrest = toldWithin({
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
    zh: '只有无法通知一种例外，且须注明；有碍侦查不是例外。无法通知的情形在二十四小时以后消除的，最迟自消除之时起再计二十四小时。',
    en: 'The only exception is impossibility, with a note; that notice might hinder the investigation is none. Gone after the twenty-four hours, they run anew from then at the longest.',
  },
  consumes: ['measure.started', 'measure.ended', ...noticeKinds],
  measures: ['arrest'],
  to: ['family', 'guardian'],
  excuses: ['identity-unknown', 'no-family', 'unreachable', 'force-majeure'],
  began: (file) => first(file, 'measure.started'),
  ends: (file) => all(file, 'measure.ended').find((e) => e.data.how === 'released'),
})
