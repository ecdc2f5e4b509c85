import { z } from 'zod'
import { actsOf } from '../patterns/acts.ts'
import { departmentChiefs, ranks } from '../patterns/approvers.ts'
import { all, first } from '../patterns/case-file.ts'
import { publicOrder2025 } from '../patterns/enactments.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const sampleApproval = wrongWhen({
  id: 'inspection.sample-approval',
  title: {
    zh: '人身检查、采集信息样本未经办案部门负责人批准',
    en: 'A body check or sampling without approval by the head of the case unit',
  },
  grade: 'B',
  citations: [
    publicOrder2025(
      '第一百零二条',
      '需要对其人身进行检查，提取或者采集肖像、指纹信息和血液、尿液等生物样本的，经公安机关办案部门负责人批准后进行。',
    ),
  ],
  paramSchema: z.object({ approvers: ranks }),
  params: [{ from: '2026-01-01', value: { approvers: departmentChiefs } }],
  limits: {
    zh: '以采集、检查活动和批准的登记时间为准；是否重复采集由另一规则监督。',
    en: 'Goes by the recorded times of the act and of its approval; repeated sampling is another rule.',
  },
  consumes: ['act.started', 'act.approved'],
  subject: actsOf((a) => (a.kind === 'body-check' || a.kind === 'sampling') && a.caseType === 'public-order'),
  judge(file, { approvers }) {
    const started = first(file, 'act.started')
    if (!started) return undefined
    const ok = all(file, 'act.approved').some(
      (a) => a.at <= started.at && a.data.decision === 'approved' && approvers.includes(a.data.rank),
    )
    return ok
      ? undefined
      : {
          since: started.at,
          seen: [started, ...all(file, 'act.approved')],
          unit: started.data.unit,
          officers: started.data.officers,
          facts: { act: started.data.act, kind: started.data.kind },
        }
  },
})
