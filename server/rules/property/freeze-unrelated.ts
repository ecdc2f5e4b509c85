import { all, first } from '../patterns/case-file.ts'
import { deed, dueWithin } from '../patterns/due-within.ts'
import { criminalProcedure, criminalProcedureLaw } from '../patterns/enactments.ts'
import { type Limit, limitFrom, limitSchema } from '../patterns/limit.ts'
import { byAccount } from '../patterns/subjects.ts'

/** 与案件无关的冻结财产 (legal table J, prop-unrelated-3d). */
export const freezeUnrelated = dueWithin<'property.freeze-unrelated' | 'property.unfrozen', Limit>({
  id: 'property.freeze-unrelated',
  title: {
    zh: '查明与案件无关的冻结财产未在三日以内解除',
    en: 'Assets found unrelated were not unfrozen within three days',
  },
  grade: 'A',
  citations: [
    criminalProcedureLaw('第一百四十五条', '经查明确实与案件无关的，应当在三日以内解除查封、扣押、冻结，予以退还。'),
    criminalProcedure(
      '第二百四十七条',
      '对冻结的财产，经查明确实与案件无关的，应当在三日以内通知金融机构等单位解除冻结，并通知被冻结财产的所有人。',
    ),
  ],
  paramSchema: limitSchema,
  params: limitFrom('2018-10-26', 3, 'day'),
  limits: {
    zh: '自登记查明之时起算，末日逢节假日顺延；登记为没有通知所有人的不算已办，没有写明的视为已通知。',
    en: 'Counts from the entry of the finding; a last day off moves on. One of which the record says that the owner was not told is not done; not stated counts as told.',
  },
  consumes: ['property.freeze-unrelated', 'property.unfrozen'],
  subject: byAccount,
  begins(file) {
    const found = first(file, 'property.freeze-unrelated')
    return found && { at: found.at, seen: [found], unit: found.data.unit }
  },
  limit: (law) => law,
  // 并通知被冻结财产的所有人: unfrozen without a word to the owner is half of it.
  done: (file) => deed(all(file, 'property.unfrozen').find((u) => u.data.told !== false)),
})
