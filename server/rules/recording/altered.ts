import { criminalProcedure, publicOrder2025 } from '../patterns/enactments.ts'
import { inForceFrom, noNumber } from '../patterns/none.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const recordingAltered = wrongWhen({
  id: 'recording.altered',
  title: {
    zh: '录音录像与封存时不一致、损毁或者丢失',
    en: 'A recording differs from what was sealed, is damaged or is missing',
  },
  grade: 'A',
  citations: [
    publicOrder2025('第一百三十九条', '（十三）剪接、删改、损毁、丢失办理治安案件的同步录音录像资料的；'),
    criminalProcedure('第二百零八条', '不得选择性地录制，不得剪接、删改。'),
  ],
  paramSchema: noNumber,
  params: inForceFrom('2013-01-01'),
  limits: {
    zh: '以存储系统的完整性校验为准；不说明是谁造成的。',
    en: 'Goes by the storage system’s integrity check; it does not say who caused it.',
  },
  consumes: ['recording.verified'],
  subject: ({ data }) => data.recording,
  judge(file, _, { register: { custody } }) {
    const wrong = file.find((v) => v.data.result !== 'intact')
    const act = custody.act(wrong?.data.act)
    return (
      wrong && {
        since: wrong.at,
        seen: [wrong],
        unit: custody.room(wrong.data.room)?.unit ?? act?.unit,
        facts: { recording: wrong.data.recording, result: wrong.data.result, act: wrong.data.act },
      }
    )
  },
})
