import { d, type Family } from './duty.ts'

/** 刑事强制措施: Criminal coercive measures. */
export const coerciveMeasures: Family = {
  title: { zh: '刑事强制措施', en: 'Criminal coercive measures' },
  duties: [
    d(
      '传唤十二、二十四小时',
      'Summons of twelve or twenty-four hours',
      '刑事诉讼法 119；刑事案件程序规定 200',
      'coercive-measure.criminal-summons-limit',
    ),
    d(
      '拘传十二、二十四小时及审批',
      'Compelled appearance: hours and approval',
      '刑事诉讼法 119；刑事案件程序规定 78–80',
      'coercive-measure.compelled-appearance-limit coercive-measure.compelled-appearance-approval',
    ),
    d(
      '连续传唤、拘传',
      'Chained',
      '刑事诉讼法 119',
      'coercive-measure.chained-summons coercive-measure.chained-measures',
    ),
    d(
      '拘留后二十四小时送看守所',
      'Delivered within 24 hours',
      '刑事诉讼法 85',
      'coercive-measure.delivery-to-detention-house',
    ),
    d(
      '拘留后二十四小时讯问',
      'Interrogated within 24 hours',
      '刑事诉讼法 86',
      'coercive-measure.interrogation-after-detention',
    ),
    d(
      '拘留后二十四小时通知家属',
      'Family told within 24 hours',
      '刑事诉讼法 85',
      'coercive-measure.notify-family-of-detention',
    ),
    d(
      '三日、七日、三十日内提请批捕',
      'Arrest requested in three, seven or thirty days',
      '刑事诉讼法 91',
      'coercive-measure.arrest-request',
    ),
    d(
      '检察院七日审查；不批捕立即释放；三日内回执',
      'Decision in seven days; released when refused; receipt in three',
      '刑事诉讼法 91；刑事案件程序规定 140、142',
      'coercive-measure.procuratorate-decision coercive-measure.not-released coercive-measure.arrest-receipt',
    ),
    d(
      '逮捕后讯问、通知、送押、二人执行',
      'Arrest: interrogated, told, delivered, by two',
      '刑事诉讼法 93、94；刑事案件程序规定 143–145',
      'coercive-measure.interrogation-after-arrest coercive-measure.notify-family-of-arrest coercive-measure.delivery-after-arrest coercive-measure.arrest-by-two',
    ),
    d(
      '侦查羁押二个月及延长',
      'Custody of two months and its extensions',
      '刑事诉讼法 156、158、159',
      'coercive-measure.custody-months',
    ),
    d(
      '延押提前七日提请',
      'Extension asked seven days before',
      '刑事案件程序规定 148–150',
      'coercive-measure.extension-request',
    ),
    d(
      '看守所七日前通知',
      'Warning seven days before',
      '人民检察院刑事诉讼规则 615',
      'coercive-measure.expiry-warning release.not-released-at-expiry',
    ),
    d(
      '重新计算羁押期限',
      'Restart of the period',
      '刑事诉讼法 160；刑事案件程序规定 151',
      'coercive-measure.recalculation',
    ),
    d(
      '身份不明、鉴定时间扣除',
      'Clock stopped: identity, psychiatric appraisal only',
      '刑事诉讼法 160；刑事案件程序规定 152、257',
      'coercive-measure.clock-stopped',
    ),
    d(
      '变更申请三日、释放建议十日',
      'Answers to applications',
      '刑事诉讼法 95、97',
      'coercive-measure.change-of-measure coercive-measure.release-suggestion',
    ),
    d('补充侦查', 'Supplementary investigation', '刑事诉讼法 175', 'coercive-measure.supplementary-investigation'),
    d('取保候审十二个月', 'Bail of twelve months', '刑事诉讼法 79', 'coercive-measure.bail-limit'),
    d(
      '保证金：数额、保管、没收、宣读、复议',
      'Bail money: sum, keeping, forfeiture, appeal',
      '刑事案件程序规定 84、87、97–99',
      'coercive-measure.bail-deposit coercive-measure.bail-forfeiture-approval coercive-measure.bail-forfeiture-read coercive-measure.deposit-review',
      'refund (101): banks send us no event',
    ),
    d(
      '取保执行监管',
      'Supervision of bail',
      '刑事案件程序规定 92',
      'coercive-measure.bail-supervision',
      'leaving the city, change of address: duties of the person, not of an officer',
    ),
    d(
      '监视居住六个月、处所',
      'Residential surveillance: six months, place',
      '刑事诉讼法 75、79',
      'coercive-measure.residential-surveillance-limit coercive-measure.surveillance-place',
    ),
    d(
      '指定居所二十四小时通知',
      'Designated place: told within 24 hours',
      '刑事诉讼法 75',
      'coercive-measure.surveillance-notice',
    ),
    d(
      '人大代表',
      'Deputies',
      '刑事案件程序规定 164–166',
      'coercive-measure.deputy-permission coercive-measure.deputy-reported',
    ),
    d(
      '律师会见',
      'Lawyers’ visits',
      '刑事诉讼法 39',
      'coercive-measure.lawyer-visit coercive-measure.lawyer-permission',
    ),
    d(
      '法律援助、值班律师',
      'Legal aid and duty lawyers',
      '刑事案件程序规定 46、47、49、320',
      'coercive-measure.legal-aid-notice coercive-measure.legal-aid-minor coercive-measure.legal-aid coercive-measure.duty-lawyer',
    ),
  ],
}
