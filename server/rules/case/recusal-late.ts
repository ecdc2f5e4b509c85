import { all, first } from '../patterns/case-file.ts'
import { deed, dueWithin } from '../patterns/due-within.ts'
import { adminProcedure, criminalProcedure } from '../patterns/enactments.ts'
import { type Limit, limitFrom, limitSchema } from '../patterns/limit.ts'
import { byRequest } from '../patterns/subjects.ts'

/** 回避决定 (legal table I, case-recuse-2d). */
export const recusalLate = dueWithin<'recusal.asked' | 'recusal.decided', Limit>({
  id: 'case.recusal-late',
  title: {
    zh: '回避申请未在二日内作出决定并通知申请人',
    en: 'A request that an officer step aside was not decided within two days',
  },
  grade: 'C',
  citations: [
    adminProcedure(
      '第二十一条',
      '对当事人及其法定代理人提出的回避申请，公安机关应当在收到申请之日起二日内作出决定并通知申请人。',
    ),
    criminalProcedure('第三十六条', '公安机关应当在收到回避申请后二日以内作出决定并通知申请人'),
  ],
  paramSchema: limitSchema,
  params: limitFrom('2013-01-01', 2, 'day'),
  limits: {
    zh: '登记为未通知申请人的不算已办，没有写明的视为已通知；末日逢节假日顺延；情况复杂的刑事案件另有延长规定，由人核查。决定之前不得停止调查。',
    en: 'One of which the record says that the applicant was not told is not done; not stated counts as told. A last day off moves on; criminal cases that are complicated may take longer, for people to check. The inquiry does not stop meanwhile.',
  },
  consumes: ['recusal.asked', 'recusal.decided'],
  subject: byRequest,
  begins(file) {
    const asked = first(file, 'recusal.asked')
    if (!asked) return undefined
    const { unit, officer, person } = asked.data
    return { at: asked.at, seen: [asked], unit, facts: { officer, person } }
  },
  limit: (law) => law,
  // 作出决定并通知申请人: one that nobody was told is not done.
  done: (file) => deed(all(file, 'recusal.decided').find((d) => d.data.told !== false)),
})
