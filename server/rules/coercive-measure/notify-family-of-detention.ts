import { all, first } from '../patterns/case-file.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { criminalProcedure, criminalProcedureLaw } from '../patterns/enactments.ts'
import { noticeKinds, notified } from '../patterns/notices.ts'
import { byMeasureOrNotice } from '../patterns/subjects.ts'

export const notifyFamilyOfDetention = deedWithin({
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
    zh: '无法通知、有碍侦查须登记并注明；有碍侦查只认危害国家安全、恐怖活动案件。上述情形消失后应当“立即”通知，没有时间数，由人核查。',
    en: 'That nobody could be told, or that notice might hinder the investigation, must be recorded with a note; the latter counts in cases of state security and terrorism only. Notice "at once" when the obstacle goes is for people to check.',
  },
  consumes: ['measure.started', 'measure.ended', ...noticeKinds],
  subject: byMeasureOrNotice('criminal-detention'),
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
    notified(
      file,
      subject,
      ['family'],
      ['identity-unknown', 'no-family', 'unreachable', 'force-majeure', 'impedes-investigation'],
    ) ?? all(file, 'measure.ended').find((e) => e.data.how === 'released'),
})
