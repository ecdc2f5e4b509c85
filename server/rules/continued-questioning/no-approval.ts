import type { Register } from '../../domain/register.ts'
import type { Instant } from '../../domain/time.ts'
import { all, type CaseFile, type Seen } from '../patterns/case-file.ts'
import { continuedQuestioning, policeLaw } from '../patterns/enactments.ts'
import { held } from '../patterns/held.ts'
import { inForceFrom, noNumber } from '../patterns/none.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const continuedQuestioningNoApproval = wrongWhen({
  id: 'continued-questioning.no-approval',
  title: {
    zh: '未经审批即送入候问室或者开始继续盘问',
    en: 'A person was put in the waiting room or questioned on before approval',
  },
  grade: 'A',
  citations: [
    continuedQuestioning('第十二条', '（三）适用继续盘问不履行审批、登记手续；'),
    continuedQuestioning('第十四条', '未批准继续盘问的，应当立即释放。'),
    policeLaw('第九条', '可以将其带至公安机关，经该公安机关批准，对其继续盘问:'),
  ],
  paramSchema: noNumber,
  params: inForceFrom('2004-10-01'),
  limits: {
    zh: '只看进入候问室或者盘问之前有无批准；传唤询问的间隙在候问室的不算；看不到纸质审批而未录入的情形。',
    en: 'Looks for an approval before an entry into a waiting room or questioning; the gaps of a summons spent in the waiting room do not count; an approval on paper only is not seen.',
  },
  consumes: ['measure.started', 'measure.decided', 'room.entered', 'act.started'],
  subject: (o) =>
    o.kind === 'act.started' && o.data.kind !== 'continued-questioning' ? undefined : held('continued-questioning')(o),
  judge(file, _, { register, subject }) {
    for (const used of all(file, 'room.entered', 'act.started')) {
      const told = all(file, 'measure.decided').filter((d) => d.at <= used.at)
      const last = (measure: string) => told.findLast((d) => d.data.measure === measure)
      const open = told.filter((d) => d.data.decision === 'approved' && isOpen(d.data.measure, used.at, register))
      if (open.some((d) => last(d.data.measure) === d)) continue
      const its = visitOf(file, used, register)
      if (used.kind === 'room.entered' && (!its || !isWaiting(used, subject, register))) continue
      // No word of the measure at all: not approved and not sent look the same.
      if (!its) return { missing: 'measure.started' }
      const refused = told.filter((d) => d.data.decision === 'refused' && isOpen(d.data.measure, used.at, register))
      return {
        since: used.at,
        seen: [its, used, ...refused],
        unit: its.data.unit,
        officers: its.kind === 'measure.started' ? its.data.officers : [],
        facts: { measure: its.data.measure, person: subject, refused: refused.length > 0 },
      }
    }
    return undefined
  },
})

type Kind = 'measure.started' | 'measure.decided' | 'room.entered' | 'act.started'
type Used = Seen<'room.entered' | 'act.started'>

const isOpen = (measure: string, at: Instant, { custody }: Register): boolean => {
  const endedAt = custody.measure(measure)?.endedAt
  return endedAt === undefined || at <= endedAt
}

/** The continued questioning that the person was brought for: begun before, or decided or begun later in the same stay. */
const visitOf = (file: CaseFile<Kind>, used: Used, register: Register) =>
  all(file, 'measure.started', 'measure.decided').find(({ at, data }) => {
    if (!isOpen(data.measure, used.at, register)) return false
    const arrivedAt = register.custody.stay(data.stay)?.arrivedAt
    return at <= used.at || (arrivedAt !== undefined && arrivedAt <= used.at)
  })

/** A waiting room, used for no other measure: the gaps of questioning after a summons may be spent there. */
const isWaiting = ({ at, data }: Seen<'room.entered'>, person: string, { custody }: Register): boolean =>
  custody.room(data.room)?.kind === 'waiting-room' &&
  custody.measuresAt(person, at).every((m) => m.kind === 'continued-questioning')
