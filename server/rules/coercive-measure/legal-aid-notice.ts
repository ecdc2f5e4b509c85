import { all } from '../patterns/case-file.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { bySuspect, defenceKinds, defended, undefended } from '../patterns/defence.ts'
import { criminalProcedure } from '../patterns/enactments.ts'

export const legalAidNotice = deedWithin({
  id: 'coercive-measure.legal-aid-notice',
  title: {
    zh: '应当指派辩护律师的未在三日以内通知法律援助机构',
    en: 'Legal aid was not told within three days of a suspect who must have a defender',
  },
  grade: 'C',
  citations: [
    criminalProcedure(
      '第四十六条',
      '符合下列情形之一，犯罪嫌疑人没有委托辩护人的，公安机关应当自发现该情形之日起三日以内通知法律援助机构为犯罪嫌疑人指派辩护律师：',
    ),
    criminalProcedure('第四十六条', '（二）犯罪嫌疑人可能被判处无期徒刑、死刑。'),
  ],
  pastDaysOff: true,
  params: [{ from: '2020-09-01', value: { amount: 3, unit: 'day' } }],
  limits: {
    zh: '只在办案系统登记“没有委托辩护人”以后判断；盲、聋、哑、精神状况和法定刑档次以登记为准。末日逢节假日顺延，在押人员的不顺延（刑事诉讼法第一百零五条）。',
    en: 'Judges only once the case system says that there is no defender; condition and band of punishment are as registered. A last day off moves on, unless the person is in custody (Criminal Procedure Law 105).',
  },
  consumes: defenceKinds,
  subject: bySuspect,
  begins: (file) =>
    undefended(
      file,
      (at) =>
        all(file, 'person.described').find(
          (p) => p.at <= at && (p.data.blind || p.data.deaf || p.data.limitedCapacity),
        ) ?? all(file, 'act.started').find((a) => a.at <= at && a.data.chargeBand === 'life-or-death'),
    ),
  done: (file, { at }) => defended(file, at),
})
