import { z } from 'zod'
import { bureauChiefs, ranks } from '../patterns/approvers.ts'
import { first } from '../patterns/case-file.ts'
import { lockupRules, unread } from '../patterns/elsewhere.ts'
import { isAuxiliary } from '../patterns/officers.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const takenOutByTwo = wrongWhen({
  id: 'detention.taken-out-by-two',
  title: {
    zh: '提解被拘留人少于二人或者未经批准',
    en: 'A person was taken out of the lock-up by fewer than two, or without approval',
  },
  grade: 'A',
  citations: [
    lockupRules(
      '第五十五条',
      '提解被拘留人出所，凭县级以上办案单位负责人的书面意见，报主管公安机关批准，由二名以上民警办理。',
    ),
  ],
  paramSchema: z.object({ least: z.number(), approvers: ranks }),
  params: [{ from: '2012-12-14', value: { least: 2, approvers: bureauChiefs } }],
  shipsOff: unread,
  limits: {
    zh: '以出所登记的人员和批准人职务为准，辅警不计；所内询问见会见登记，由人核查。',
    en: 'Goes by the escort and the approver on the record, auxiliaries not counted; questioning inside is for people to check.',
  },
  consumes: ['custody.taken-out'],
  subject: ({ data }) =>
    data.facilityKind === 'lockup' && ['interrogation', 'identification'].includes(data.purpose)
      ? data.outing
      : undefined,
  judge(file, { least, approvers }, { register }) {
    const out = first(file, 'custody.taken-out')
    if (!out) return undefined
    const { officers, rank, facility, person } = out.data
    const police = [...new Set(officers)].filter((o) => !isAuxiliary(register, o)).length
    const approved = rank !== null && approvers.includes(rank)
    if (approved && police >= least) return undefined
    return { since: out.at, seen: [out], unit: facility, officers, facts: { police, approved, rank, person } }
  },
})
