import { internalAffairs, unread } from '../patterns/elsewhere.ts'
import { keptFor, probedOnly } from '../patterns/kept.ts'

/** 值班室录像保存不足九十日 (legal table N, duty-log). */
export const dutyRoomRetention = keptFor({
  id: 'recording.duty-room-retention',
  title: { zh: '值班室录像保存不足九十日', en: 'Recordings of a duty room were kept for less than ninety days' },
  grade: 'C',
  areas: ['duty-room'],
  citations: [internalAffairs('第一百三十八条', '值班影像资料保存不少于九十日。')],
  shipsOff: unread,
  limits: {
    zh: `${probedOnly.zh}本系统自己的录像无论本规则是否启用，都按此期限保存。`,
    en: `${probedOnly.en} This system keeps its own recordings for that long whether the rule is on or off.`,
  },
})
