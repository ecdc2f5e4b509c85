import { overlap, union } from '../../domain/custody/marks.ts'
import { publicOrder2025 } from '../patterns/enactments.ts'
import { roomsOf } from '../patterns/rooms-of.ts'
import { noLongerThan, toleranceSecondsOf } from '../patterns/stretches.ts'

export const equipmentDownOccupied = noLongerThan({
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
  paramSchema: toleranceSecondsOf,
  params: [{ from: '2026-01-01', value: { toleranceSeconds: 10 } }],
  localSettings: [
    { param: 'toleranceSeconds', title: { zh: '设备中断容许值', en: 'Outage that is tolerated' }, unit: 'second' },
  ],
  limits: {
    zh: '责任在设备管理单位，不在办案民警。房间有人以门禁、手环为准；感知设备全部失效时，以失效前最后所见为准。房间已空、设备已恢复之后才报来的失效，四日以内仍按当时判断。',
    en: 'The equipment’s owner answers for it, not the officers. Occupation goes by doors and wristbands; when all of them are down, by what was seen last. An outage that is told when the room is empty again, or the equipment back, is judged for that time all the same, within four days.',
  },
  consumes: ['sensor.failed', 'sensor.restored', 'room.entered', 'room.left', 'person.departed'],
  subject: roomsOf,
  look(room, _, { register: { custody } }) {
    const held = custody.presence(room).filter((p) => p.as === 'held')
    const down = custody.sensorsIn(room).flatMap((sensor) =>
      custody
        .outages(sensor)
        .flatMap((o) => held.flatMap((p) => overlap(o, p) ?? []))
        .map((both) => ({ ...both, sensor })),
    )
    const stretches = union(down).map(({ from, to, evidence }) => {
      const { sensor } = down.find((d) => d.from === from)!
      const known = custody.sensor(sensor)
      const facts = { room, sensor, watches: known?.watches.join(',') ?? null }
      return { from, to: to ?? Number.POSITIVE_INFINITY, seen: evidence, unit: known?.owner, facts }
    })
    return { stretches }
  },
})
