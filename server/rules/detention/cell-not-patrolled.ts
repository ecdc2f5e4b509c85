import { z } from 'zod'
import { minutes } from '../../domain/time.ts'
import { all } from '../patterns/case-file.ts'
import { detentionHouses, lockups } from '../patterns/enactments.ts'
import { isAuxiliary } from '../patterns/officers.ts'
import { roomsOf } from '../patterns/rooms-of.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const cellNotPatrolled = wrongWhen({
  id: 'detention.cell-not-patrolled',
  title: { zh: '监室有人时值班人员未巡视', en: 'No one on duty looked into an occupied cell' },
  grade: 'A',
  citations: [
    detentionHouses('第十六条', '看守所实行二十四小时值班制度。值班人员应当坚守岗位，随时巡视监房。'),
    lockups(
      '第十四条',
      '拘留所应当建立值班巡视制度和突发事件应急机制。值班巡视人员应当严守岗位，发现问题及时报告并妥善处理。',
    ),
  ],
  paramSchema: z.object({ everyMinutes: z.number() }),
  params: [{ from: '1990-03-17', value: { everyMinutes: 30 } }],
  localSettings: [{ param: 'everyMinutes', title: { zh: '巡视间隔', en: 'Time between rounds' }, unit: 'minute' }],
  shipsOff: {
    zh: '法律没有规定巡视间隔；由本局设定间隔并接入巡更数据后启用。',
    en: 'The law gives no interval; the bureau sets one and connects guard tours before switching it on.',
  },
  limits: {
    zh: '分钟数是本地设定；没有登记过的巡更感知时不作判断；辅警巡视不算；值班人数、带班领导不在本条判断之内。',
    en: 'The minutes are a local setting; without a declared guard-tour source it does not judge; an auxiliary’s round does not count. How many are on duty and who leads is not judged here.',
  },
  consumes: ['room.entered', 'room.left', 'room.patrolled'],
  subject: roomsOf,
  lawAt: (file) => file.at(-1)!.at,
  judge(file, { everyMinutes }, { now, register, subject: room }) {
    const { custody } = register
    if (custody.room(room)?.kind !== 'cell') return undefined
    const inside = custody.presence(room).filter((p) => p.as === 'held' && p.to === undefined)
    if (inside.length === 0) return undefined
    const since = Math.min(...inside.map((p) => p.from))
    const patrol = all(file, 'room.patrolled').findLast((p) => !isAuxiliary(register, p.data.officer))
    const from = Math.max(since, patrol?.at ?? 0)
    if (!custody.sees(room, 'guard', from, now)) return { missing: 'sensor.installed watches guard' }
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
