import { z } from 'zod'
import { leastDaysAt, retentionAreaOf } from '../../domain/footage/retention.ts'
import { days } from '../../domain/time.ts'
import { first } from '../patterns/case-file.ts'
import { criminalProcedure, publicOrder2025 } from '../patterns/enactments.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const footageDeleted = wrongWhen({
  id: 'recording.footage-deleted',
  title: {
    zh: '同步录音录像资料在保存期内被删除',
    en: 'Footage of synchronous recording was deleted within its retention period',
  },
  grade: 'A',
  citations: [
    publicOrder2025('第一百三十九条', '（十三）剪接、删改、损毁、丢失办理治安案件的同步录音录像资料的；'),
    criminalProcedure('第二百零八条', '不得选择性地录制，不得剪接、删改。'),
  ],
  paramSchema: z.object({ retentionDays: z.number() }),
  params: [{ from: '2013-01-01', value: { retentionDays: 90 } }],
  localSettings: [
    {
      param: 'retentionDays',
      title: { zh: '保存期限，过期删除不报', en: 'Retention; older footage may lapse' },
      unit: 'day',
    },
  ],
  limits: {
    zh: '以录像设备报告的删除为准；设备注明按期限清除的，或者所删内容已超过本地设定的保存期限的，不报。设备没有说明时段、也没有说明操作人的，分不清是期限清除还是人为，不作判断。本系统办案区以外的摄像机按其所在地点的法定期限判断。经两人同意的删除也列出，由人核查。没有操作人的，只问设备管理单位，不指向个人。是否属于办案录像由人核查。',
    en: 'Goes by deletions that recorders report. What the device says its retention clock removed, or what is older than the retention set here, is not reported. Where it names neither the span nor an account, retention and a person cannot be told apart, and it does not judge. A camera of ours outside the case area is judged by the term of its place. What two persons agreed to delete is listed as well, for people to verify. Without an account it asks the equipment’s owner and points at nobody. Whether it was case footage is for people to verify.',
  },
  consumes: ['footage.deleted'],
  subject: ({ data, observedAt }) =>
    `${data.recorder}/${data.room ?? data.act ?? data.recording ?? 'all'}/${observedAt}`,
  judge(file, { retentionDays }, { register: { cameras, custody } }) {
    const deleted = first(file, 'footage.deleted')
    if (!deleted || deleted.data.expired) return undefined
    const { recorder, owner, room, act, from, to, by, secondedBy, reason } = deleted.data
    // A camera of ours outside the case area has the term of its place.
    const camera = cameras.camera(recorder)
    const area = camera && retentionAreaOf(camera, custody.room(camera.room)?.area ?? null)
    const keptDays =
      area === undefined || area === 'case-area'
        ? retentionDays
        : Math.min(retentionDays, leastDaysAt(area, deleted.at))
    if (to < deleted.at - days(keptDays)) return undefined
    // A recorder that tells no span gives the moment of deletion for both ends.
    const spanUnknown = from === to && to === deleted.at
    if (spanUnknown && by === null) return { missing: 'footage.deleted from, to or by' }
    return {
      since: deleted.at,
      seen: [deleted],
      unit: owner,
      officers: by ? [by] : [],
      facts: { recorder, room, act, from, to, by, secondedBy, reason, retentionDays: keptDays },
    }
  },
})
