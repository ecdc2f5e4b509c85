import { cityBureaus, otherDeciders } from '../patterns/approvers.ts'
import { all, first } from '../patterns/case-file.ts'
import { criminalProcedure, criminalProcedureLaw } from '../patterns/enactments.ts'
import { approvedBy, priorApproval } from '../patterns/prior-approval.ts'
import { byMeasure } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const designatedPlaceApproval = wrongWhen({
  id: 'coercive-measure.designated-place-approval',
  title: {
    zh: '有住处而在指定居所监视居住，未经上一级公安机关批准',
    en: 'Residential surveillance at a designated place, in spite of a home, without approval by the bureau above',
  },
  grade: 'A',
  citations: [
    criminalProcedureLaw(
      '第七十五条',
      '对于涉嫌危害国家安全犯罪、恐怖活动犯罪，在住处执行可能有碍侦查的，经上一级公安机关批准，也可以在指定的居所执行。',
    ),
    criminalProcedure(
      '第一百一十一条',
      '对于涉嫌危害国家安全犯罪、恐怖活动犯罪，在住处执行可能有碍侦查的，经上一级公安机关批准，也可以在指定的居所执行。',
    ),
  ],
  paramSchema: approvedBy,
  params: [{ from: '2013-01-01', value: { approvers: [...cityBureaus, ...otherDeciders] } }],
  limits: {
    zh: '以登记的处所、理由和批准人职务为准。理由登记为无固定住处的，可以指定居所，不需上一级批准；理由既没有危害国家安全、恐怖活动也没有无固定住处的，或者没有任何审批记录的，不作判断。检察院、法院决定由公安机关执行的，以其为批准人。',
    en: 'Goes by the place, the grounds and the rank of approval on record. Without a fixed home a place may be designated with no approval from above. With neither state security, terrorism nor the want of a home among the grounds, or with no decision on record, it does not judge. What procuratorate or court decided and the police execute has them as approver.',
  },
  consumes: ['measure.started', 'measure.decided'],
  subject: byMeasure('residential-surveillance'),
  judge(file, { approvers }) {
    if (first(file, 'measure.started')?.data.place !== 'designated') return undefined
    const grounds = all(file, 'measure.started', 'measure.decided').flatMap((s) => s.data.grounds)
    if (grounds.includes('no-fixed-home')) return undefined
    if (!grounds.some((g) => g === 'state-security' || g === 'terrorism')) return { missing: 'measure.decided grounds' }
    return first(file, 'measure.decided') ? priorApproval(file, approvers) : { missing: 'measure.decided' }
  },
})
