import { d, type Family } from './duty.ts'

/** 讯问、录音录像、未成年人、女性: Interrogation, recording, minors, women. */
export const interrogation: Family = {
  title: { zh: '讯问、录音录像、未成年人、女性', en: 'Interrogation, recording, minors, women' },
  duties: [
    d('不少于二人', 'Two investigators', '刑事诉讼法 118', 'interrogation.two-investigators'),
    d('同一民警两处', 'One officer in two sessions', '刑事诉讼法 118（推论）', 'interrogation.same-officer-twice'),
    d('讯问场所', 'Place', '刑事诉讼法 118；刑事案件程序规定 198', 'interrogation.place'),
    d('重大案件录音录像', 'Grave cases recorded', '刑事诉讼法 123', 'interrogation.unrecorded'),
    d(
      '特殊人员录音录像',
      'Special persons recorded',
      '讯问录音录像工作规定 6',
      'interrogation.special-unrecorded',
      'plea of not guilty, unstable statements, risk of petitions: judgements no event carries',
    ),
    d(
      '录制不间断',
      'Continuous',
      '刑事案件程序规定 208',
      'interrogation.recording-broken recording.clock-drift case-area.act-unobserved',
    ),
    d(
      '剪接、删改、损毁、丢失',
      'Cut, changed, damaged, lost',
      '治安管理处罚法 139',
      'recording.altered recording.footage-deleted',
    ),
    d(
      '录音录像保存',
      'Kept',
      '内务条令 167',
      'recording.footage-deleted recording.case-area-retention recording.gap-while-held recording.body-camera-retention',
      'as long as the case file: the text could not be read; the retention is a local setting',
    ),
    d(
      '女性人身检查、搜查',
      'Women checked and searched by women',
      '刑事诉讼法 132、139',
      'inspection.woman-checked-by-man',
    ),
    d(
      '搜查批准、搜查证、二人、见证人、签名',
      'Searches: approval, warrant, by two, with a witness, signed',
      '刑事诉讼法 138–140；刑事案件程序规定 222–226',
      'inspection.search-approval inspection.search-without-warrant inspection.search-by-two inspection.search-without-witness inspection.search-unsigned',
      'whether the urgency that spares the warrant was true: for people to check',
    ),
    d(
      '勘查二人；勘验、检查、辨认、扣押的见证人',
      'Scenes by two; witnesses of scenes, checks, identifications, seizures',
      '刑事诉讼法 133；刑事案件程序规定 194、215、216、229、262；治安管理处罚法 104、105（旧 88、89）',
      'inspection.scene-by-two inspection.witness-unsigned',
      'whether a witness may be one (194): for people to check',
    ),
    d(
      '未成年犯罪嫌疑人法定代理人',
      'Guardian of a minor',
      '刑事诉讼法 281',
      'interrogation.minor-without-guardian coercive-measure.legal-aid-minor',
    ),
    d(
      '女性未成年人；未成年被害人',
      'Girls; minors as victims',
      '刑事诉讼法 281；未成年人保护法 112',
      'interrogation.girl-without-woman interrogation.minor-victim',
    ),
    d('翻译', 'Interpreter', '刑事诉讼法 121', 'interrogation.interpreter'),
    d('饮食休息', 'Food and rest', '刑事诉讼法 119', 'interrogation.meals'),
    d('首次讯问告知', 'Rights told first', '刑事诉讼法 34、120', 'interrogation.rights-first'),
    d(
      '辨认人数',
      'Line-ups',
      '刑事案件程序规定 259、260',
      'interrogation.lineup-numbers interrogation.lineup-officers',
    ),
    d('个别讯问', 'Interrogated apart', '刑事案件程序规定 202', 'interrogation.not-individually'),
  ],
}
