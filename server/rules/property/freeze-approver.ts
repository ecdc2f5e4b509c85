import { z } from 'zod'
import { days } from '../../domain/time.ts'
import { bureauChiefs, cityBureaus, ranks } from '../patterns/approvers.ts'
import { all, first } from '../patterns/case-file.ts'
import { criminalProcedure } from '../patterns/enactments.ts'
import { byAccount } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

const schema = z.object({ approvers: ranks, equityApprovers: ranks, listedApprovers: ranks })

/** 冻结审批 (legal table J, prop-freeze-term). */
export const freezeApprover = wrongWhen<'property.frozen' | 'property.freeze-renewed', z.infer<typeof schema>>({
  id: 'property.freeze-approver',
  title: { zh: '冻结财产未经有权机关负责人批准', en: 'Assets were frozen without the approval they need' },
  grade: 'B',
  citations: [
    criminalProcedure('第二百三十九条', '需要冻结犯罪嫌疑人财产的，应当经县级以上公安机关负责人批准', '2020-09-01'),
    criminalProcedure(
      '第二百三十九条',
      '冻结股权、保单权益的，应当经设区的市一级以上公安机关负责人批准。',
      '2020-09-01',
    ),
    criminalProcedure('第二百三十九条', '冻结上市公司股权的，应当经省级以上公安机关负责人批准。', '2020-09-01'),
    criminalProcedure(
      '第二百四十条',
      '需要延长冻结期限的，应当按照原批准权限和程序，在冻结期限届满前办理继续冻结手续。',
      '2020-09-01',
    ),
  ],
  paramSchema: schema,
  params: [
    {
      from: '2020-09-01',
      value: { approvers: bureauChiefs, equityApprovers: cityBureaus, listedApprovers: ['provincial-bureau'] },
    },
  ],
  limits: {
    zh: '只看刑事案件，以登记的审批职级为准。',
    en: 'Criminal cases only; goes by the rank of the approver on record.',
  },
  consumes: ['property.frozen', 'property.freeze-renewed'],
  subject: byAccount,
  remembersMs: days(800),
  judge(file, law) {
    const frozen = first(file, 'property.frozen')
    if (frozen?.data.type !== 'criminal') return undefined
    const { asset, unit } = frozen.data
    const competent =
      asset === 'listed-equity'
        ? law.listedApprovers
        : asset === 'equity' || asset === 'policy'
          ? law.equityApprovers
          : law.approvers
    const wrong = all(file, 'property.frozen', 'property.freeze-renewed').find((f) => !competent.includes(f.data.rank))
    if (!wrong) return undefined
    return {
      since: wrong.at,
      seen: [wrong],
      unit,
      officers: wrong.data.by === null ? [] : [wrong.data.by],
      facts: { asset, rank: wrong.data.rank, needs: competent[0] ?? null },
    }
  },
})
