import { z } from 'zod'
import { roomKinds } from '../../domain/observation/case-area.ts'
import { all } from '../patterns/case-file.ts'
import { adminProcedure } from '../patterns/enactments.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const safetyCheck = wrongWhen({
  id: 'case-area.safety-check',
  title: {
    zh: '到案人员未经安全检查即进入办案区房间',
    en: 'A person entered a room of the case area before the safety check',
  },
  grade: 'B',
  citations: [adminProcedure('第五十三条', '对查获或者到案的违法嫌疑人应当进行安全检查')],
  paramSchema: z.object({ rooms: z.array(z.enum(roomKinds)) }),
  params: [
    {
      from: '2019-01-01',
      value: {
        rooms: [
          'waiting-room',
          'holding-room',
          'interrogation-room',
          'questioning-room',
          'identification-room',
          'sobering-room',
        ],
      },
    },
  ],
  limits: {
    zh: '没有登记过的安全检查数据来源时不作判断；检查室、大厅不算。',
    en: 'Without a declared source of safety checks it does not judge; check rooms and halls do not count.',
  },
  consumes: ['room.entered', 'safety.checked'],
  subject: (o, { custody }) =>
    o.kind === 'safety.checked'
      ? o.data.stay
      : o.data.as === 'held'
        ? custody.openStaysOf(o.data.who).map((s) => s.stay)
        : undefined,
  judge(file, { rooms }, { register: { custody } }) {
    const entered = all(file, 'room.entered').find((e) => rooms.some((r) => r === custody.room(e.data.room)?.kind))
    if (!entered || all(file, 'safety.checked').some((c) => c.at <= entered.at)) return undefined
    if (!custody.feeds('checks', entered.at)) return { missing: 'sensor.installed watches checks' }
    return {
      since: entered.at,
      seen: [entered],
      unit: custody.room(entered.data.room)?.unit,
      facts: { room: entered.data.room, person: entered.data.who },
    }
  },
})
