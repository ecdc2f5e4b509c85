import { internalAffairs, unread } from '../patterns/elsewhere.ts'
import { keptFor, probedOnly } from '../patterns/kept.ts'

/** 其他区域声像资料保存不足三十日 (legal table F, zone-video-90d). */
export const otherRetention = keptFor({
  id: 'recording.other-retention',
  title: { zh: '其他区域声像资料保存不足三十日', en: 'Recordings of other areas were kept for less than thirty days' },
  grade: 'C',
  areas: ['other'],
  citations: [internalAffairs('第一百六十七条', '办案区以外其他区域声像资料保存不少于三十日。')],
  shipsOff: unread,
  limits: {
    zh: `${probedOnly.zh}本系统自己的录像无论本规则是否启用，都按此期限保存。`,
    en: `${probedOnly.en} This system keeps its own recordings for that long whether the rule is on or off.`,
  },
})
