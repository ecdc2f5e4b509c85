import { bureauChiefs } from '../patterns/approvers.ts'
import { criminalProcedure } from '../patterns/enactments.ts'
import { approvedBy, priorApproval } from '../patterns/prior-approval.ts'
import { byMeasure } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const compelledAppearanceApproval = wrongWhen({
  id: 'coercive-measure.compelled-appearance-approval',
  title: {
    zh: '拘传未经县级以上公安机关负责人批准',
    en: 'A compelled appearance without approval by the county bureau’s chief',
  },
  grade: 'A',
  citations: [
    criminalProcedure('第七十八条', '需要拘传的，应当填写呈请拘传报告书，并附有关材料，报县级以上公安机关负责人批准。'),
  ],
  paramSchema: approvedBy,
  params: [{ from: '2013-01-01', value: { approvers: bureauChiefs } }],
  limits: {
    zh: '以办案系统所记的批准时间和批准人职务为准。',
    en: 'Goes by the time and rank of approval that the case system records.',
  },
  consumes: ['measure.started', 'measure.decided'],
  subject: byMeasure('compelled-appearance'),
  judge: (file, { approvers }) => priorApproval(file, approvers),
})
