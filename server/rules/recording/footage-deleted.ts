import { first } from '../patterns/case-file.ts'
import { criminalProcedure, publicOrder2025 } from '../patterns/enactments.ts'
import { inForceFrom, noNumber } from '../patterns/none.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const footageDeleted = wrongWhen({
  id: 'recording.footage-deleted',
  title: { zh: '同步录音录像资料被人为删除', en: 'Footage of synchronous recording was deleted by a person' },
  grade: 'A',
  citations: [
    publicOrder2025('第一百三十九条', '（十三）剪接、删改、损毁、丢失办理治安案件的同步录音录像资料的；'),
    criminalProcedure('第二百零八条', '不得选择性地录制，不得剪接、删改。'),
  ],
  paramSchema: noNumber,
  params: inForceFrom('2013-01-01'),
  limits: {
    zh: '以录像设备报告的删除为准；按保存期限自动过期的不报。是否属于办案录像由人核查。',
    en: 'Goes by deletions that recorders report; expiry by the retention clock is not reported. Whether it was case footage is for people to verify.',
  },
  consumes: ['footage.deleted'],
  subject: ({ data, observedAt }) =>
    `${data.recorder}/${data.room ?? data.act ?? data.recording ?? 'all'}/${observedAt}`,
  judge(file) {
    const deleted = first(file, 'footage.deleted')
    if (!deleted || deleted.data.expired) return undefined
    const { recorder, owner, room, act, from, to, by } = deleted.data
    return {
      since: deleted.at,
      seen: [deleted],
      unit: owner,
      officers: by ? [by] : [],
      facts: { recorder, room, act, from, to, by },
    }
  },
})
