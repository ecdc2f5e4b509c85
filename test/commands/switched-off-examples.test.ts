import { describe } from 'vitest'
import { holdExamples } from './held-to.ts'

/** Journals for rules that ship switched off, each with its lawful twins; every rule of the rulebook is switched on. */
const findings: Readonly<Record<string, readonly string[]>> = {
  // 应当直接带入办案区: five minutes are the setting that ships.
  'case-area.entered-in-five-minutes': [],
  'case-area.entered-after-six-minutes': ['case-area.direct-entry 2026-03-02 10:05:00'],
  // 在办案区内应当有人看管: one minute is the setting that ships.
  'case-area.guard-back-in-a-minute': [],
  'case-area.guard-away-five-minutes': ['case-area.left-alone 2026-03-02 10:30:00 clear'],
  // What the record of an act claims, and what the doors of the room saw.
  'case-area.claimed-in-the-room-they-were-led-into': [],
  'case-area.claimed-in-a-room-that-nobody-was-led-into': ['case-area.claim-contradicted 2026-01-05 10:00:00'],
  // 不得违反规定带出: the head of the case unit approves.
  'case-area.taken-out-with-the-chief-s-approval': [],
  'case-area.taken-out-on-an-officer-s-word': ['case-area.taken-out-unapproved 2026-03-02 11:00:00'],
  // 应当由人民警察值班、看管和巡查: every quarter of an hour is the setting that ships.
  'case-area.waiting-room-looked-into-every-quarter': [],
  'case-area.waiting-room-not-looked-into': ['case-area.room-not-patrolled 2026-03-02 10:35:00 pending'],
  // 应当个别进行, while they wait as well: two minutes are the setting that ships.
  'case-area.co-suspects-pass-in-two-minutes': [],
  'case-area.co-suspects-wait-together': ['case-area.co-suspects 2026-03-02 10:20:00 clear'],
  // 决定生效后半小时内备案.
  'continued-questioning.filed-in-half-an-hour': [],
  'continued-questioning.filed-a-minute-late': ['continued-questioning.filed-late 2026-03-02 10:40:00'],
  // 未成年人: eighteen only tomorrow.
  'interrogation.minor-recorded': [],
  'interrogation.minor-not-recorded': ['interrogation.special-unrecorded 2026-03-02 10:00:00'],
  // 不少于三十日: thirty are enough.
  'recording.lockup-thirty-days': [],
  'recording.lockup-twenty-nine-days': ['recording.lockup-retention 2026-03-31 00:00:00'],
  // 不少于九十日, 不少于三十日, 不少于六个月.
  'recording.case-area-ninety-days': [],
  'recording.case-area-eighty-nine-days': ['recording.case-area-retention 2026-03-31 00:00:00'],
  'recording.duty-room-ninety-days': [],
  'recording.duty-room-eighty-nine-days': ['recording.duty-room-retention 2026-03-31 00:00:00'],
  'recording.other-thirty-days': [],
  'recording.other-twenty-nine-days': ['recording.other-retention 2026-03-31 00:00:00'],
  'recording.body-camera-six-months': [],
  'recording.body-camera-a-day-less-than-six-months': ['recording.body-camera-retention 2026-03-31 00:00:00'],
  // 双人双锁: an auxiliary is not the second.
  'restraint.armoury-opened-by-two': [],
  'restraint.armoury-opened-with-an-auxiliary': ['restraint.armoury-by-two 2026-03-02 08:00:00'],
  // 执行任务结束后及时交还: one hour is the setting that ships.
  'restraint.weapon-back-within-the-hour': [],
  'restraint.weapon-back-after-the-hour': ['restraint.weapon-not-returned 2026-03-02 17:00:00'],
  // 不超过十五日, the first day not counted.
  'restraint.worn-fifteen-days': [],
  'restraint.worn-into-the-sixteenth-day': ['restraint.worn-too-long 2026-03-18 00:00:00'],
  // 提解出所应当当日送回.
  'detention.taken-out-and-back-before-midnight': [],
  'detention.taken-out-overnight': ['detention.back-the-same-day 2026-03-03 00:00:00'],
  // 报主管公安机关批准，由二名以上民警办理: either is a breach of its own.
  'detention.taken-out-by-two-approved': [],
  'detention.taken-out-by-one': ['detention.taken-out-by-two 2026-03-02 10:00:00'],
  'detention.taken-out-without-the-bureau': ['detention.taken-out-by-two 2026-03-02 10:00:00'],
  // 禁闭最长不超过十五日; 对罪犯五日至十日.
  'detention.confined-fifteen-days': [],
  'detention.confined-sixteen-days': ['detention.confinement-length 2026-03-18 00:00:00'],
  'detention.convict-confined-ten-days': [],
  'detention.convict-confined-eleven-days': ['detention.confinement-length 2026-03-13 00:00:00'],
  // 不得查封、扣押、冻结被调查对象的财产 before the case is filed.
  'property.seized-once-the-case-was-filed': [],
  'property.seized-before-the-case-was-filed': ['property.seized-before-filing 2026-03-02 10:00:00'],
  // 模拟报警: approved by the chief of the team before it is made, and ended in two hours, the setting that ships.
  'dispatch.test-approved-before-the-call': [],
  'dispatch.test-approved-by-nobody': ['dispatch.test-unapproved 2026-03-02 10:00:00'],
  // 每班不少于二名民警.
  'detention.house-two-on-duty': [],
  'detention.house-one-on-duty': ['detention.house-staff 2026-03-02 20:00:00 clear'],
  // 所领导带班，每班不少于二名民警.
  'detention.lockup-two-and-a-leader': [],
  'detention.lockup-one-on-duty': ['detention.lockup-staff 2026-03-02 20:00:00 clear'],
  'detention.lockup-without-a-leader': ['detention.lockup-staff 2026-03-02 20:00:00 clear'],
  // 拘室每日至少检查一次，每周至少一次安全大检查.
  'detention.cells-checked-each-day': [],
  'detention.cells-not-checked-for-a-day': ['detention.lockup-check 2026-03-04 00:00:00 pending'],
  'detention.general-check-each-week': [],
  'detention.general-check-a-day-late': ['detention.lockup-check 2026-03-10 00:00:00 pending'],
  // 随时巡视监房: every thirty minutes is the setting that ships.
  'detention.cell-looked-into-every-half-hour': [],
  'detention.cell-looked-into-after-31-minutes': ['detention.cell-not-patrolled 2026-03-02 10:30:00 pending'],
  // 将罪犯提出看守所的，应当当日送回.
  'release.convict-back-before-midnight': [],
  'release.convict-out-overnight': ['release.convict-back-the-same-day 2026-03-03 00:00:00'],
  // 须有担保人，经所务会研究，报所属公安机关领导批准: any of the three missing is a breach.
  'release.home-visit-with-all-papers': [],
  'release.home-visit-without-guarantor': ['release.convict-out-approval 2026-03-02 10:00:00'],
  'release.home-visit-without-committee': ['release.convict-out-approval 2026-03-02 10:00:00'],
  'release.home-visit-approved-by-the-house': ['release.convict-out-approval 2026-03-02 10:00:00'],
  // 三日至七日，不包括路途时间: one day of travel is the setting that ships.
  'release.home-visit-seven-days-and-the-way': [],
  'release.home-visit-a-minute-more': ['release.home-visit-length 2026-03-10 10:00:00'],
  // 当日返回，不得在外过夜.
  'release.family-visit-back-before-midnight': [],
  'release.family-visit-overnight': ['release.family-visit-back 2026-03-03 00:00:00'],
  // 每月可以回家一日至二日.
  'release.home-leave-two-days-in-two-months': [],
  'release.home-leave-three-days-in-one-month': ['release.home-leave-length 2026-03-20 10:00:00'],
  // 当场处置: a written record, a receipt for what is held, two of supervision.
  'supervision.on-spot-with-record-and-receipt': [],
  'supervision.on-spot-without-record': ['supervision.on-spot-record 2026-03-02 09:00:00'],
  'supervision.held-without-receipt': ['supervision.on-spot-record 2026-03-02 09:00:00'],
  'supervision.inspected-alone': ['supervision.inspected-alone 2026-03-02 09:00:00'],
  // 十日内复核；一个月内答复申诉.
  'supervision.re-checked-on-the-tenth-day': [],
  'supervision.re-checked-on-the-eleventh-day': ['supervision.objection-unanswered 2026-03-13 00:00:00'],
  'supervision.appeal-answered-in-a-month': [],
  'supervision.appeal-answered-a-day-late': ['supervision.objection-unanswered 2026-04-03 00:00:00'],
  // A login is one person's own, used at the usual terminal (a week of use) and on duty (two hours either side).
  'ticket.own-login': [],
  'ticket.borrowed-login': ['ticket.borrowed-login 2026-03-10 09:00:00'],
  'ticket.terminal-in-use-for-a-week': [],
  'ticket.terminal-new-to-the-login': ['ticket.unusual-terminal 2026-03-10 09:00:00'],
  'ticket.acted-two-hours-after-the-shift': [],
  'ticket.acted-a-minute-later-than-that': ['ticket.acted-off-duty 2026-03-10 18:01:00'],
  'ticket.acted-back-from-leave': [],
  'ticket.acted-on-leave': ['ticket.acted-off-duty 2026-03-10 09:00:00'],
  // 事后提出异议的，不予采纳: what was entered is put right by a paper only.
  'ticket.alcohol-corrected-by-document': [],
  'ticket.alcohol-altered-without-document': ['ticket.alcohol-altered 2026-03-03 09:00:00'],
}

describe('journals for the rules that ship switched off', () =>
  holdExamples('docs/examples/switched-off', findings, 'given'))
