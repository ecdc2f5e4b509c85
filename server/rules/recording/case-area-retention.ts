import { internalAffairs, unread } from '../patterns/elsewhere.ts'
import { keptFor, probedOnly } from '../patterns/kept.ts'

/** 办案区声像资料保存不足九十日 (legal table F, zone-video-90d). */
export const caseAreaRetention = keptFor({
  id: 'recording.case-area-retention',
  title: { zh: '办案区声像资料保存不足九十日', en: 'Recordings of the case area were kept for less than ninety days' },
  grade: 'B',
  areas: ['case-area'],
  citations: [internalAffairs('第一百六十七条', '办案区声像资料保存不少于九十日；另有更长规定的从其规定。')],
  shipsOff: unread,
  limits: {
    zh: `${probedOnly.zh}本系统自己的录像无论本规则是否启用，都按此期限保存。`,
    en: `${probedOnly.en} This system keeps its own recordings for that long whether the rule is on or off.`,
  },
})
