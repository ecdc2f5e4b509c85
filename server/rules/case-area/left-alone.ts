import { aloneKinds, leftAlone } from '../patterns/alone.ts'
import { qualityReview, unread } from '../patterns/elsewhere.ts'
import { roomsOf } from '../patterns/rooms-of.ts'
import { noLongerThan, toleranceOf } from '../patterns/stretches.ts'

export const leftAloneInCaseArea = noLongerThan({
  id: 'case-area.left-alone',
  title: { zh: '办案区内的嫌疑人无人看管', en: 'A suspect in the case area was left alone' },
  grade: 'A',
  citations: [qualityReview('第九条', '（五）违法犯罪嫌疑人在办案区内应当有人看管。')],
  paramSchema: toleranceOf,
  params: [{ from: '2016-03-01', value: { toleranceMinutes: 1 } }],
  shipsOff: unread,
  limits: {
    zh: '看候问室、等候室、讯问室、询问室、检查室和辨认室；容许的分钟数是本地设定；没有可用的证卡感知时不作判断。门外看管、视频看管看不到。',
    en: 'Waiting, holding, interrogation, questioning, check and identification rooms. The minutes tolerated are a local setting; without a working badge reader it does not judge. A guard outside the door, or one at a screen, is not seen.',
  },
  consumes: aloneKinds,
  subject: roomsOf,
  look: (room, _, moment) =>
    leftAlone(
      room,
      ['waiting-room', 'holding-room', 'interrogation-room', 'questioning-room', 'check-room', 'identification-room'],
      moment,
    ),
})
