import { all, first } from '../patterns/case-file.ts'
import { criminalProcedure, criminalProcedureLaw } from '../patterns/enactments.ts'
import { noticeKinds, toldWithin } from '../patterns/notices.ts'

export const notifyFamilyOfDetention = toldWithin({
  id: 'coercive-measure.notify-family-of-detention',
  title: { zh: '拘留后未在二十四小时以内通知家属', en: 'Family was not told of the detention within 24 hours' },
  grade: 'B',
  citations: [
    criminalProcedureLaw(
      '第八十五条',
      '除无法通知或者涉嫌危害国家安全犯罪、恐怖活动犯罪通知可能有碍侦查的情形以外，应当在拘留后二十四小时以内，通知被拘留人的家属。有碍侦查的情形消失以后，应当立即通知被拘留人的家属。',
    ),
    criminalProcedure('第一百二十七条', '应当在拘留后二十四小时以内制作拘留通知书，通知被拘留人的家属。'),
    criminalProcedure('第一百二十七条', '对于没有在二十四小时以内通知家属的，应当在拘留通知书中注明原因。'),
  ],
  params: [{ from: '2013-01-01', value: { amount: 24, unit: 'hour' } }],
  limits: {
    zh: '无法通知、有碍侦查须登记并注明；有碍侦查只认危害国家安全、恐怖活动案件。上述情形消失后应当“立即”通知，没有时间数：二十四小时以后才消失的，最迟自消失之时起再计二十四小时。',
    en: 'That nobody could be told, or that notice might hinder the investigation, must be recorded with a note; the latter counts in cases of state security and terrorism only. When the obstacle goes the law says at once and gives no number: gone after the twenty-four hours, they run anew from then at the longest.',
  },
  consumes: ['measure.started', 'measure.ended', ...noticeKinds],
  measures: ['criminal-detention'],
  to: ['family', 'guardian'],
  excuses: ['identity-unknown', 'no-family', 'unreachable', 'force-majeure', 'impedes-investigation'],
  began: (file) => first(file, 'measure.started'),
  ends: (file) => all(file, 'measure.ended').find((e) => e.data.how === 'released'),
})
