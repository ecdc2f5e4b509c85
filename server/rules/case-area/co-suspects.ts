import { adminProcedure, criminalProcedure } from '../patterns/enactments.ts'
import { ofOneCase, together } from '../patterns/kept-apart.ts'
import { roomsOf } from '../patterns/rooms-of.ts'
import { noLongerThan, toleranceSecondsOf } from '../patterns/stretches.ts'

export const coSuspects = noLongerThan({
  id: 'case-area.co-suspects',
  title: { zh: '同案人员同处一个候问、等候房间', en: 'People of one case were together in a waiting or holding room' },
  grade: 'B',
  citations: [
    criminalProcedure('第二百零二条', '讯问同案的犯罪嫌疑人，应当个别进行。'),
    adminProcedure('第七十二条', '询问违法嫌疑人、被侵害人或者其他证人，应当个别进行。'),
  ],
  paramSchema: toleranceSecondsOf,
  params: [{ from: '2013-01-01', value: { toleranceSeconds: 120 } }],
  localSettings: [
    {
      param: 'toleranceSeconds',
      title: { zh: '短暂同处的容许时间', en: 'Short meeting that is tolerated' },
      unit: 'second',
    },
  ],
  shipsOff: {
    zh: '法律只要求个别询问、讯问和看守所分别羁押；候问时隔离是本地要求，由本局决定是否启用。',
    en: 'The law asks for separate questioning and separate cells only; keeping people apart while they wait is a local rule for the bureau to switch on.',
  },
  limits: {
    zh: '只有措施或者办案活动登记的案件编号相同的嫌疑人才能识别。',
    en: 'Sees only suspects whose measures or acts on record bear the same case number.',
  },
  consumes: ['room.entered', 'room.left', 'measure.started', 'person.departed'],
  subject: roomsOf,
  look(room, _, { register: { custody } }) {
    const registered = custody.room(room)
    if (registered?.kind !== 'waiting-room' && registered?.kind !== 'holding-room') return { stretches: [] }
    const held = custody.presence(room).filter((p) => p.as === 'held')
    return { stretches: together(held, (a, b) => (ofOneCase(custody, a.who, b.who) ? {} : undefined), registered) }
  },
})
