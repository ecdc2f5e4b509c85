import { internalAffairs, lockupRules, unread } from '../patterns/elsewhere.ts'
import { keptFor, probedOnly } from '../patterns/kept.ts'

/** 拘留所录像保存不足规定天数 (legal table H, ad-video): fifteen days since 2012, thirty since 2021-12-28. */
export const lockupRetention = keptFor({
  id: 'recording.lockup-retention',
  title: { zh: '拘留所监控录像保存不足规定天数', en: 'Video of a lock-up was kept for too few days' },
  grade: 'B',
  areas: ['lockup'],
  citations: [
    lockupRules('第二十五条', '拘留所监控录像资料保存不少于十五日。'),
    internalAffairs('第一百六十七条', '办案区以外其他区域声像资料保存不少于三十日，另有更长规定的从其规定。'),
  ],
  shipsOff: unread,
  limits: {
    zh: `${probedOnly.zh}涉及死伤的录像须另存，由人核查。`,
    en: `${probedOnly.en} Video of deaths and injuries is kept apart, for people to check.`,
  },
})
