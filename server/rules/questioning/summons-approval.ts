import { departmentChiefs } from '../patterns/approvers.ts'
import { adminProcedure, publicOrder2012, publicOrder2025 } from '../patterns/enactments.ts'
import { approvedBy, priorApproval } from '../patterns/prior-approval.ts'
import { byMeasure } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const questioningSummonsApproval = wrongWhen({
  id: 'questioning.summons-approval',
  title: {
    zh: '使用传唤证传唤未经办案部门负责人批准',
    en: 'A written summons was used without approval by the head of the case unit',
  },
  grade: 'B',
  citations: [
    publicOrder2025(
      '第九十六条',
      '需要传唤违反治安管理行为人接受调查的，经公安机关办案部门负责人批准，使用传唤证传唤。',
    ),
    publicOrder2012(
      '第八十二条',
      '需要传唤违反治安管理行为人接受调查的，经公安机关办案部门负责人批准，使用传唤证传唤。',
    ),
    adminProcedure(
      '第六十七条',
      '需要传唤违法嫌疑人接受调查的，经公安派出所、县级以上公安机关办案部门或者出入境边防检查机关负责人批准，使用传唤证传唤。',
    ),
  ],
  paramSchema: approvedBy,
  params: [{ from: '2006-03-01', value: { approvers: departmentChiefs } }],
  limits: {
    zh: '以办案系统所记的批准时间和批准人职务为准。',
    en: 'Goes by the time and rank of approval that the case system records.',
  },
  consumes: ['measure.started', 'measure.decided'],
  subject: byMeasure('summons-written'),
  judge: (file, { approvers }) => priorApproval(file, approvers),
})
