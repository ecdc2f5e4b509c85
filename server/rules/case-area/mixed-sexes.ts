import type { Presence } from '../../domain/custody/register.ts'
import { adminProcedure, continuedQuestioning } from '../patterns/enactments.ts'
import { together } from '../patterns/kept-apart.ts'
import { roomsOf } from '../patterns/rooms-of.ts'
import { noLongerThan, toleranceSecondsOf } from '../patterns/stretches.ts'

export const mixedSexes = noLongerThan({
  id: 'case-area.mixed-sexes',
  title: {
    zh: '不同性别的人同处一个候问室',
    en: 'People of different sexes were in one waiting room at the same time',
  },
  grade: 'A',
  citations: [
    continuedQuestioning('第三十条', '以及将不同性别的被盘问人送入同一个候问室。'),
    adminProcedure('第七十一条', '在询问查证的间隙期间，可以将违法嫌疑人送入候问室，并按照候问室的管理规定执行。'),
  ],
  paramSchema: toleranceSecondsOf,
  params: [{ from: '2004-10-01', value: { toleranceSeconds: 60 } }],
  localSettings: [
    {
      param: 'toleranceSeconds',
      title: { zh: '门口交错的容许时间', en: 'Passing at the door that is tolerated' },
      unit: 'second',
    },
  ],
  limits: {
    zh: '只看登记为候问室的房间；先后使用不算，只有时间重叠才算。性别以手环或者人员登记为准，不明的不作判断。',
    en: 'Only rooms registered as waiting rooms; use one after the other is lawful, only overlapping presence counts. Sex is as the wristband or the register says; unknown sexes are not judged.',
  },
  consumes: ['room.entered', 'room.left', 'room.registered', 'person.described', 'person.departed'],
  subject: roomsOf,
  look(room, _, { register: { custody } }) {
    const registered = custody.room(room)
    if (!registered) return { stretches: [], missing: 'room.registered' }
    if (registered.kind !== 'waiting-room') return { stretches: [] }
    const held = custody.presence(room).filter((p) => p.as === 'held')
    const sexOf = (p: Presence) => p.sex ?? custody.person(p.who)?.values.sex
    const stretches = together(
      held,
      (a, b) => (sexOf(a) && sexOf(b) && sexOf(a) !== sexOf(b) ? {} : undefined),
      registered,
    )
    const unclear = held.length > 1 && held.some((p) => !sexOf(p))
    return { stretches, missing: unclear ? 'sex of a person in the room' : undefined }
  },
})
