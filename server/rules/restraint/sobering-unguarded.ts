import { aloneKinds, leftAlone } from '../patterns/alone.ts'
import { adminProcedure } from '../patterns/enactments.ts'
import { roomsOf } from '../patterns/rooms-of.ts'
import { noLongerThan, toleranceOf } from '../patterns/stretches.ts'

export const soberingUnguarded = noLongerThan({
  id: 'restraint.sobering-unguarded',
  title: {
    zh: '约束醉酒人期间无人看护',
    en: 'A drunk person under protective restraint was left without a guard',
  },
  grade: 'A',
  citations: [adminProcedure('第五十八条', '约束过程中，应当指定专人严加看护。')],
  paramSchema: toleranceOf,
  params: [{ from: '2013-01-01', value: { toleranceMinutes: 2 } }],
  limits: {
    zh: '只看登记为醒酒室的房间；法律没有规定容许的分钟数，是本地设定；没有可用的证卡感知时不作判断。门外看护、不刷卡的看不到。',
    en: 'Only rooms registered as sobering rooms. The law names no time that is tolerated; the minutes are a local setting. Without a working badge reader it does not judge. A guard outside the door, or one without a badge, is not seen.',
  },
  consumes: aloneKinds,
  subject: roomsOf,
  look: (room, _, moment) => leftAlone(room, ['sobering-room'], moment),
})
