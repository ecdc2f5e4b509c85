import { z } from 'zod'
import { seconds } from '../../domain/time.ts'
import { publicOrder2025 } from '../patterns/enactments.ts'
import { roomRule } from '../patterns/room-rule.ts'

export const equipmentDownOccupied = roomRule({
  id: 'case-area.equipment-down-occupied',
  title: {
    zh: '办案区房间有人时录音录像或者感知设备不工作',
    en: 'Recording or sensing equipment was down while someone was held in the room',
  },
  grade: 'A',
  citations: [
    publicOrder2025(
      '第一百三十七条',
      '公安机关应当履行同步录音录像运行安全管理职责，完善技术措施，定期维护设施设备，保障录音录像设备运行连续、稳定、安全。',
    ),
  ],
  paramSchema: z.object({ toleranceSeconds: z.number() }),
  params: [{ from: '2026-01-01', value: { toleranceSeconds: 10 } }],
  localSettings: [
    { param: 'toleranceSeconds', title: { zh: '设备中断容许值', en: 'Outage that is tolerated' }, unit: 'second' },
  ],
  limits: {
    zh: '责任在设备管理单位，不在办案民警。房间有人以门禁、手环为准；感知设备全部失效时，以失效前最后所见为准。失效在房间已空之后才报来的，不报。',
    en: 'The equipment’s owner answers for it, not the officers. Occupation goes by doors and wristbands; when all of them are down, by what was seen last. An outage told only when the room is empty again is not reported.',
  },
  consumes: ['sensor.failed', 'sensor.restored', 'room.entered', 'room.left', 'person.departed'],
  judge(room, { toleranceSeconds }, { now, register: { custody } }) {
    for (const sensor of custody.sensorsIn(room)) {
      const down = custody.sensorDown(sensor)
      if (!down) continue
      const inside = custody.presence(room).find((p) => p.as === 'held' && p.to === undefined)
      if (!inside) continue
      const from = Math.max(down.from, inside.from)
      const dueAt = from + seconds(toleranceSeconds)
      if (now <= dueAt) return { dueAt, startedAt: from }
      return {
        since: from,
        seen: [down.evidence, inside.evidence],
        unit: custody.sensor(sensor)?.owner,
        facts: { room, sensor, watches: custody.sensor(sensor)?.watches.join(',') ?? null },
      }
    }
    return undefined
  },
})
