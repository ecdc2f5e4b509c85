import { describe } from 'vitest'
import { holdExamples } from './held-to.ts'

/** Journals written from docs/journal-format.md alone. */
const findings: Readonly<Record<string, readonly string[]>> = {
  // 询问查证的时间不得超过八小时: the eighth hour itself is lawful.
  'questioning.eight-hours-sharp': [],
  'questioning.eight-hours-passed': ['questioning.time-limit 2026-03-02 17:00:00'],
  // 涉案人数众多: twelve hours, from 2026 on; before, there was no such tier.
  'questioning.twelve-hours-many-involved': [],
  'questioning.twelve-hours-before-2026': [
    'questioning.tier-ground 2025-12-30 16:30:00',
    'questioning.time-limit 2025-12-30 17:00:00',
  ],
  // 情况复杂 alone does not give twenty-four hours: detention must be possible.
  'questioning.twenty-four-hours-only-complex': [
    'questioning.tier-ground 2026-03-02 16:30:00',
    'questioning.time-limit 2026-03-02 17:00:00',
  ],
  'continued-questioning.twelve-hours-sharp': [],
  'continued-questioning.step-by-step-to-forty-eight': [],
  // 不得决定将继续盘问时限直接从十二小时延长至四十八小时.
  'continued-questioning.twelve-to-forty-eight': [
    'continued-questioning.extension-skips-step 2026-02-03 21:00:00',
    'continued-questioning.time-limit 2026-02-03 22:00:00',
  ],
  // 应当在继续盘问时限届满前作出.
  'continued-questioning.extension-a-minute-late': ['continued-questioning.time-limit 2026-02-03 22:00:00'],
  // Approved in time and told an hour late: a finding that ended, and is not erased.
  'continued-questioning.extension-heard-late': ['continued-questioning.time-limit 2026-02-03 22:00:00 pending'],
  // 已满七十周岁 from the day after the birthday on: four hours.
  'continued-questioning.seventy-years-old': ['continued-questioning.vulnerable-four-hours 2026-02-03 14:00:00'],
  'continued-questioning.seventieth-birthday': [],
  // 以连续继续盘问的方式变相拘禁: less than twelve hours between them is the setting that ships.
  'continued-questioning.again-after-twelve-hours': [],
  'continued-questioning.again-after-eleven-hours': ['continued-questioning.back-to-back 2026-03-02 23:00:00'],
  // 不讲真实姓名、住址、身份，且 …: suspicion alone gives twenty-four.
  'continued-questioning.forty-eight-hours-identity-refused': [],
  'continued-questioning.forty-eight-hours-suspicion-only': [
    'continued-questioning.forty-eight-hours-ground 2026-03-03 09:00:00',
  ],
  // 继续盘问十二小时以上的，应当为其提供必要的卧具.
  'continued-questioning.bedding-at-twelve-hours': [],
  'continued-questioning.no-bedding-after-twelve-hours': ['continued-questioning.bedding 2026-03-02 22:00:00'],
  // 禁止 … 送入 … 拘留所: it must have ended before.
  'continued-questioning.ended-before-the-lockup': [],
  'continued-questioning.taken-to-the-lockup': ['continued-questioning.held-in-custody-place 2026-03-02 14:00:00'],
  // 晚上九点至次日早上七点之间释放: an hour to say who came for them is the setting that ships.
  'continued-questioning.seventy-five-collected-at-night': [],
  'continued-questioning.seventy-five-let-go-at-night': ['continued-questioning.released-at-night 2026-03-02 22:05:00'],
  'continued-questioning.seventy-five-let-go-before-nine': [],
  // 不得设置候问室; 验收合格后,才能投入使用; 不得少于六平方米.
  'continued-questioning.waiting-room-six-square-metres': [],
  'continued-questioning.waiting-room-in-the-bureau': ['continued-questioning.waiting-room-place 2026-03-02 08:00:00'],
  'continued-questioning.waiting-room-not-accepted': ['continued-questioning.waiting-room-place 2026-03-02 08:00:00'],
  'continued-questioning.waiting-room-too-small': ['continued-questioning.waiting-room-standard 2026-03-02 08:00:00'],
  // 应当立即返还: half an hour is the setting that ships.
  'continued-questioning.belongings-back-in-half-an-hour': [],
  'continued-questioning.belongings-kept': ['continued-questioning.belongings-returned 2026-03-02 14:30:00'],
  // 可以由一名人民警察带领警务辅助人员进行，但应当全程录音录像.
  'questioning.report-taken-with-an-auxiliary-recorded': [],
  'questioning.report-taken-with-an-auxiliary-recording-stops': ['questioning.auxiliary-tasks 2026-03-02 10:10:00'],
  'questioning.mediation-led-by-one-recorded': [],
  // 录音录像资料损毁、丢失的，相关证据不能作为处罚的根据: however old it is.
  'questioning.one-officer-recording-intact': [],
  'questioning.one-officer-recording-deleted': ['questioning.evidence-excluded 2026-06-10 09:00:00'],
  // 应当个别进行: two minutes are the setting that ships.
  'questioning.other-suspect-led-past-in-two-minutes': [],
  'questioning.other-suspect-led-in-for-five-minutes': ['questioning.not-individually 2026-03-02 10:10:00'],
  'interrogation.other-suspect-led-past-in-two-minutes': [],
  'interrogation.other-suspect-led-in-for-five-minutes': ['interrogation.not-individually 2026-03-02 10:10:00'],
  // 对现场发现的 … 可以口头传唤，但应当在询问笔录中注明.
  'questioning.oral-summons-on-the-scene': [],
  'questioning.oral-summons-at-home': ['questioning.oral-summons 2026-03-02 09:00:00'],
  'questioning.oral-summons-not-noted': ['questioning.oral-summons 2026-03-02 09:00:00'],
  // 询问和宣读过程应当全程同步录音录像.
  'questioning.remote-recorded-to-the-signature': [],
  'questioning.remote-recording-stops': ['questioning.remote-unrecorded 2026-03-02 10:20:00'],
  // One officer alone: never before 2026; since then if recorded throughout; never a criminal interrogation.
  'questioning.one-officer-recorded-2025': ['questioning.one-officer 2025-12-29 10:00:00'],
  'questioning.one-officer-recorded-2026': [],
  'questioning.one-officer-recording-stops': [
    'questioning.one-officer 2026-01-05 10:20:00',
    'questioning.unrecorded 2026-01-05 10:20:00',
  ],
  // 全程 is to the signature; a stop that names only the recording ends it for the act and for the room.
  'questioning.recorded-to-the-signature': [],
  'questioning.recording-stops-before-signature': ['questioning.unrecorded 2026-03-02 10:02:00'],
  'interrogation.one-investigator-recorded': ['interrogation.two-investigators 2026-01-05 10:00:00'],
  // 应当通知 … 法定代理人到场 (刑诉法 281), 应当有通晓聋、哑手势的人参加 (121): to the end of it.
  'interrogation.guardian-leaves-in-the-middle': ['interrogation.minor-without-guardian 2026-01-05 10:20:00'],
  'interrogation.guardian-relieved-by-an-appropriate-adult': [],
  'interrogation.sign-language-leaves-in-the-middle': ['interrogation.interpreter 2026-01-05 10:20:00'],
  // 应当有被搜查人或者他的家属，邻居或者其他见证人在场; 执行搜查的侦查人员不得少于二人.
  'inspection.search-neighbour-present': [],
  'inspection.search-owner-detained-nobody-present': ['inspection.search-without-witness 2026-03-02 10:00:00'],
  'inspection.search-by-one': ['inspection.search-by-two 2026-03-02 10:00:00'],
  // 经县级以上公安机关负责人批准; 必须向被搜查人出示搜查证; 签名或者盖章 — and in an emergency at an arrest without.
  'inspection.search-with-warrant-and-signed': [],
  'inspection.search-urgent-at-an-arrest': [],
  'inspection.search-approved-by-the-station': ['inspection.search-approval 2026-03-02 10:00:00'],
  'inspection.search-no-warrant-nobody-signed': [
    'inspection.search-unsigned 2026-03-02 11:00:00',
    'inspection.search-without-warrant 2026-03-02 10:00:00',
  ],
  // 检查公民住所应当出示 … 检查证; 确有必要立即进行检查的，可以当场检查.
  'inspection.home-with-certificate': [],
  'inspection.home-without-certificate': ['inspection.without-certificate 2026-03-02 10:00:00'],
  'inspection.shop-on-the-spot': [],
  // 行政拘留 … 或者其他限制人身自由: 应当在四十八小时内 … 报告省级公安机关.
  'inspection.foreigner-reported-in-two-days': [],
  'inspection.foreigner-not-reported': ['inspection.foreigner-report 2026-03-04 10:00:00'],
  'inspection.foreigner-questioned-and-reported': [],
  'inspection.foreigner-questioned-and-not-reported': ['inspection.foreigner-report 2026-03-04 10:00:00'],
  // 应当在二十四小时内 … 报告，并补办批准手续.
  'inspection.seizure-approved-the-next-day': [],
  'inspection.seizure-not-approved': ['inspection.measure-approval 2026-03-03 10:00:00'],
  // 五百元以下: five hundred are among them; 应当在二十四小时以内报所属公安机关备案.
  'inspection.fined-five-hundred-on-the-spot': [],
  'inspection.fined-six-hundred-on-the-spot': ['inspection.on-the-spot-penalty 2026-03-02 10:15:00'],
  'inspection.fined-on-the-spot-and-not-filed': ['inspection.penalty-filing 2026-03-03 10:15:00'],
  // 可以当场检查，并应当全程同步录音录像.
  'inspection.shop-recorded-to-the-signature': [],
  'inspection.shop-recording-stops': ['inspection.on-the-spot-unrecorded 2026-03-02 10:30:00'],
  // 经公安机关办案部门负责人批准后进行; 不得重复提取、采集.
  'inspection.sample-approved-before': [],
  'inspection.sample-without-approval': ['inspection.sample-approval 2026-03-02 10:00:00'],
  'inspection.sampled-once-each': [],
  'inspection.sampled-again-after-lunch': ['inspection.sampled-twice 2026-03-02 14:00:00'],
  // 应当由女性工作人员或者医师进行: the physician may be a man.
  'inspection.woman-checked-by-a-doctor': [],
  'inspection.woman-checked-by-a-man': ['inspection.woman-checked-by-man 2026-03-02 10:00:00'],
  // 主持辨认的侦查人员不得少于二人.
  'interrogation.lineup-by-two': [],
  'interrogation.lineup-by-one': ['interrogation.lineup-officers 2026-03-02 10:00:00'],
  // 未成年被害人、证人是女性的，应当由女性工作人员进行.
  'interrogation.girl-harmed-questioned-by-a-woman': [],
  'interrogation.girl-harmed-questioned-by-men': ['interrogation.minor-victim 2026-03-02 10:00:00'],
  // 应当保证犯罪嫌疑人的饮食: every six hours is the setting that ships.
  'interrogation.meal-in-the-sixth-hour': [],
  'interrogation.no-meal-for-seven-hours': ['interrogation.meals 2026-03-02 15:00:00'],
  // 侦查人员不得少于二人; 由参加勘查的人和见证人签名; 见证人拒绝签名的，应当在笔录上注明.
  'inspection.scene-by-two-with-witness': [],
  'inspection.scene-by-one-no-witness': [
    'inspection.scene-by-two 2026-03-02 10:00:00',
    'inspection.witness-unsigned 2026-03-02 11:00:00',
  ],
  'inspection.seizure-witness-refused-noted': [],
  // 应当凭拘留决定机关的拘留决定文书.
  'detention.taken-in-on-the-decision': [],
  'detention.taken-in-without-papers': ['detention.intake-papers 2026-03-02 10:00:00'],
  // 经上一级公安机关批准，也可以在指定的居所执行.
  'coercive-measure.designated-place-approved-above': [],
  'coercive-measure.designated-place-approved-by-the-county': [
    'coercive-measure.designated-place-approval 2026-03-02 10:00:00',
  ],
  // Men and women: only who is there at the same time.
  'case-area.mixed-sexes-overlap': ['case-area.mixed-sexes 2026-02-03 10:30:00 clear'],
  'case-area.mixed-sexes-one-after-the-other': [],
  // Months run to the same date, or to the last day of a month that lacks it.
  'coercive-measure.bail-twelve-months-sharp': [],
  // 经县级以上公安机关负责人批准 (程序规定 83): the head of the case unit is none.
  'coercive-measure.bail-approved-by-the-county': [],
  'coercive-measure.bail-approved-by-the-case-unit': ['coercive-measure.measure-approval 2025-02-28 10:00:00'],
  'coercive-measure.bail-a-day-over': ['coercive-measure.bail-limit 2026-03-01 00:00:00'],
  'coercive-measure.residential-surveillance-month-end': [
    'coercive-measure.residential-surveillance-limit 2027-03-01 00:00:00',
  ],
  // 具有下列情形之一 (继续盘问规定 8): suspicion that cannot be ruled out is not one of them.
  'continued-questioning.ground-of-another-law': ['continued-questioning.no-ground 2026-03-02 10:05:00'],
  'continued-questioning.one-ground-of-four': [],
  // 应当立即报告 supervision: thirty minutes is the setting that ships.
  'continued-questioning.illness-reported-at-once': [],
  'continued-questioning.illness-reported-late': ['continued-questioning.incident-unreported 2026-03-02 11:30:00'],
  // 二十四小时以内委托 · 三日以内送达: hours to the minute, days to their last.
  'continued-questioning.death-appraised-in-time': [],
  'continued-questioning.death-appraised-late': ['continued-questioning.death-appraisal 2026-03-03 11:10:00'],
  'continued-questioning.death-conclusion-late': ['continued-questioning.death-conclusion 2026-03-14 00:00:00'],
  // 通知其家属或者单位 · 立即通报同级人民检察院: two hours are the setting that ships, the last minute of them lawful.
  'continued-questioning.illness-family-told-in-two-hours': [],
  'continued-questioning.illness-family-told-late': ['continued-questioning.illness-family 2026-03-02 13:00:00'],
  'continued-questioning.death-told-to-family-and-procuratorate': [],
  'continued-questioning.death-told-to-neither': [
    'continued-questioning.death-family 2026-03-02 13:00:00',
    'continued-questioning.death-procuratorate 2026-03-02 13:10:00',
  ],
  // 应当为被盘问人提供基本的饮食: every six hours is the setting that ships.
  'continued-questioning.meals-every-six-hours': [],
  'continued-questioning.no-meal-in-twelve-hours': ['continued-questioning.meals 2026-03-02 16:00:00'],
  // 执行完毕后三日以内送达回执; 立即送看守所, a day is the setting that ships.
  'coercive-measure.arrest-carried-out': [],
  'coercive-measure.arrest-receipt-late': ['coercive-measure.arrest-receipt 2026-03-06 00:00:00'],
  'coercive-measure.delivered-a-day-late': ['coercive-measure.delivery-after-arrest 2026-03-03 10:00:00'],
  // 乡镇人大代表: 执行后立即报告.
  'coercive-measure.deputy-reported-the-same-day': [],
  'coercive-measure.deputy-reported-late': ['coercive-measure.deputy-reported 2026-03-03 10:00:00'],
  // 三日以内通知法律援助机构: only who has no defender, and one of the grounds.
  'coercive-measure.legal-aid-for-deaf-on-the-third-day': [],
  'coercive-measure.legal-aid-for-deaf-late': ['coercive-measure.legal-aid-notice 2026-03-06 00:00:00'],
  'coercive-measure.legal-aid-for-minor-late': ['coercive-measure.legal-aid-minor 2026-03-06 00:00:00'],
  'coercive-measure.minor-engages-a-lawyer': [],
  'coercive-measure.legal-aid-not-needed': [],
  // 五万元以上: fifty thousand is among them; read within three days.
  'coercive-measure.bail-49999-forfeited-by-the-county': [],
  'coercive-measure.bail-50000-forfeited-by-the-county': [
    'coercive-measure.bail-forfeiture-approval 2026-03-02 10:00:00',
  ],
  'coercive-measure.bail-50000-forfeited-by-the-city': [],
  'coercive-measure.bail-forfeiture-read-on-the-fourth-day': [
    'coercive-measure.bail-forfeiture-read 2026-03-06 00:00:00',
  ],
  'coercive-measure.complaint-answered-on-the-thirtieth-day': [],
  'coercive-measure.complaint-answered-on-the-thirty-first-day': [
    'coercive-measure.complaint-unanswered 2026-04-02 00:00:00',
  ],
  'coercive-measure.deposit-review-on-the-seventh-day': [],
  'coercive-measure.deposit-review-late': ['coercive-measure.deposit-review 2026-03-10 00:00:00'],
  // A shot that hurt somebody: reported at once, then the procuratorate and the family told; both.
  'restraint.shot-and-told': [],
  'restraint.shot-reported-late': ['restraint.casualties-unreported 2026-03-02 10:30:00'],
  'restraint.shot-family-not-told': ['restraint.casualties-not-told 2026-03-03 10:20:00'],
  // 指定专人严加看护: two minutes for changing over are the setting that ships.
  'restraint.sobering-two-minutes-alone': [],
  'restraint.sobering-ten-minutes-alone': ['restraint.sobering-unguarded 2026-03-02 22:30:00 clear'],
  // 使用武器的，书面报告: a day is the setting that ships; 经警告无效的，可以使用警棍.
  'restraint.shot-reported-in-writing-in-a-day': [],
  'restraint.shot-reported-in-writing-a-minute-late': ['restraint.weapon-report 2026-03-03 10:00:00'],
  'restraint.baton-after-a-warning': [],
  'restraint.baton-without-a-warning': ['restraint.force-unwarned 2026-03-02 22:00:00'],
  // 酒醒后，应当立即解除约束: a quarter of an hour is the setting that ships.
  'restraint.sober-and-free-in-a-quarter-of-an-hour': [],
  'restraint.sober-and-free-a-minute-late': ['restraint.sober-not-lifted 2026-03-03 05:15:00'],
  // 可以先行使用，然后报告看守所所长: an hour is the setting that ships.
  'restraint.director-told-within-the-hour': [],
  'restraint.director-told-a-minute-late': ['restraint.facility-approval 2026-03-05 11:00:00'],
  // 经看守所所长批准予以禁闭.
  'detention.confined-by-the-director': [],
  'detention.confined-by-an-officer': ['detention.confinement-approval 2026-03-02 10:00:00'],
  // 请假出所不归.
  'detention.back-from-leave-in-time': [],
  'detention.back-from-leave-late': ['detention.leave-overstayed 2026-03-04 18:00:00'],
  // 限制人身自由一日，折抵行政拘留一日; 询问查证的时间不予折抵.
  'detention.three-days-set-off': [],
  'detention.no-days-set-off': ['detention.offset 2026-03-02 10:00:00'],
  'detention.questioning-not-set-off': [],
  // 对女性被拘留人的直接管理应当由女性人民警察进行.
  'detention.man-enters-women-s-cell': ['detention.women-by-men 2026-03-02 10:30:00'],
  'detention.man-with-a-woman-officer': [],
  // 应当及时转送: five days are the setting that ships.
  'release.complaint-forwarded-on-the-fifth-day': [],
  'release.complaint-kept-back': ['release.complaint-forwarded 2026-03-08 00:00:00'],
}

describe('journals of custody, written by hand', () => holdExamples('docs/examples/custody', findings))
