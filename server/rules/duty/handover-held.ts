import { deedWithin } from '../patterns/deed-within.ts'
import { continuedQuestioning } from '../patterns/enactments.ts'
import { endingWatches, handoverBegins, handoverDone, handoverKinds } from '../patterns/handover.ts'

/** 候问室有人时的交接 (legal table N, duty-handover; 继续盘问规定 29). */
export const handoverHeld = deedWithin({
  id: 'duty.handover-held',
  title: {
    zh: '候问室有人，换班时没有双方签字的交接',
    en: 'Somebody was held in a waiting room and the watch changed without a signed handover',
  },
  grade: 'B',
  citations: [
    continuedQuestioning(
      '第二十九条',
      '候问室有被盘问人时，应当由人民警察值班、看管和巡查，如实记录有关情况，并做好交接工作；',
    ),
  ],
  params: [{ from: '2004-10-01', value: { amount: 30, unit: 'minute' } }],
  localSettings: [
    {
      param: 'amount',
      title: { zh: '换班后补齐交接记录的时间', en: 'Time to complete the handover record' },
      unit: 'minute',
    },
  ],
  limits: {
    zh: '以候问室门禁、手环看到的人和值班安排的岗位为准；门禁没有看到的人不知道。法律没有规定时间，分钟数为本局设定。',
    en: 'Goes by whom the doors and wristbands of waiting rooms show, and by the posts of the roster; whom the door did not see it does not know. The law gives no time; the minutes are the bureau’s.',
  },
  consumes: handoverKinds,
  subject: endingWatches,
  begins(file, { subject, register, now }) {
    const begun = handoverBegins(file, subject, register)
    // Before the change nobody knows who will be held then; afterwards the doors tell.
    if (!begun || begun.at > now) return begun
    const { custody } = register
    const held = custody
      .rooms()
      .filter((room) => room.kind === 'waiting-room' && room.unit === begun.unit)
      .flatMap((room) => custody.presence(room.room))
      .filter((p) => p.as === 'held' && p.from <= begun.at && (p.to === undefined || p.to > begun.at))
    if (held.length === 0) return undefined
    return { ...begun, facts: { ...begun.facts, personsHeld: held.length } }
  },
  done: (file, _begun, { subject, register }) => handoverDone(file, subject, register),
})
