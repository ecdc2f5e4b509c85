import { describe } from 'vitest'
import { holdExamples } from './held-to.ts'

/** Journals written from docs/journal-format.md alone: supervision itself, complaints, petitions. */
const findings: Readonly<Record<string, readonly string[]>> = {
  // 停止执行职务10日以上60日以下；禁闭1日以上7日以下.
  'supervision.suspended-ten-days': [],
  'supervision.suspended-nine-days': ['supervision.measure-length 2026-03-02 09:00:00'],
  'supervision.confined-seven-days': [],
  'supervision.confined-eighth-day-begun': ['supervision.measure-overrun 2026-03-10 00:00:00'],
  // 报督察长批准后执行: an approval half an hour later came too late, and the finding stays.
  'supervision.suspended-once-the-chief-approved': [],
  'supervision.suspended-before-the-chief-approved': ['supervision.measure-unapproved 2026-03-02 11:00:00'],
  // 5日内；24小时内.
  'supervision.appeal-decided-on-the-fifth-day': [],
  'supervision.appeal-decided-on-the-sixth-day': ['supervision.measure-appeal 2026-03-08 00:00:00'],
  'supervision.appeal-against-confinement-in-24-hours': [],
  'supervision.appeal-against-confinement-a-minute-late': ['supervision.measure-appeal 2026-03-03 12:00:00'],
  // 扣留 only for misuse.
  'supervision.car-held-for-misuse': [],
  'supervision.car-held-for-dress': ['supervision.on-spot-measure 2026-03-02 09:00:00'],
  'supervision.without-sign': ['supervision.without-sign 2026-03-02 09:00:00'],
  'supervision.overruled-with-approval': [],
  'supervision.overruled-without-approval': ['supervision.overruled-unapproved 2026-03-02 11:00:00'],
  // 及时出警: thirty minutes, and 24 hours to tell the result, are the settings that ship.
  'complaint.attended-in-half-an-hour': [],
  'complaint.attended-a-minute-late': ['complaint.not-attended 2026-03-02 09:30:00'],
  'complaint.in-court-already': [],
  'complaint.never-fed-back': ['complaint.not-fed-back 2026-03-03 09:15:00'],
  // 不得透露或者转给被检举、揭发的人员或者单位.
  'complaint.read-by-supervision': [],
  'complaint.read-by-the-officer-complained-of': ['complaint.leaked 2026-03-02 15:00:00'],
  'complaint.sent-to-the-unit-complained-of': ['complaint.leaked 2026-03-02 15:00:00'],
  // 15日内书面告知.
  'petition.told-on-the-fifteenth-day': [],
  'petition.told-on-the-sixteenth-day': ['petition.not-told 2026-03-18 00:00:00'],
  'petition.told-by-word-of-mouth': ['petition.not-told 2026-03-18 00:00:00'],
  'petition.without-an-address': [],
  // 5个工作日: a week-end lies between.
  'petition.objected-on-the-fifth-working-day': [],
  'petition.objected-on-the-sixth-working-day': ['petition.objection-late 2026-03-13 00:00:00'],
  // 60日, and 30 more with approval and the reason told.
  'petition.closed-on-the-sixtieth-day': [],
  'petition.closed-on-the-ninetieth-day': [],
  'petition.prolonged-and-nobody-told': ['petition.closed-late 2026-05-02 00:00:00'],
  // 听证所需时间不计算: for the re-check only.
  'petition.re-checked-in-thirty-days-and-a-hearing': [],
  'petition.reviewed-in-thirty-two-days': ['petition.review-late 2026-04-02 00:00:00'],
}

describe('journals of supervision itself, complaints and petitions, written by hand', () =>
  holdExamples('docs/examples/supervision', findings))
