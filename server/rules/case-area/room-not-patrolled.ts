import { z } from 'zod'
import { minutes } from '../../domain/time.ts'
import { all } from '../patterns/case-file.ts'
import { continuedQuestioning } from '../patterns/enactments.ts'
import { isAuxiliary } from '../patterns/officers.ts'
import { roomsOf } from '../patterns/rooms-of.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const roomNotPatrolled = wrongWhen({
  id: 'case-area.room-not-patrolled',
  title: { zh: '候问室有人时人民警察未巡查', en: 'No police officer looked into an occupied waiting room' },
  grade: 'A',
  citations: [
    continuedQuestioning(
      '第二十九条',
      '候问室有被盘问人时，应当由人民警察值班、看管和巡查，如实记录有关情况，并做好交接工作；',
    ),
  ],
  paramSchema: z.object({ everyMinutes: z.number() }),
  params: [{ from: '2004-10-01', value: { everyMinutes: 15 } }],
  localSettings: [{ param: 'everyMinutes', title: { zh: '巡查间隔', en: 'Time between patrols' }, unit: 'minute' }],
  shipsOff: {
    zh: '法律没有规定巡查间隔；由本局设定间隔并接入巡更数据后启用。',
    en: 'The law gives no interval; the bureau sets one and connects guard tours before switching it on.',
  },
  limits: {
    zh: '分钟数是本地设定；没有登记过的巡更感知时不作判断；辅警巡查不算。',
    en: 'The minutes are a local setting; without a declared guard-tour source it does not judge; an auxiliary’s patrol does not count.',
  },
  consumes: ['room.entered', 'room.left', 'room.patrolled', 'person.departed'],
  subject: roomsOf,
  judge(file, { everyMinutes }, { now, register, subject: room }) {
    const { custody } = register
    if (custody.room(room)?.kind !== 'waiting-room') return undefined
    const inside = custody.presence(room).filter((p) => p.as === 'held' && p.to === undefined)
    if (inside.length === 0) return undefined
    const since = Math.min(...inside.map((p) => p.from))
    if (!custody.sees(room, 'guard', since, now)) return { missing: 'sensor.installed watches guard' }
    const patrol = all(file, 'room.patrolled').findLast((p) => !isAuxiliary(register, p.data.officer))
    const from = Math.max(since, patrol?.at ?? 0)
    const dueAt = from + minutes(everyMinutes)
    if (now <= dueAt) return { dueAt, startedAt: from }
    return {
      since: dueAt,
      seen: [...inside.map((p) => p.evidence), ...(patrol ? [patrol] : [])],
      unit: custody.room(room)?.unit,
      facts: { room, everyMinutes },
    }
  },
})
