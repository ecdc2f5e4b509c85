import { z } from 'zod'
import { actKinds } from '../../domain/observation/act.ts'
import { seconds } from '../../domain/time.ts'
import { actOf, actsOf, type RecordKind, recorderKinds, recordKinds, sensorKinds } from '../patterns/acts.ts'
import type { CaseFile } from '../patterns/case-file.ts'
import { publicOrder2025 } from '../patterns/enactments.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const actUnobserved = wrongWhen({
  id: 'case-area.act-unobserved',
  title: {
    zh: '询问、讯问所在房间没有可用的录制感知，无法监督',
    en: 'A session took place in a room whose recorder could not be observed',
  },
  grade: 'B',
  citations: [
    publicOrder2025(
      '第一百三十七条',
      '公安机关应当履行同步录音录像运行安全管理职责，完善技术措施，定期维护设施设备，保障录音录像设备运行连续、稳定、安全。',
    ),
  ],
  paramSchema: z.object({ kinds: z.array(z.enum(actKinds)), toleranceSeconds: z.number() }),
  params: [
    {
      from: '2026-01-01',
      value: {
        kinds: ['questioning', 'interrogation', 'continued-questioning', 'identification', 'seizure'],
        toleranceSeconds: 60,
      },
    },
  ],
  localSettings: [
    { param: 'toleranceSeconds', title: { zh: '容许时间', en: 'Time that is tolerated' }, unit: 'second' },
  ],
  limits: {
    zh: '只看登记过的房间。责任在房间和设备的管理单位；对办案人员不下结论。有录制信息报来即视为可以监督。',
    en: 'Only registered rooms. The owner of room and equipment answers for it; nothing is said of the officers. Any word of a recording counts as observation.',
  },
  consumes: [...recordKinds, ...recorderKinds, ...sensorKinds],
  keeps: recordKinds,
  subject: actsOf(() => true),
  judge(file, { kinds, toleranceSeconds }, { now, register: { custody } }) {
    const act = actOf(file as CaseFile<RecordKind>)
    const room = custody.room(act?.data.room)
    if (!act || !room || !kinds.includes(act.data.kind)) return undefined
    const end = act.endedAt ?? now
    const dueAt = act.started.at + seconds(toleranceSeconds)
    if (
      custody
        .recordings(room.room, act.data.act)
        .some((r) => r.from < Math.max(end, dueAt) && (r.to === undefined || r.to > act.started.at))
    )
      return undefined
    const watched = custody.watched(room.room, 'recording')
    const seen = watched.some(
      (w) => w.from < Math.max(end, act.started.at + 1) && (w.to === undefined || w.to > act.started.at),
    )
    if (seen) return undefined
    if (now <= dueAt) return { dueAt, startedAt: act.started.at }
    const sensor = custody.sensorsIn(room.room).find((s) => custody.sensor(s)?.watches.includes('recording'))
    return {
      since: act.started.at,
      seen: [act.started],
      unit: (sensor && custody.sensor(sensor)?.owner) ?? room.unit,
      facts: { act: act.data.act, room: room.room, sensor: sensor ?? null },
    }
  },
})
