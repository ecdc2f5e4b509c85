import type { Citation } from '../define-rule.ts'

/**
 * Enactments whose text lies in no statute file of ours. Where somebody read the sentence in a public copy it is
 * quoted; where only its content was noted, the text says so (要旨) and must not be taken for a quotation.
 */
const read =
  (law: string, from: string, until?: string) =>
  (article: string, text: string): Citation => ({
    law,
    article,
    text,
    inForce: until === undefined ? { from } : { from, until },
    checked: 'secondary',
  })

/** 公安机关人民警察纪律条令, sentences as a public copy has them. */
export const discipline = read('公安机关人民警察纪律条令', '2010-06-01')
/** 警车管理规定 of 2006, sentences as a public copy has them; revised with effect from 2025-12-29. */
export const policeCars2006 = read('警车管理规定（2006）', '2006-11-29', '2025-12-29')

const gist =
  (law: string, from: string) =>
  (article: string, text: string): Citation => ({
    law,
    article,
    text: `（要旨，未核对原文）${text}`,
    inForce: { from },
    checked: 'secondary',
  })
/** 公安机关人民警察内务条令 of 2021: the content of an article, not its words. */
export const internalAffairs = gist('公安机关人民警察内务条令', '2021-12-28')
/** 警车管理规定 as revised in 2025: the content of an article, not its words. */
export const policeCars2025 = gist('警车管理规定（2025修订）', '2025-12-29')
/** 公安机关现场执法视音频记录工作规定: the content of an article, not its words. */
export const onSiteVideo = gist('公安机关现场执法视音频记录工作规定', '2016-07-01')
/** 拘留所条例实施办法 of 2012: the content of an article, not its words. */
export const lockupRules = gist('拘留所条例实施办法', '2012-12-14')
/** 看守所条例实施办法 of 1991: the content of an article, not its words. */
export const detentionHouseRules = gist('看守所条例实施办法', '1991-10-05')
/** 看守所留所执行刑罚罪犯管理办法 of 2013: the content of an article, not its words. */
export const convictRules = gist('看守所留所执行刑罚罪犯管理办法', '2013-11-23')
/** 公安机关执法质量考核评议规定 of 2016: the content of an article, not its words. */
export const qualityReview = gist('公安机关执法质量考核评议规定', '2016-03-01')
/** 公安机关讯问犯罪嫌疑人录音录像工作规定 of 2014: content as summaries give it; judged from the first full year on. */
export const interrogationRecordingRules = gist('公安机关讯问犯罪嫌疑人录音录像工作规定', '2015-01-01')
/** 公安机关实施留置措施备案规定 of 2002, whose validity since 2004 is doubtful. */
export const filingOfHolding = gist('公安机关实施留置措施备案规定', '2002-06-28')

/** 公安机关督察条例实施办法 of 2001: the content of an article, not its words. */
export const supervisionRules = gist('公安机关督察条例实施办法', '2001-01-02')

/** Why a rule that rests on such a text alone ships switched off. */
export const unread = {
  zh: '所据规章的原文不在本系统的法规目录内，未逐字核对；由本局核对后启用。',
  en: 'The text it rests on is not among the statutes here and was not checked word for word; the bureau checks it and switches the rule on.',
}
