import { all } from '../patterns/case-file.ts'
import { publicOrder2025 } from '../patterns/enactments.ts'
import { noParams } from '../patterns/look.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

/** 私自删改 (legal table K, bwc-edit). */
export const bodyCameraAltered = wrongWhen({
  id: 'body-camera.altered',
  title: {
    zh: '执法视音频资料未经批准被删除、修改',
    en: 'Footage of a body camera was deleted or changed without permission',
  },
  grade: 'A',
  citations: [publicOrder2025('第一百三十九条', '（十三）剪接、删改、损毁、丢失办理治安案件的同步录音录像资料的；')],
  paramSchema: noParams,
  params: [{ from: '2026-01-01', value: {} }],
  limits: {
    zh: '以采集平台的操作日志为准，日志以外的删改看不到。条文所指为办理治安案件的资料；资料属于何种案件平台不一定知道，一律提示，由人核查。到期自动清除不算。',
    en: 'Goes by the platform’s log; what was done past it is invisible. The article speaks of footage of public-order cases; the platform need not know the case, so all is shown, for people to check. Removal by the retention clock does not count.',
  },
  consumes: ['body-camera.footage-handled'],
  subject: ({ data }) => data.recording,
  judge(file) {
    const done = all(file, 'body-camera.footage-handled').filter(
      (h) => (h.data.did === 'deleted' || h.data.did === 'edited') && h.data.approvedBy === null,
    )
    const one = done[0]
    if (!one) return undefined
    return {
      since: one.at,
      seen: done,
      unit: one.data.unit,
      facts: {
        recording: one.data.recording,
        did: [...new Set(done.map((d) => d.data.did))].join(','),
        by: one.data.by,
        from: one.data.from,
        until: one.data.to,
        category: one.data.category,
      },
    }
  },
})
