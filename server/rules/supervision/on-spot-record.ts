import { first } from '../patterns/case-file.ts'
import { supervisionRules, unread } from '../patterns/elsewhere.ts'
import { inForceFrom, noNumber } from '../patterns/none.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

/** 当场处置的记录、凭证 (legal table O, du-on-spot). */
export const onSpotRecord = wrongWhen({
  id: 'supervision.on-spot-record',
  title: {
    zh: '当场处置没有书面记录，或者扣留物品没有凭证',
    en: 'A measure on the spot has no record, or what was held no receipt',
  },
  grade: 'C',
  citations: [supervisionRules('第三十二条至第三十七条', '当场处置应当有书面记录，扣留物品应当开具凭证。')],
  paramSchema: noNumber,
  params: inForceFrom('2011-10-01'),
  limits: {
    zh: '以登记的记录、凭证编号为准；内容由人核查。当场纠正是否也须记录，以原文为准。',
    en: 'Goes by the numbers on record; what they say is for people to check. Whether a mere correction needs a record too is for the text to say.',
  },
  shipsOff: unread,
  consumes: ['on-site.measure-taken'],
  subject: (o) => o.data.deed,
  judge(file) {
    const taken = first(file, 'on-site.measure-taken')
    if (!taken) return undefined
    const { measure, record, receipt, inspectors } = taken.data
    const why = record === null ? 'no-record' : measure.endsWith('-held') && receipt === null ? 'no-receipt' : undefined
    return why && { since: taken.at, seen: [taken], unit: null, officers: inspectors, facts: { why, measure } }
  },
})
