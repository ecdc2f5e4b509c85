import { d, type Family } from './duty.ts'

/** 办案区: Case area. */
export const caseArea: Family = {
  title: { zh: '办案区', en: 'Case area' },
  duties: [
    d('直接带入办案区', 'Straight in', '执法质量考核评议规定 9(3)', 'case-area.direct-entry'),
    d('不得违规带出', 'Not taken out', '执法质量考核评议规定 9(3)', 'case-area.taken-out-unapproved'),
    d('安全检查', 'Safety check', '行政案件程序规定 53', 'case-area.safety-check'),
    d('有人看管', 'Never alone', '执法质量考核评议规定 9(5)', 'case-area.left-alone'),
    d(
      '声像资料九十日',
      'Video kept ninety days',
      '内务条令 167、138',
      'recording.case-area-retention recording.duty-room-retention recording.other-retention recording.footage-deleted',
    ),
    d(
      '设备正常',
      'Equipment works',
      '治安管理处罚法 137',
      'case-area.equipment-down-occupied case-area.equipment-down case-area.act-unobserved recording.camera-down recording.recorder-down',
    ),
    d(
      '公共安全视频三十日',
      'Public video thirty days',
      '公共安全视频条例 17',
      'recording.public-retention',
      'deletion after thirty days once the purpose is served: nothing tells the purpose',
    ),
    d(
      '同案人员隔离',
      'Co-suspects apart',
      '刑事案件程序规定 202；看守所条例 14',
      'case-area.co-suspects interrogation.not-individually questioning.not-individually detention.separation',
    ),
    d('门禁与书面时间一致', 'Gate and paper agree', '继续盘问规定 11', 'case-area.arrival-times-disagree'),
    d('记载与感知一致', 'Record and sensors agree', '督察条例 4', 'case-area.claim-contradicted'),
  ],
}
