import { z } from 'zod'
import { endOfDays } from '../../domain/calendar.ts'
import { days } from '../../domain/time.ts'
import { bureauChiefs, ranks } from '../patterns/approvers.ts'
import { all } from '../patterns/case-file.ts'
import { detentionHouseRules, unread } from '../patterns/elsewhere.ts'
import { detentionHouses } from '../patterns/enactments.ts'
import { byPerson } from '../patterns/subjects.ts'
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
  remembersMs: days(400),
  limits: {
    zh: '以收押登记判断是否在所；死刑犯必须加戴械具的，登记为已由主管公安机关批准。',
    en: 'Whether the person is inside goes by admissions and releases; for those sentenced to death the restraint is registered as approved by the bureau.',
  },
  consumes: ['restraint.applied', 'restraint.removed', 'restraint.approved', 'custody.admitted', 'custody.released'],
  subject: byPerson,
  lawAt: (file) => file.at(-1)!.at,
  judge(file, { mostDays, kinds, approvers }, { now }) {
    let soonest: { dueAt: number; startedAt: number } | undefined
    for (const used of all(file, 'restraint.applied').filter((u) => kinds.includes(u.data.kind))) {
      const inside = all(file, 'custody.admitted', 'custody.released').findLast((s) => s.at <= used.at)
      if (inside?.kind !== 'custody.admitted' || inside.data.facilityKind !== 'detention-house') continue
      const mine = (s: { readonly data: { readonly use: string } }) => s.data.use === used.data.use
      const longer = all(file, 'restraint.approved').some((a) => mine(a) && approvers.includes(a.data.rank))
      const off = all(file, 'restraint.removed').find(mine)
      const dueAt = endOfDays(used.at, mostDays)
      if (longer || (off && off.at <= dueAt)) continue
      if (now > dueAt)
        return {
          since: dueAt,
          seen: off ? [inside, used, off] : [inside, used],
          unit: inside.data.facility,
          officers: used.data.officers,
          facts: { kind: used.data.kind, mostDays, person: used.data.person },
        }
      soonest ??= { dueAt, startedAt: used.at }
    }
    return soonest
  },
})
