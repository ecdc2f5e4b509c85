import { all } from '../patterns/case-file.ts'
import { onSiteVideo, unread } from '../patterns/elsewhere.ts'
import { noParams } from '../patterns/look.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

/** 私自复制 (legal table K, bwc-edit). */
export const bodyCameraCopied = wrongWhen({
  id: 'body-camera.copied',
  title: { zh: '执法视音频资料未经批准被复制', en: 'Footage of a body camera was copied without permission' },
  grade: 'B',
  citations: [onSiteVideo('条号待核', '不得私自复制、删改、剪辑、外传现场执法视音频资料。')],
  paramSchema: noParams,
  params: [{ from: '2016-07-01', value: {} }],
  shipsOff: unread,
  limits: {
    zh: '以采集平台的操作日志为准；办案、督察调取未登记批准的也会提示，由人核查。',
    en: 'Goes by the platform’s log; a lawful request whose permission nobody entered looks the same and is to be asked about.',
  },
  consumes: ['body-camera.footage-handled'],
  subject: ({ data }) => data.recording,
  judge(file) {
    const done = all(file, 'body-camera.footage-handled').filter(
      (h) => h.data.did === 'copied' && h.data.approvedBy === null,
    )
    const one = done[0]
    if (!one) return undefined
    return {
      since: one.at,
      seen: done,
      unit: one.data.unit,
      facts: { recording: one.data.recording, did: one.data.did, by: one.data.by, times: done.length },
    }
  },
})
