import { z } from 'zod'
import { minutes } from '../../domain/time.ts'
import { bureauChiefs, ranks } from '../patterns/approvers.ts'
import { all, first } from '../patterns/case-file.ts'
import { detentionHouses, lockups } from '../patterns/enactments.ts'
import { byUse, insideAt } from '../patterns/facility.ts'
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
  params: [{ from: '1990-03-17', value: { approvers: ['facility-director', ...bureauChiefs], urgentMinutes: 60 } }],
  localSettings: [
    {
      param: 'urgentMinutes',
      title: { zh: '紧急使用后报告的时间', en: 'Time to report an urgent use' },
      unit: 'minute',
    },
  ],
  limits: {
    zh: '以收押、出所登记判断是否在所，被带出期间不算在所；紧急先行使用的报告时间是本地设定，只适用于看守所。死刑犯必须加戴械具的，登记为已批准。',
    en: 'Whether the person is inside goes by admissions, outings and releases; the time to report an urgent use is a local setting and holds for detention houses only. For those sentenced to death the restraint is registered as approved.',
  },
  consumes: [
    'restraint.applied',
    'restraint.approved',
    'custody.admitted',
    'custody.released',
    'custody.taken-out',
    'custody.returned',
  ],
  keeps: ['restraint.applied', 'restraint.approved'],
  subject: byUse,
  lawAt: (file) => file.at(-1)!.at,
  judge(file, law, { now, register: { custody } }) {
    const used = first(file, 'restraint.applied')
    const inside = used && insideAt(custody, used.data.person, used.at)
    if (!inside || !['detention-house', 'lockup'].includes(inside.facilityKind)) return undefined
    const approved = all(file, 'restraint.approved').find((a) => law.approvers.includes(a.data.rank))
    const urgent = used.data.urgent && inside.facilityKind === 'detention-house'
    const latest = urgent ? used.at + minutes(law.urgentMinutes) : used.at
    if (approved && approved.at <= latest) return undefined
    if (!approved && now <= latest && urgent) return { dueAt: latest, startedAt: used.at }
    return {
      since: latest,
      seen: approved ? [[inside.seq], used, approved] : [[inside.seq], used],
      unit: inside.facility,
      officers: used.data.officers,
      facts: { kind: used.data.kind, urgent, person: used.data.person },
    }
  },
})
