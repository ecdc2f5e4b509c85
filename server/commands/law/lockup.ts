import { d, type Family } from './duty.ts'

/** 行政拘留与拘留所: Administrative detention and lock-up. */
export const lockup: Family = {
  title: { zh: '行政拘留与拘留所', en: 'Administrative detention and lock-up' },
  duties: [
    d('上限、决定机关', 'Longest, and who decides', '治安管理处罚法 16、109', 'detention.longest'),
    d('按时解除', 'Released on time', '拘留所条例 30、32', 'detention.released-late'),
    d('不执行拘留', 'Not executed', '治安管理处罚法 23（旧 21）', 'detention.not-to-be-executed'),
    d('折抵', 'Set off', '治安管理处罚法 110', 'detention.offset detention.released-late'),
    d('通知家属', 'Family told', '治安管理处罚法 116', 'detention.notify-family'),
    d(
      '暂缓执行二十四小时决定',
      'Suspension decided in 24 hours',
      '行政案件程序规定 223',
      'detention.suspend-decision',
      'the sum of the bond: no finance events',
    ),
    d(
      '请假出所：十二小时、批准、返回',
      'Leave: twelve hours, approval, return',
      '拘留所条例 27、28',
      'detention.leave-decision detention.leave-approval detention.leave-overstayed',
    ),
    d(
      '凭决定文书收拘',
      'Taken in on the written decision',
      '拘留所条例 9',
      'detention.intake-papers',
      'health examination and number of officers at intake: the text was not checked',
    ),
    d('可能错误拘留', 'Possibly wrong', '拘留所条例 12', 'detention.wrong-detention'),
    d('分别拘押、女警管理', 'Apart; women by women', '拘留所条例 15', 'detention.separation detention.women-by-men'),
    d(
      '提解二人、当日送回',
      'Taken out by two, back the same day',
      '拘留所条例实施办法 55',
      'detention.taken-out-by-two detention.back-the-same-day',
    ),
    d(
      '值班、检查',
      'Staff and checks',
      '拘留所条例实施办法 27、37',
      'detention.lockup-staff detention.lockup-check detention.cell-not-patrolled',
    ),
    d('录像', 'Video', '拘留所条例实施办法 25；内务条令 167', 'recording.lockup-retention'),
    d(
      '室外活动',
      'Time outdoors',
      '拘留所条例 21',
      'detention.outdoor-time',
      'the talk within 24 hours of intake: no event tells',
    ),
    d('出所治疗', 'Treatment outside', '拘留所条例 18', 'detention.treatment-outside'),
    d('材料转送', 'Papers forwarded', '拘留所条例 29', 'detention.complaint-forwarded'),
  ],
}
