import { z } from 'zod'
import { minutes } from '../../domain/time.ts'
import { all } from '../patterns/case-file.ts'
import { continuedQuestioning } from '../patterns/enactments.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

/** 交接人数与实际不符 (legal table N, duty-handover: count mismatch). */
export const handoverCount = wrongWhen({
  id: 'duty.handover-count',
  title: {
    zh: '交接记录的在押人数与门禁所见不符',
    en: 'The number of persons handed over differs from what the doors show',
  },
  grade: 'B',
  citations: [
    continuedQuestioning(
      '第二十九条',
      '候问室有被盘问人时，应当由人民警察值班、看管和巡查，如实记录有关情况，并做好交接工作；',
    ),
  ],
  paramSchema: z.object({ aroundMinutes: z.number().min(0).max(120) }),
  params: [{ from: '2004-10-01', value: { aroundMinutes: 10 } }],
  localSettings: [
    {
      param: 'aroundMinutes',
      title: { zh: '前后容许相差的时间', en: 'How far the two moments may lie apart' },
      unit: 'minute',
    },
  ],
  limits: {
    zh: '只比对本单位登记的房间，且每间的门禁都在工作时才判断；记录的人数与交接前后任一时刻相符即可。',
    en: 'Only registered rooms of the unit, and only while the door of each works; it is enough that the number fits at any moment around the handover.',
  },
  consumes: ['duty.handed-over'],
  subject: (o) => (o.data.personsHeld === null ? undefined : o.data.handover),
  judge(file, { aroundMinutes }, { now, register: { custody } }) {
    const told = all(file, 'duty.handed-over').at(-1)
    if (!told || told.data.personsHeld === null) return undefined
    const [from, to] = [told.at - minutes(aroundMinutes), told.at + minutes(aroundMinutes)]
    const rooms = custody.rooms().filter((room) => room.unit === told.data.unit && holding.has(room.kind))
    const stays = rooms.flatMap((room) => custody.presence(room.room)).filter((p) => p.as === 'held')
    const at = (moment: number) =>
      new Set(stays.filter((p) => p.from <= moment && (p.to === undefined || p.to >= moment)).map((p) => p.who)).size
    const moments = [from, to, told.at, ...stays.flatMap((p) => [p.from, p.to ?? from])].filter(
      (m) => m >= from && m <= to,
    )
    if (moments.some((m) => at(m) === told.data.personsHeld)) return undefined
    const until = Math.min(to, now)
    if (rooms.length === 0 || !rooms.every((room) => custody.sees(room.room, 'entry', from, until)))
      return { missing: 'sensor.installed watches entry, in every room of the unit' }
    // Whoever comes or goes just after the handover may still make the number fit.
    if (now <= to) return { dueAt: to, startedAt: told.at }
    return {
      since: told.at,
      seen: [told, ...stays.filter((p) => p.from <= to && (p.to === undefined || p.to >= from)).map((p) => p.evidence)],
      unit: told.data.unit,
      officers: [...new Set([...told.data.from, ...told.data.to])],
      facts: { handover: told.data.handover, personsHeld: told.data.personsHeld, seenInside: at(told.at) },
    }
  },
})

const holding: ReadonlySet<string> = new Set([
  'waiting-room',
  'holding-room',
  'interrogation-room',
  'questioning-room',
  'check-room',
  'identification-room',
  'sobering-room',
  'cell',
])
