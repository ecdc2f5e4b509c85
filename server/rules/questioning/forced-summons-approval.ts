import { departmentChiefs } from '../patterns/approvers.ts'
import { adminProcedure, publicOrder2025 } from '../patterns/enactments.ts'
import { approvedBy, priorApproval } from '../patterns/prior-approval.ts'
import { byMeasure } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const questioningForcedSummonsApproval = wrongWhen({
  id: 'questioning.forced-summons-approval',
  title: { zh: '强制传唤未经办案部门负责人批准', en: 'A forced summons without approval by the head of the case unit' },
  grade: 'B',
  citations: [
    publicOrder2025(
      '第九十六条',
      '对无正当理由不接受传唤或者逃避传唤的人，经公安机关办案部门负责人批准，可以强制传唤。',
    ),
    adminProcedure(
      '第六十七条',
      '对无正当理由不接受传唤或者逃避传唤的违反治安管理、出境入境管理的嫌疑人以及法律规定可以强制传唤的其他违法嫌疑人，经公安派出所、县级以上公安机关办案部门或者出入境边防检查机关负责人批准，可以强制传唤。',
    ),
  ],
  paramSchema: approvedBy,
  params: [{ from: '2013-01-01', value: { approvers: departmentChiefs } }],
  limits: {
    zh: '以办案系统所记的批准时间和批准人职务为准；当场强制传唤的补批由另一规则监督。',
    en: 'Goes by the time and rank of approval that the case system records; approval after an on-the-spot measure is another rule.',
  },
  consumes: ['measure.started', 'measure.decided'],
  subject: (o) => (o.kind === 'measure.started' && o.data.onScene ? undefined : byMeasure('summons-forced')(o)),
  judge: (file, { approvers }) => priorApproval(file, approvers),
})
