import { z } from 'zod'
import { endOfDays } from '../../domain/calendar.ts'
import { bureauChiefs, ranks } from '../patterns/approvers.ts'
import { all, first } from '../patterns/case-file.ts'
import { detentionHouseRules, unread } from '../patterns/elsewhere.ts'
import { detentionHouses } from '../patterns/enactments.ts'
import { byUse, insideAt } from '../patterns/facility.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const wornTooLong = wrongWhen({
  id: 'restraint.worn-too-long',
  title: {
    zh: '看守所使用械具超过十五日未经主管公安机关批准',
    en: 'A restraint in the detention house was worn for more than fifteen days without the bureau’s approval',
  },
  grade: 'A',
  citations: [
    detentionHouses('第十七条', '上述情形消除后，应当予以解除。'),
    detentionHouseRules('第二十条', '使用手铐、脚镣的时间除死刑犯外一般不超过十五日，须延长的报主管公安局、处长批准。'),
  ],
  paramSchema: z.object({ mostDays: z.number(), kinds: z.array(z.string()), approvers: ranks }),
  params: [{ from: '1991-10-05', value: { mostDays: 15, kinds: ['handcuffs', 'leg-irons'], approvers: bureauChiefs } }],
  shipsOff: unread,
  limits: {
    zh: '以收押登记判断是否在所；死刑犯必须加戴械具的，登记为已由主管公安机关批准。',
    en: 'Whether the person is inside goes by admissions and releases; for those sentenced to death the restraint is registered as approved by the bureau.',
  },
  consumes: ['restraint.applied', 'restraint.removed', 'restraint.approved', 'custody.admitted', 'custody.released'],
  keeps: ['restraint.applied', 'restraint.removed', 'restraint.approved'],
  subject: byUse,
  lawAt: (file) => file.at(-1)!.at,
  judge(file, { mostDays, kinds, approvers }, { now, register: { custody } }) {
    const used = first(file, 'restraint.applied')
    const inside = used && insideAt(custody, used.data.person, used.at)
    if (inside?.facilityKind !== 'detention-house' || !kinds.includes(used!.data.kind)) return undefined
    const longer = all(file, 'restraint.approved').some((a) => approvers.includes(a.data.rank))
    const off = first(file, 'restraint.removed')
    const dueAt = endOfDays(used!.at, mostDays)
    if (longer || (off && off.at <= dueAt)) return undefined
    if (now <= dueAt) return { dueAt, startedAt: used!.at }
    return {
      since: dueAt,
      seen: off ? [[inside.seq], used!, off] : [[inside.seq], used!],
      unit: inside.facility,
      officers: used!.data.officers,
      facts: { kind: used!.data.kind, mostDays, person: used!.data.person },
    }
  },
})
