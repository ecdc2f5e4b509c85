import { all } from '../patterns/case-file.ts'
import { criminalProcedure, criminalProcedureLaw } from '../patterns/enactments.ts'
import { noticeKinds, toldWithin } from '../patterns/notices.ts'

export const surveillanceNotice = toldWithin({
  id: 'coercive-measure.surveillance-notice',
  title: {
    zh: '指定居所监视居住未在二十四小时以内通知家属',
    en: 'Family was not told within 24 hours of surveillance at a designated place',
  },
  grade: 'B',
  citations: [
    criminalProcedureLaw(
      '第七十五条',
      '指定居所监视居住的，除无法通知的以外，应当在执行监视居住后二十四小时以内，通知被监视居住人的家属。',
    ),
    criminalProcedure(
      '第一百一十三条',
      '指定居所监视居住的，除无法通知的以外，应当制作监视居住通知书，在执行监视居住后二十四小时以内，由决定机关通知被监视居住人的家属。',
    ),
  ],
  params: [{ from: '2013-01-01', value: { amount: 24, unit: 'hour' } }],
  limits: {
    zh: '只看登记为指定居所的监视居住；无法通知须注明；二十四小时以后才消失的，最迟自消失之时起再计二十四小时。',
    en: 'Only surveillance recorded at a designated place; impossibility must be noted; gone after the twenty-four hours, they run anew from then at the longest.',
  },
  consumes: ['measure.started', 'measure.ended', ...noticeKinds],
  measures: ['residential-surveillance'],
  to: ['family', 'guardian'],
  excuses: ['identity-unknown', 'no-family', 'unreachable', 'force-majeure'],
  began: (file) => all(file, 'measure.started').find((m) => m.data.place === 'designated'),
  ends: (file) => all(file, 'measure.ended')[0],
})
