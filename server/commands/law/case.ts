import { type Family, readAs } from './duty.ts'

const partSecondary = readAs('verified; part secondary')
const verified = readAs('verified')

/** 受案立案、办案期限、决定: Intake, time limits and decisions of cases. */
export const cases: Family = {
  title: { zh: '受案立案、办案期限、决定', en: 'Intake, time limits and decisions of cases' },
  duties: [
    partSecondary(
      '接报案当场登记、回执',
      'Reports registered on the spot, receipt given',
      '受案立案意见；行政案件程序规定 60、61；刑事案件程序规定 169–171',
      'case.not-registered case.no-receipt',
    ),
    partSecondary(
      '行政案件受案审查',
      'Whether an administrative case is accepted',
      '受案立案意见；治安管理处罚法 90（旧 77、78）',
      'case.acceptance-late',
    ),
    partSecondary(
      '刑事立案审查',
      'Whether a criminal case is filed',
      '受案立案意见；刑事案件程序规定 178、180',
      'case.filing-late case.materials-asked-late',
    ),
    verified(
      '移送管辖二十四小时',
      'Handed to who has jurisdiction in 24 hours',
      '行政案件程序规定 61、62；刑事案件程序规定 175',
      'case.transfer-late',
    ),
    verified(
      '不予立案通知三日，复议、复核，检察院监督',
      'Notice of not filing in three days; reviews; what the procuratorate orders',
      '刑事案件程序规定 178、179、181、182',
      'case.non-filing-notice case.non-filing-review case.agency-review case.explanation-late case.filing-order',
    ),
    verified(
      '治安案件三十日及延长',
      'Public-order cases: thirty days and their extensions',
      '治安管理处罚法 118（旧 99）；行政案件程序规定 165',
      'case.public-order-limit',
    ),
    verified(
      '不计入期限',
      'Time that does not count',
      '治安管理处罚法 118（旧 99）；行政案件程序规定 165、185',
      'case.time-excluded-wrongly case.public-order-limit',
    ),
    verified('其他行政处罚案件九十日', 'Other penalty cases: ninety days', '行政处罚法 60', 'case.penalty-limit'),
    verified(
      '快速办理四十八小时',
      'Fast track: 48 hours',
      '行政案件程序规定 40–47',
      'case.fast-track-late case.fast-track-excluded',
    ),
    verified('处罚决定权限', 'Who may decide', '治安管理处罚法 109（旧 91）', 'case.decider-power'),
    verified(
      '法制审核、集体讨论',
      'Legal review and collective discussion',
      '治安管理处罚法 113、114；行政处罚法 57、58',
      'case.legal-review case.reviewer-unqualified case.not-discussed',
    ),
    verified(
      '听证告知、举行',
      'Hearings told of and held',
      '治安管理处罚法 117（旧 98）；行政处罚法 63、64；行政案件程序规定 133–137',
      'case.hearing-not-told case.hearing-denied case.hearing-notice case.hearing-late',
    ),
    verified(
      '决定书送达',
      'Decisions served',
      '治安管理处罚法 116；行政案件程序规定 36、172；行政处罚法 61',
      'case.decision-not-served case.victim-not-served',
    ),
    verified(
      '鉴定意见送达五日、重新鉴定、应当鉴定',
      'Appraisals served in five days, repeated, and owed',
      '行政案件程序规定 90、97',
      'case.appraisal-not-served case.appraised-again case.injury-not-appraised',
    ),
    verified(
      '当场收缴罚款',
      'Cash fines',
      '治安管理处罚法 123–125（旧 104–106）；行政案件程序规定 214–216；行政处罚法 68；道路交通安全法 108',
      'case.cash-fine-ground case.cash-fine-receipt case.cash-fine-handed-in case.cash-fine-banked',
    ),
    verified('追究时效', 'Time bar', '治安管理处罚法 25；行政案件程序规定 154；行政处罚法 36', 'case.time-barred'),
    verified('违法记录封存', 'Sealed records', '治安管理处罚法 136、138', 'case.sealed-record'),
    verified(
      '不得擅自改动已审批的案件信息',
      'Nothing approved is edited',
      '执法质量考核评议规定 12(5)',
      'case.edited-after-approval',
    ),
    verified(
      '回避决定二日',
      'Recusal decided in two days',
      '行政案件程序规定 21、24',
      'case.recusal-late',
      'that the inquiry does not stop meanwhile: no event tells of it',
    ),
  ],
}
