import { all } from '../patterns/case-file.ts'
import { adminProcedure, criminalProcedure, publicOrder2025 } from '../patterns/enactments.ts'
import { inForceFrom, noNumber } from '../patterns/none.ts'
import { byItem } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

/** 使用、挪用 (legal table J, prop-use-loss). */
export const propertyMisused = wrongWhen({
  id: 'property.misused',
  title: { zh: '涉案财物被用于办案以外', en: 'Case property was used for something other than the case' },
  grade: 'A',
  citations: [
    publicOrder2025('第一百零五条', '对扣押的物品，应当妥善保管，不得挪作他用；'),
    adminProcedure('第一百八十七条', '公安机关应当妥善保管，不得使用、挪用、调换或者损毁。'),
    criminalProcedure('第二百三十五条', '任何单位和个人不得违规使用、调换、损毁或者自行处理。'),
  ],
  paramSchema: noNumber,
  params: inForceFrom('2013-01-01'),
  limits: {
    zh: '以使用登记、出库用途为准；没有登记的使用看不到，靠盘点和视频发现。',
    en: 'Goes by the entry of use; a use nobody entered is invisible and shows only in stock checks and video.',
  },
  consumes: ['property.used'],
  subject: byItem,
  judge(file) {
    // A lawful use afterwards does not undo it.
    const used = all(file, 'property.used').findLast((u) => u.data.purpose === 'other')
    if (!used) return undefined
    const { unit, by, words } = used.data
    return { since: used.at, seen: [used], unit, officers: by === null ? [] : [by], facts: { purpose: words ?? null } }
  },
})
