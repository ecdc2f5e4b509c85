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
  'coercive-measure.residential-surveillance-lifted-on-the-last-of-february': [],
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
  // 执行逮捕的侦查人员不得少于二人: an auxiliary is not the second.
  'coercive-measure.arrested-by-two': [],
  'coercive-measure.arrested-with-an-auxiliary': ['coercive-measure.arrest-by-two 2026-03-02 10:00:00'],
  // 必须在逮捕后的二十四小时以内进行讯问; 应当在逮捕后二十四小时以内，通知 … 家属.
  'coercive-measure.arrested-interrogated-in-24-hours': [],
  'coercive-measure.arrested-interrogated-a-minute-late': [
    'coercive-measure.interrogation-after-arrest 2026-03-03 10:00:00',
  ],
  'coercive-measure.arrested-family-told-in-24-hours': [],
  'coercive-measure.arrested-family-told-a-minute-late': [
    'coercive-measure.notify-family-of-arrest 2026-03-03 10:00:00',
  ],
  // 不得超过二个月: 移送审查起诉 on the last day; 在期限届满七日前送请 for a third.
  'coercive-measure.custody-two-months': [],
  'coercive-measure.custody-two-months-and-a-day': ['coercive-measure.custody-months 2026-03-06 00:00:00'],
  'coercive-measure.extension-requested-seven-days-before': [],
  'coercive-measure.extension-requested-six-days-before': ['coercive-measure.extension-request 2026-02-27 00:00:00'],
  // 其他鉴定时间都应当计入办案期限.
  'coercive-measure.clock-stopped-for-a-psychiatric-appraisal': [],
  'coercive-measure.clock-stopped-for-another-appraisal': ['coercive-measure.clock-stopped 2026-03-02 10:00:00'],
  // 自发现之日起五日以内报县级以上公安机关负责人批准.
  'coercive-measure.recalculated-on-the-fifth-day': [],
  'coercive-measure.recalculated-on-the-sixth-day': ['coercive-measure.recalculation 2026-03-08 00:00:00'],
  'coercive-measure.recalculated-by-the-case-unit': ['coercive-measure.recalculation 2026-03-06 10:00:00'],
  // 七日以内，作出批准逮捕或者不批准逮捕的决定; 不批准逮捕的 … 立即释放, two hours are the setting that ships.
  'coercive-measure.arrest-decided-on-the-seventh-day': [],
  'coercive-measure.arrest-decided-on-the-eighth-day': ['coercive-measure.procuratorate-decision 2026-03-10 00:00:00'],
  'coercive-measure.arrest-refused-released-in-two-hours': [],
  'coercive-measure.arrest-refused-released-late': ['coercive-measure.not-released 2026-03-02 12:00:00'],
  // 一个月以内补充侦查完毕。补充侦查以二次为限.
  'coercive-measure.supplementary-investigation-in-a-month': [],
  'coercive-measure.supplementary-investigation-a-day-over': [
    'coercive-measure.supplementary-investigation 2026-04-03 00:00:00',
  ],
  'coercive-measure.supplementary-investigation-a-third-time': [
    'coercive-measure.supplementary-investigation 2026-03-02 10:00:00',
  ],
  // 三日以内作出决定; 十日以内将处理情况通知人民检察院.
  'coercive-measure.change-answered-on-the-third-day': [],
  'coercive-measure.change-answered-on-the-fourth-day': ['coercive-measure.change-of-measure 2026-03-06 00:00:00'],
  'coercive-measure.release-suggestion-answered-on-the-tenth-day': [],
  'coercive-measure.release-suggestion-answered-on-the-eleventh-day': [
    'coercive-measure.release-suggestion 2026-03-13 00:00:00',
  ],
  // 羁押期限届满前七日: the term ends with 20 March.
  'coercive-measure.expiry-warned-seven-days-before': [],
  'coercive-measure.expiry-warned-six-days-before': ['coercive-measure.expiry-warning 2026-03-14 00:00:00'],
  'release.released-on-the-last-day': [],
  'release.released-the-day-after-expiry': ['release.not-released-at-expiry 2026-03-21 00:00:00'],
  // 不得以连续传唤的形式变相拘禁: twelve hours between are the setting that ships.
  'coercive-measure.summoned-again-after-twelve-hours': [],
  'coercive-measure.summoned-again-in-half-a-day': ['coercive-measure.chained-summons 2026-03-03 07:59:00'],
  // 起点数额为人民币一千元; 不得同时责令其提出保证人和交纳保证金.
  'coercive-measure.bail-deposit-1000-yuan': [],
  'coercive-measure.bail-deposit-999-yuan': ['coercive-measure.bail-deposit 2026-03-02 10:00:00'],
  'coercive-measure.bail-deposit-and-guarantor': ['coercive-measure.bail-deposit 2026-03-02 10:00:00'],
  // 二十四小时以内，指定被取保候审人居住地派出所.
  'coercive-measure.bail-assigned-in-24-hours': [],
  'coercive-measure.bail-assigned-a-minute-late': ['coercive-measure.bail-supervision 2026-03-03 10:00:00'],
  // 应当书面报请 … 许可: before, and not the day after.
  'coercive-measure.deputy-bailed-with-permission': [],
  'coercive-measure.deputy-bailed-before-the-permission': ['coercive-measure.deputy-permission 2026-03-02 10:00:00'],
  // 至迟不得超过四十八小时; 收到申请后三日以内 … 许可或者不许可; 二十四小时 for the duty lawyer and for legal aid.
  'coercive-measure.lawyer-visit-in-48-hours': [],
  'coercive-measure.lawyer-visit-a-minute-late': ['coercive-measure.lawyer-visit 2026-03-04 10:00:00'],
  'coercive-measure.lawyer-permission-on-the-third-day': [],
  'coercive-measure.lawyer-permission-on-the-fourth-day': ['coercive-measure.lawyer-permission 2026-03-06 00:00:00'],
  'coercive-measure.duty-lawyer-told-in-24-hours': [],
  'coercive-measure.duty-lawyer-told-a-minute-late': ['coercive-measure.duty-lawyer 2026-03-03 10:00:00'],
  'coercive-measure.legal-aid-forwarded-in-24-hours': [],
  'coercive-measure.legal-aid-forwarded-a-minute-late': ['coercive-measure.legal-aid 2026-03-03 10:00:00'],
  // 执行监视居住后二十四小时以内，通知 … 家属; 不得在 … 办公场所执行监视居住.
  'coercive-measure.surveillance-family-told-in-24-hours': [],
  'coercive-measure.surveillance-family-told-a-minute-late': [
    'coercive-measure.surveillance-notice 2026-03-03 10:00:00',
  ],
  'coercive-measure.surveillance-at-home': [],
  'coercive-measure.surveillance-in-an-office': ['coercive-measure.surveillance-place 2026-03-02 10:00:00'],
  // 没有上述凭证 … 不予收押; 应当进行健康检查.
  'release.admitted-with-papers-and-examined': [],
  'release.admitted-without-papers': ['release.intake-papers 2026-03-02 10:00:00'],
  'release.admitted-unexamined': ['release.intake-papers 2026-03-02 10:00:00'],
  // 必须持有提讯证或者提票。提讯人员不得少于二人.
  'release.visited-by-two-with-a-permit': [],
  'release.visited-with-an-auxiliary': ['release.visit-by-two 2026-03-02 10:00:00'],
  'release.visited-without-a-permit': ['release.visit-by-two 2026-03-02 10:00:00'],
  // 经公安机关批准 … 允许人犯回家探视: the director of the house is none.
  'release.family-visit-approved-by-the-bureau': [],
  'release.family-visit-approved-by-the-house': ['release.family-visit-out 2026-03-02 09:00:00'],
  // 无罪: 立即办理释放手续, two hours are the setting that ships; 一个月以内将罪犯送交监狱.
  'release.acquitted-released-in-two-hours': [],
  'release.acquitted-released-late': ['release.acquitted-not-released 2026-03-02 12:00:00'],
  'release.sent-to-prison-in-a-month': [],
  'release.sent-to-prison-a-day-late': ['release.delivered-to-prison 2026-04-03 00:00:00'],
  // 十日内 … 移送社区矫正机构; 三十日内作出决定 to recall.
  'release.handed-over-on-the-tenth-day': [],
  'release.handed-over-on-the-eleventh-day': ['release.handed-over 2026-03-13 00:00:00'],
  'release.recall-decided-on-the-thirtieth-day': [],
  'release.recall-decided-on-the-thirty-first-day': ['release.recall-decision 2026-04-02 00:00:00'],
  // 七十周岁以上 from the day after the birthday on.
  'detention.taken-in-on-the-seventieth-birthday': [],
  'detention.taken-in-at-seventy': ['detention.not-to-be-executed 2026-03-02 10:00:00'],
  // 应当及时通知被处罚人的家属: a day is the setting that ships.
  'detention.family-told-in-a-day': [],
  'detention.family-told-a-minute-late': ['detention.notify-family 2026-03-03 10:00:00'],
  // 每日不少于2小时的拘室外活动时间: a day is short once it is over.
  'detention.outdoors-two-hours': [],
  'detention.outdoors-119-minutes': ['detention.outdoor-time 2026-03-03 00:00:00'],
  // 是否成年 … 分别拘押: 已满十八周岁 from the day after the birthday on.
  'detention.eighteen-yesterday-with-an-adult': [],
  'detention.minor-with-an-adult': ['detention.separation 2026-03-02 11:00:00 clear'],
  // 由拘留所所长批准，并派人民警察管理; 报拘留决定机关决定是否批准.
  'detention.treated-with-an-officer': [],
  'detention.treated-with-an-auxiliary': ['detention.treatment-outside 2026-03-02 09:00:00'],
  'detention.leave-approved-by-the-bureau': [],
  'detention.leave-approved-by-the-lock-up': ['detention.leave-approval 2026-03-02 09:00:00'],
  // 12小时内 for leave; 24小时 for complaints, for a suspension, for a detention that may be wrong.
  'detention.leave-decided-in-12-hours': [],
  'detention.leave-decided-a-minute-late': ['detention.leave-decision 2026-03-02 20:00:00'],
  'detention.complaint-forwarded-in-24-hours': [],
  'detention.complaint-forwarded-a-minute-late': ['detention.complaint-forwarded 2026-03-03 10:00:00'],
  'detention.suspension-decided-in-24-hours': [],
  'detention.suspension-decided-a-minute-late': ['detention.suspend-decision 2026-03-03 10:00:00'],
  'detention.wrong-detention-decided-in-24-hours': [],
  'detention.wrong-detention-decided-a-minute-late': ['detention.wrong-detention 2026-03-03 10:00:00'],
  // 拘留审查的期限不得超过三十日.
  'detention.examined-thirty-days': [],
  'detention.examined-thirty-one-days': ['detention.examination-limit 2026-03-05 00:00:00'],
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
