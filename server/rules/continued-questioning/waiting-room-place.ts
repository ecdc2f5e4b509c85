import { last } from '../patterns/case-file.ts'
import { continuedQuestioning } from '../patterns/enactments.ts'
import { inForceFrom, noNumber } from '../patterns/none.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const waitingRoomPlace = wrongWhen({
  id: 'continued-questioning.waiting-room-place',
  title: {
    zh: '候问室设在派出所以外或者未经批准验收',
    en: 'A waiting room stands outside a police station, or was not approved and accepted',
  },
  grade: 'B',
  citations: [
    continuedQuestioning('第二十六条', '县、市、旗公安局或者城市公安分局以上公安机关及其内设机构，不得设置候问室。'),
    continuedQuestioning('第二十八条', '候问室必须经过设区的市级以上公安机关验收合格后,才能投入使用。'),
  ],
  paramSchema: noNumber,
  params: inForceFrom('2004-10-01'),
  limits: {
    zh: '以房间登记资料为准；办案中心的等候室不是候问室，应登记为 holding-room。',
    en: 'Goes by the room register; the holding room of a case centre is not a waiting room and is registered as holding-room.',
  },
  consumes: ['room.registered'],
  subject: ({ data }) => data.room,
  judge(file) {
    const room = last(file, 'room.registered')
    if (room?.data.kind !== 'waiting-room') return undefined
    const { facility, waitingRoomApproved, unit } = room.data
    if (facility === 'station' && waitingRoomApproved !== false)
      return waitingRoomApproved === null ? { missing: 'room.registered waitingRoomApproved' } : undefined
    return { since: room.at, seen: [room], unit, facts: { facility, approved: waitingRoomApproved } }
  },
})
