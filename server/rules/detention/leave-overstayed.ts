import { first } from '../patterns/case-file.ts'
import { lockups } from '../patterns/enactments.ts'
import { inForceFrom, noNumber } from '../patterns/none.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const leaveOverstayed = wrongWhen({
  id: 'detention.leave-overstayed',
  title: {
    zh: '被拘留人请假出所期满未归',
    en: 'A person on leave from the lock-up is not back when the leave ends',
  },
  grade: 'A',
  citations: [lockups('第二十八条', '被拘留人请假出所不归的，由拘留决定机关负责带回拘留所执行拘留。')],
  paramSchema: noNumber,
  params: inForceFrom('2012-04-01'),
  limits: {
    zh: '以批准的返回时间为准，未登记返回时间的不作判断；请假天数的通常上限（七日）见于未核对的实施办法，由人核查。',
    en: 'Goes by the time of return that was approved; without one it does not judge. The usual limit of seven days stands in rules that were not checked, and is for people to check.',
  },
  consumes: ['custody.taken-out', 'custody.returned'],
  subject: ({ data }) => data.outing,
  judge(file, _, { now }) {
    const out = first(file, 'custody.taken-out')
    if (out?.data.facilityKind !== 'lockup' || out.data.purpose !== 'leave') return undefined
    const { expectedBackAt: dueAt, facility, person } = out.data
    if (dueAt === null) return { missing: 'custody.taken-out expectedBackAt' }
    const back = first(file, 'custody.returned')
    if (back && back.at <= dueAt) return undefined
    if (now <= dueAt) return { dueAt, startedAt: out.at }
    return {
      since: dueAt,
      seen: back ? [out, back] : [out],
      unit: facility,
      facts: { person, backAt: back?.at ?? null },
    }
  },
})
