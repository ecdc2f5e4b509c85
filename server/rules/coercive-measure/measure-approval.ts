import { bureauChiefs, otherDeciders } from '../patterns/approvers.ts'
import { first } from '../patterns/case-file.ts'
import { criminalProcedure } from '../patterns/enactments.ts'
import { approvedBy, priorApproval } from '../patterns/prior-approval.ts'
import { byMeasure } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const measureApproval = wrongWhen({
  id: 'coercive-measure.measure-approval',
  title: {
    zh: '拘留、取保候审、监视居住未经县级以上公安机关负责人批准',
    en: 'Detention, bail or residential surveillance without approval by the county bureau’s chief',
  },
  grade: 'A',
  citations: [
    criminalProcedure(
      '第一百二十五条',
      '拘留犯罪嫌疑人，应当填写呈请拘留报告书，经县级以上公安机关负责人批准，制作拘留证。',
    ),
    criminalProcedure(
      '第八十三条',
      '需要对犯罪嫌疑人取保候审的，应当制作呈请取保候审报告书，说明取保候审的理由、采取的保证方式以及应当遵守的规定，经县级以上公安机关负责人批准，制作取保候审决定书。',
    ),
    criminalProcedure(
      '第一百一十条',
      '对犯罪嫌疑人监视居住，应当制作呈请监视居住报告书，说明监视居住的理由、采取监视居住的方式以及应当遵守的规定，经县级以上公安机关负责人批准，制作监视居住决定书。',
    ),
  ],
  paramSchema: approvedBy,
  params: [{ from: '2013-01-01', value: { approvers: [...bureauChiefs, ...otherDeciders] } }],
  limits: {
    zh: '以办案系统所记的批准时间和批准人职务为准；没有任何审批记录的，分不清是没有批准还是没有报送，不作判断。检察院、法院决定由公安机关执行的，以其为批准人。',
    en: 'Goes by the time and rank of approval that the case system records; with no decision on record it cannot tell one never made from one never sent, and does not judge. What procuratorate or court decided and the police execute has them as approver.',
  },
  consumes: ['measure.started', 'measure.decided'],
  subject: byMeasure('criminal-detention', 'bail', 'residential-surveillance'),
  judge: (file, { approvers }) =>
    first(file, 'measure.decided') ? priorApproval(file, approvers) : { missing: 'measure.decided' },
})
