import { z } from 'zod'
import { days, minutes } from '../../domain/time.ts'
import { ranks } from '../patterns/approvers.ts'
import { all } from '../patterns/case-file.ts'
import { detentionHouses, lockups } from '../patterns/enactments.ts'
import { byPerson } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const facilityApproval = wrongWhen({
  id: 'restraint.facility-approval',
  title: {
    zh: '看守所、拘留所使用械具未经所长批准',
    en: 'A restraint in a detention house or lock-up without the director’s approval',
  },
  grade: 'A',
  citations: [
    detentionHouses(
      '第十七条',
      '对有事实表明可能行凶、暴动、脱逃、自杀的人犯，经看守所所长批准，可以使用械具。在紧急情况下，可以先行使用，然后报告看守所所长。',
    ),
    lockups('第二十三条', '拘留所人民警察对被拘留人使用警械应当经拘留所所长批准，并遵守有关法律、行政法规的规定。'),
  ],
  paramSchema: z.object({ approvers: ranks, urgentMinutes: z.number() }),
  params: [{ from: '1990-03-17', value: { approvers: ['facility-director'], urgentMinutes: 60 } }],
  localSettings: [
    {
      param: 'urgentMinutes',
      title: { zh: '紧急使用后报告的时间', en: 'Time to report an urgent use' },
      unit: 'minute',
    },
  ],
  remembersMs: days(400),
  limits: {
    zh: '以收押、出所登记判断是否在所；紧急先行使用的报告时间是本地设定，只适用于看守所。死刑犯必须加戴械具的，登记为已批准。',
    en: 'Whether the person is inside goes by admissions and releases; the time to report an urgent use is a local setting and holds for detention houses only. For those sentenced to death the restraint is registered as approved.',
  },
  consumes: ['restraint.applied', 'restraint.approved', 'custody.admitted', 'custody.released'],
  subject: byPerson,
  lawAt: (file) => file.at(-1)!.at,
  judge(file, law, { now }) {
    for (const used of all(file, 'restraint.applied')) {
      const inside = all(file, 'custody.admitted', 'custody.released').findLast((s) => s.at <= used.at)
      if (inside?.kind !== 'custody.admitted' || !['detention-house', 'lockup'].includes(inside.data.facilityKind))
        continue
      const approved = all(file, 'restraint.approved').find(
        (a) => a.data.use === used.data.use && law.approvers.includes(a.data.rank),
      )
      const urgent = used.data.urgent && inside.data.facilityKind === 'detention-house'
      const latest = urgent ? used.at + minutes(law.urgentMinutes) : used.at
      if (approved && approved.at <= latest) continue
      if (!approved && now <= latest && urgent) return { dueAt: latest, startedAt: used.at }
      return {
        since: latest,
        seen: approved ? [inside, used, approved] : [inside, used],
        unit: inside.data.facility,
        officers: used.data.officers,
        facts: { kind: used.data.kind, urgent, person: used.data.person },
      }
    }
    return undefined
  },
})
