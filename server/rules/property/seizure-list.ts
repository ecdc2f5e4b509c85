import { z } from 'zod'
import { all } from '../patterns/case-file.ts'
import { adminProcedure, criminalProcedure, publicOrder2012, publicOrder2025 } from '../patterns/enactments.ts'
import { byItem } from '../patterns/subjects.ts'
import { takings } from '../patterns/takings.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

const schema = z.object({ copies: z.number().int(), criminalCopies: z.number().int() })

/** 当场开列清单 (legal table J, prop-seize-two). */
export const seizureList = wrongWhen<'property.seized', z.infer<typeof schema>>({
  id: 'property.seizure-list',
  title: { zh: '扣押没有当场开列清单或者份数不足', en: 'No list was made when property was taken, or too few copies' },
  grade: 'B',
  citations: [
    publicOrder2025('第一百零五条', '对扣押的物品，应当会同在场见证人和被扣押物品持有人查点清楚，当场开列清单一式二份'),
    publicOrder2012('第八十九条', '对扣押的物品，应当会同在场见证人和被扣押物品持有人查点清楚，当场开列清单一式二份'),
    adminProcedure('第一百一十一条', '由办案人民警察和当事人签名后，一份交当事人，一份附卷。'),
    criminalProcedure(
      '第二百三十条',
      '当场开列查封、扣押清单一式三份，写明财物或者文件的名称、编号、数量、特征及其来源等',
    ),
  ],
  paramSchema: schema,
  params: [{ from: '2013-01-01', value: { copies: 2, criminalCopies: 3 } }],
  limits: {
    zh: '以登记的清单编号和份数为准；签名、见证人由人核查。没有写明份数的只看有无清单。',
    en: 'Goes by the number of the list and its copies; signatures and witnesses are for people to check. Where copies are not stated only the list itself is judged.',
  },
  consumes: ['property.seized'],
  subject: byItem,
  judge(file, law) {
    for (const seized of takings(all(file, 'property.seized'))) {
      if (['vehicle-held', 'licence-held', 'device-confiscated', 'recovery'].includes(seized.data.how)) continue
      const { list, copies, type, unit, officers, what } = seized.data
      const least = type === 'criminal' ? law.criminalCopies : law.copies
      const why = list === null ? 'no-list' : copies !== null && copies < least ? 'too-few-copies' : undefined
      if (why === undefined) continue
      return { since: seized.at, seen: [seized], unit, officers, facts: { why, copies, least, what } }
    }
    return undefined
  },
})
