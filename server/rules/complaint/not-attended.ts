import { first } from '../patterns/case-file.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { supervisionRegulation } from '../patterns/enactments.ts'
import { limitFrom } from '../patterns/limit.ts'

/** 正在发生的投诉 (legal table O, du-complaint-now): 及时 has no number, the minutes are the bureau's. */
export const complaintNotAttended = deedWithin({
  id: 'complaint.not-attended',
  title: {
    zh: '投诉正在发生的违法违纪行为，督察未及时出警',
    en: 'Nobody of supervision went where a breach was reported as happening',
  },
  grade: 'A',
  citations: [
    supervisionRegulation(
      '第九条',
      '督察机构对群众投诉的正在发生的公安机关及其人民警察违法违纪行为，应当及时出警，按照规定给予现场处置，并将处理结果及时反馈投诉人。',
    ),
    supervisionRegulation(
      '第九条',
      '投诉人的投诉事项已经进入信访、行政复议或者行政诉讼程序的，督察机构应当将投诉材料移交有关部门。',
    ),
  ],
  params: limitFrom('2011-10-01', 30, 'minute'),
  localSettings: [
    { param: 'amount', title: { zh: '“及时出警”的时限', en: 'What counts as going in time' }, unit: 'minute' },
  ],
  limits: {
    zh: '“及时”没有数字，为本局设定；以登记为正在发生的投诉为限。已进入信访、复议、诉讼程序而移交的，不再出警。线索不归到被投诉单位名下。',
    en: '“In time” has no number and is a setting; only complaints marked as happening now. One handed over, because it is in another procedure already, needs no visit. The finding stands under no unit, lest the one complained of reads it.',
  },
  consumes: ['complaint.received', 'complaint.attended', 'complaint.handed-over'],
  subject: (o) => o.data.complaint,
  begins(file) {
    const received = first(file, 'complaint.received')
    if (!received?.data.happeningNow) return undefined
    return { at: received.at, seen: [received], unit: null, facts: { channel: received.data.channel } }
  },
  fallsAwayWith: ['complaint.handed-over'],
  done: (file) => first(file, 'complaint.attended', 'complaint.handed-over'),
})
