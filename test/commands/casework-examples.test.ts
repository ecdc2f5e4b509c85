import { describe } from 'vitest'
import { holdExamples } from './held-to.ts'

/** Journals written from docs/journal-format.md alone. */
const findings: Readonly<Record<string, readonly string[]>> = {
  // The promise is the bureau's: five minutes in town, urgent, from the order; the fifth itself is kept.
  'dispatch.as-promised': [],
  'dispatch.five-minutes-sharp': [],
  'dispatch.six-minutes': ['dispatch.arrival-late 2026-03-02 10:06:00'],
  // What the button says and the car's own positions contradict.
  'dispatch.arrived-on-paper': ['dispatch.arrival-contradicted 2026-03-02 10:03:00'],
  'dispatch.departed-on-paper': ['dispatch.not-moving 2026-03-02 10:04:00'],
  // 模拟报警: nobody went, and nothing is found.
  'dispatch.test-call': [],
  // 处警反馈: an hour from the end of the order is the setting that ships.
  'dispatch.fed-back-within-the-hour': [],
  'dispatch.fed-back-a-minute-late': ['dispatch.feedback-late 2026-03-02 11:20:00'],
  // 二十四小时内移交: the last minute is lawful; far away the day begins with the return.
  'property.handed-over-in-a-day': [],
  'property.handed-over-a-minute-late': ['property.handover-late 2026-03-03 10:00:00'],
  'property.far-away': [],
  // Six months from the call to collect, to the end of a short month.
  'property.unclaimed-on-the-last-day-of-february': ['property.unclaimed-too-soon 2026-02-28 17:00:00'],
  'property.unclaimed-after-six-months': [],
  'property.no-list': ['property.seizure-list 2026-03-02 10:00:00'],
  // 七日内作出处理决定.
  'property.evidence-decided-on-the-seventh-day': [],
  'property.evidence-decided-on-the-eighth-day': ['property.advance-registration 2026-03-10 00:00:00'],
  // What was registered in advance and is then seized needs the approval of a seizure.
  'property.evidence-seized-with-approval': [],
  'property.evidence-seized-without-approval': ['property.seizure-approval 2026-03-09 10:00:00'],
  // 收到申诉、控告之日起三十日以内.
  'property.complaint-answered-on-the-thirtieth-day': [],
  'property.complaint-answered-on-the-thirty-first-day': ['property.complaint-unanswered 2026-04-02 00:00:00'],
  // 冻结股权: 设区的市一级以上批准; 届满前续冻; 与案件无关的三日以内解除.
  'property.shares-frozen-by-the-city': [],
  'property.shares-frozen-by-the-county': ['property.freeze-approver 2026-03-02 10:00:00'],
  'property.freeze-renewed-on-the-last-day': [],
  'property.freeze-renewed-a-day-late': ['property.freeze-term 2026-09-02 00:00:00'],
  'property.account-freed-on-the-third-day': [],
  'property.account-freed-on-the-fourth-day': ['property.freeze-unrelated 2026-03-13 00:00:00'],
  // 侦查人员或者公安机关其他工作人员不得代为领取.
  'property.collected-by-who-the-victim-sent': [],
  'property.collected-by-an-officer': ['property.given-back-wrongly 2026-03-05 10:00:00'],
  // 逐一编号登记: a day from the receipt is the setting that ships.
  'property.entered-in-the-ledger-in-a-day': [],
  'property.entered-in-the-ledger-a-minute-late': ['property.ledger 2026-03-03 15:00:00'],
  // 不得挪作他用.
  'property.used-for-an-experiment': [],
  'property.used-for-an-errand': ['property.misused 2026-03-05 12:00:00'],
  // 及时书面告知当事人: three days are the setting that ships.
  'property.told-of-the-longer-seizure-on-the-third-day': [],
  'property.told-of-the-longer-seizure-on-the-fourth-day': ['property.not-told 2026-04-03 00:00:00'],
  // 二十四小时内送交登记 what is sealed; 上交 a vehicle held in traffic; 补办 what was taken on the spot.
  'property.sealed-and-reported-in-a-day': [],
  'property.sealed-and-reported-a-minute-late': ['property.papers-late 2026-03-03 10:00:00'],
  'property.car-in-the-yard-in-a-day': [],
  'property.car-in-the-yard-a-minute-late': ['property.traffic-not-handed-in 2026-03-03 10:00:00'],
  'property.approved-a-day-after-the-spot': [],
  'property.approved-a-minute-late': ['property.seizure-approval 2026-03-03 10:00:00'],
  // 期限为三十日.
  'property.returned-on-the-thirtieth-day': [],
  'property.returned-on-the-thirty-first-day': ['property.period-over 2026-04-02 00:00:00'],
  // 人民警察不得少于二人: an auxiliary is not the second. 严禁由办案人员自行保管.
  'property.seized-by-two-officers': [],
  'property.seized-with-an-auxiliary': ['property.seizure-officers 2026-03-02 10:00:00'],
  'property.kept-by-the-custodian': [],
  'property.kept-by-who-took-it': ['property.self-kept 2026-03-02 15:00:00'],
  // 与案件无关的三日以内退还; 及时发还被侵害人, ten days are the setting that ships.
  'property.unrelated-returned-on-the-third-day': [],
  'property.unrelated-returned-on-the-fourth-day': ['property.unrelated-not-returned 2026-03-13 00:00:00'],
  'property.victim-has-it-back-on-the-tenth-day': [],
  'property.victim-has-it-back-on-the-eleventh-day': ['property.victim-not-returned 2026-03-14 00:00:00'],
  // 派出所: a fine of a thousand yuan is its own power, one more is not.
  'case.station-thousand-yuan': [],
  'case.station-thousand-and-one': ['case.decider-power 2026-03-04 09:00:00'],
  'case.hearing-not-told': ['case.hearing-not-told 2026-03-04 09:00:00'],
  'case.edited-after-approval': ['case.edited-after-approval 2026-03-03 09:00:00'],
  'discretion.inside-band': [],
  'discretion.outside-with-reason': [],
  // 减轻 goes below the band; an act of 2025 is not measured by the bands of the new law.
  'discretion.mitigated-below-the-band': [],
  'discretion.act-before-the-new-bands': [],
  'discretion.outside-no-reason': ['discretion.outside-band 2026-03-04 09:00:00'],
  // 不得以治安管理处罚代替刑事处罚.
  'discretion.minor-injury-filed-as-a-crime': [],
  'discretion.minor-injury-fined': ['discretion.downgraded 2026-03-12 10:00:00'],
  // 在规定时限内报送纠正情况: the day is the letter's own.
  'discretion.letter-answered-on-its-day': [],
  'discretion.letter-answered-a-day-late': ['discretion.letter-unanswered 2026-03-17 00:00:00'],
  // 一年以内曾受过治安管理处罚的，从重; 主动投案的，从轻、减轻或者不予处罚.
  'discretion.punished-before-and-counted': [],
  'discretion.punished-before-not-counted': ['discretion.not-aggravated 2026-03-04 09:00:00'],
  'discretion.surrendered-and-counted': [],
  'discretion.surrendered-not-counted': ['discretion.not-mitigated 2026-03-04 09:00:00'],
  // A band of the law before 2026 ends with it.
  'discretion.old-band-withdrawn-with-the-old-law': [],
  'discretion.old-band-left-standing': ['discretion.stale-band 2026-01-01 00:00:00'],
}

describe('journals of cases, property, calls and discretion, written by hand', () =>
  holdExamples('docs/examples/casework', findings))
