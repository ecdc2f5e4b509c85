import { d, type Family } from './duty.ts'

/** 看守所、减刑假释、暂予监外执行、请假: Detention house, sentences and leave. */
export const detentionHouse: Family = {
  title: { zh: '看守所、减刑假释、暂予监外执行、请假', en: 'Detention house, sentences and leave' },
  duties: [
    d('分押', 'Apart', '看守所条例 14', 'detention.separation'),
    d(
      '收押凭证、体检',
      'Papers and examination',
      '看守所条例 9、10',
      'release.intake-papers',
      'how many took the person in: the register does not say',
    ),
    d('提讯二人、提讯证', 'Visits by two with a permit', '看守所条例 19', 'release.visit-by-two'),
    d('值班', 'Staff', '看守所条例 16', 'detention.house-staff detention.cell-not-patrolled duty.alcohol'),
    d('禁闭', 'Solitary confinement', '看守所条例 36', 'detention.confinement-approval detention.confinement-length'),
    d(
      '探视病危亲属',
      'Visits to dying relatives',
      '看守所条例 29',
      'release.family-visit-out release.family-visit-back',
    ),
    d('拘役罪犯回家', 'Monthly home leave', '留所办法 54–56', 'release.home-leave-length release.convict-out-approval'),
    d('离所探亲', 'Home visit', '留所办法 67–69', 'release.home-visit-length release.convict-out-approval'),
    d(
      '提出罪犯当日送回',
      'Convicts taken out, back the same day',
      '留所办法 52、53、57',
      'release.convict-back-the-same-day release.convict-out-approval',
    ),
    d('剩余刑期三个月', 'Who may serve here', '刑事诉讼法 264', 'release.delivered-to-prison'),
    d('暂予监外执行（保外就医）', 'Serving outside (medical)', '刑事诉讼法 265', 'release.temporary-outside'),
    d('移送社区矫正十日', 'Handed over in ten days', '社区矫正法 21', 'release.handed-over'),
    d('收监执行', 'Recall', '社区矫正法 49', 'release.recall-decision'),
    d(
      '减刑、假释',
      'Commutation and parole',
      '刑事案件程序规定 305、306',
      'release.commutation',
      'scores of convicts changed by others: no feed of scores',
    ),
    d(
      '到期释放',
      'Released at expiry',
      '刑事案件程序规定 303',
      'release.not-released-at-expiry release.acquitted-not-released',
    ),
    d(
      '控告检举转送',
      'Complaints forwarded',
      '看守所条例 46',
      'release.complaint-forwarded',
      'limits for convicts’ complaints: the text could not be read',
    ),
  ],
}
