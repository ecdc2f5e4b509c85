import { first } from '../patterns/case-file.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { supervisionRegulation } from '../patterns/enactments.ts'
import { limitFrom } from '../patterns/limit.ts'

/** 处理结果反馈投诉人 (legal table O, du-complaint-now): 及时 has no number. */
export const complaintNotFedBack = deedWithin({
  id: 'complaint.not-fed-back',
  title: {
    zh: '督察出警后未及时将处理结果反馈投诉人',
    en: 'Whoever complained was not told what came of it',
  },
  grade: 'A',
  citations: [
    supervisionRegulation(
      '第九条',
      '督察机构对群众投诉的正在发生的公安机关及其人民警察违法违纪行为，应当及时出警，按照规定给予现场处置，并将处理结果及时反馈投诉人。',
    ),
  ],
  params: limitFrom('2011-10-01', 24, 'hour'),
  localSettings: [
    { param: 'amount', title: { zh: '“及时反馈”的时限', en: 'What counts as telling in time' }, unit: 'hour' },
  ],
  limits: {
    zh: '“及时”没有数字，为本局设定，自出警起算；投诉人匿名或者联系不上的，由人核查。线索不归到被投诉单位名下。',
    en: '“In time” has no number and is a setting, counted from the visit; where nobody knows who complained it is for people to check. The finding stands under no unit, lest the one complained of reads it.',
  },
  consumes: ['complaint.received', 'complaint.attended', 'complaint.fed-back', 'complaint.handed-over'],
  subject: (o) => o.data.complaint,
  begins(file) {
    const received = first(file, 'complaint.received')
    const attended = first(file, 'complaint.attended')
    if (!received?.data.happeningNow || !attended) return undefined
    const { channel } = received.data
    return { at: attended.at, seen: [received, attended], unit: null, officers: attended.data.by, facts: { channel } }
  },
  done: (file) => first(file, 'complaint.fed-back', 'complaint.handed-over'),
})
