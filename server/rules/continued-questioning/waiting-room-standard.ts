import { z } from 'zod'
import { last } from '../patterns/case-file.ts'
import { continuedQuestioning } from '../patterns/enactments.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const waitingRoomStandard = wrongWhen({
  id: 'continued-questioning.waiting-room-standard',
  title: { zh: '候问室达不到建设标准', en: 'A waiting room falls short of the standard' },
  grade: 'C',
  citations: [
    continuedQuestioning(
      '第二十七条',
      '（一）房屋牢固、安全、通风、透光，单间使用面积不得少于六平方米，层高不低于二点五五米；',
    ),
    continuedQuestioning(
      '第二十七条',
      '候问室应当标明名称，并在明显位置公布有关继续盘问的规定、被盘问人依法享有的权利和候问室管理规定。',
    ),
  ],
  paramSchema: z.object({ areaM2: z.number(), heightM: z.number() }),
  params: [{ from: '2004-10-01', value: { areaM2: 6, heightM: 2.55 } }],
  limits: {
    zh: '以房间登记资料为准，未登记的项目不作判断。',
    en: 'Goes by the room register; what is not registered is not judged.',
  },
  consumes: ['room.registered'],
  subject: ({ data }) => data.room,
  judge(file, { areaM2, heightM }) {
    const room = last(file, 'room.registered')
    if (room?.data.kind !== 'waiting-room') return undefined
    const { usableAreaM2, heightM: height, fixedSeat, rightsDisplayed, unit } = room.data
    const short =
      (usableAreaM2 !== null && usableAreaM2 < areaM2) ||
      (height !== null && height < heightM) ||
      fixedSeat === false ||
      rightsDisplayed === false
    return short
      ? { since: room.at, seen: [room], unit, facts: { usableAreaM2, heightM: height, fixedSeat, rightsDisplayed } }
      : undefined
  },
})
