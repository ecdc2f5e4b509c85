import { d, type Family } from './duty.ts'

/** 治安传唤、询问查证: Administrative summons and questioning. */
export const questioning: Family = {
  title: { zh: '治安传唤、询问查证', en: 'Administrative summons and questioning' },
  duties: [
    d(
      '八小时、十二小时（2026年起）、二十四小时',
      'Eight, twelve (from 2026) and twenty-four hours',
      '治安管理处罚法 97（旧 83）；行政案件程序规定 69',
      'questioning.time-limit questioning.tier-ground',
    ),
    d(
      '连续传唤',
      'Chained summons',
      '行政案件程序规定 69',
      'questioning.chained-summons coercive-measure.chained-measures',
    ),
    d('传唤证审批', 'Approval of the written summons', '治安管理处罚法 96', 'questioning.summons-approval'),
    d(
      '口头传唤',
      'Oral summons on the scene only, noted',
      '治安管理处罚法 96',
      'questioning.oral-summons',
      'showing the 人民警察证: no event tells',
    ),
    d('强制传唤审批', 'Approval of a forced summons', '治安管理处罚法 96', 'questioning.forced-summons-approval'),
    d('通知家属', 'Family told', '治安管理处罚法 97', 'questioning.notify-family'),
    d(
      '饮食、休息',
      'Food and rest',
      '治安管理处罚法 97',
      'questioning.meals',
      'rest: the law gives neither length nor interval; shown on the stay page, for people to check',
    ),
    d(
      '办案场所询问全程录音录像',
      'Questioning in the case area recorded throughout',
      '治安管理处罚法 97',
      'questioning.unrecorded',
    ),
    d(
      '一人办案例外；2026年前一律二人',
      'One officer, and when; always two before 2026',
      '治安管理处罚法 108；行政案件程序规定 52',
      'questioning.one-officer',
    ),
    d(
      '录音录像缺失，证据不能使用',
      'Recording missing: the evidence falls',
      '治安管理处罚法 108',
      'questioning.evidence-excluded questioning.one-officer',
    ),
    d(
      '当场检查、扣押全程录音录像',
      'On-the-spot inspection and seizure recorded',
      '治安管理处罚法 103、105',
      'inspection.on-the-spot-unrecorded property.seizure-approval',
    ),
    d(
      '当场处罚',
      'Penalty on the spot',
      '治安管理处罚法 119、120',
      'inspection.on-the-spot-penalty inspection.penalty-filing',
    ),
    d('远程视频询问录制', 'Remote questioning recorded', '治安管理处罚法 100', 'questioning.remote-unrecorded'),
    d(
      '辅警可参与事项',
      'What auxiliaries may do',
      '行政案件程序规定 52',
      'questioning.auxiliary questioning.auxiliary-tasks',
    ),
    d('在办案场所询问', 'Questioned in the case area', '行政案件程序规定 66', 'questioning.outside-case-area'),
    d('个别询问', 'Questioned apart', '行政案件程序规定 72', 'questioning.not-individually'),
    d(
      '未成年人监护人到场、告知监护人',
      'Guardian present; guardian told of the penalty',
      '治安管理处罚法 98、112（旧 84）',
      'questioning.minor-without-guardian case.hearing-not-told',
    ),
    d('检查妇女身体', 'Body check of women', '治安管理处罚法 103（旧 87）', 'inspection.woman-checked-by-man'),
    d(
      '人身检查、采样审批，不重复采集',
      'Approval of body check and samples, none twice',
      '治安管理处罚法 102',
      'inspection.sample-approval inspection.sampled-twice',
    ),
    d(
      '醉酒约束：不用铐镣、专人看护、酒醒解除、不计时间',
      'Protective restraint: no cuffs, guarded, lifted when sober, not counted',
      '行政案件程序规定 58',
      'restraint.status-matrix restraint.sobering-unguarded restraint.sober-not-lifted questioning.time-limit',
    ),
    d(
      '当场强制措施补批',
      'On-the-spot measures approved afterwards',
      '行政案件程序规定 55、56',
      'inspection.measure-approval',
    ),
    d(
      '外国人报告、拘留审查',
      'Foreigners: report and examination',
      '行政案件程序规定 242、254',
      'inspection.foreigner-report detention.examination-limit',
    ),
    d('翻译、手语', 'Interpreter', '治安管理处罚法 101', 'questioning.interpreter'),
  ],
}
