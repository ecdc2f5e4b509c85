import { all } from '../patterns/case-file.ts'
import { deed, dueWithin } from '../patterns/due-within.ts'
import { adminProcedure, publicOrder2012, publicOrder2025 } from '../patterns/enactments.ts'
import { type Limit, limitFrom, limitSchema } from '../patterns/limit.ts'
import { byPayment } from '../patterns/subjects.ts'
import { wholeSumIn } from '../patterns/whole-sum.ts'

/** 罚款缴付银行 (legal table I, case-fine-collection). */
export const cashFineBanked = dueWithin<'fine.handed-in' | 'fine.banked', Limit>({
  id: 'case.cash-fine-banked',
  title: {
    zh: '公安机关收到的罚款未在二日以内缴付银行',
    en: 'Fines handed in were not paid to the bank within two days',
  },
  grade: 'B',
  citations: [
    publicOrder2025('第一百二十四条', '公安机关应当自收到罚款之日起二日以内将罚款缴付指定的银行。'),
    publicOrder2012('第一百零五条', '公安机关应当自收到罚款之日起二日内将罚款缴付指定的银行。'),
    adminProcedure('第二百一十六条', '公安机关应当自收到罚款之日起二日内将罚款缴付指定的银行。'),
  ],
  paramSchema: limitSchema,
  params: limitFrom('2006-03-01', 2, 'day'),
  limits: {
    zh: '按自然日，末日逢节假日顺延；以缴款登记为准，全数缴付才算，可以分次，应与银行回单核对。',
    en: 'Calendar days, a last day off moves on; goes by the entries until all of it is paid in, which should be held against the bank’s slip.',
  },
  consumes: ['fine.handed-in', 'fine.banked'],
  subject: byPayment,
  begins(file) {
    let yuan = 0
    const parts = all(file, 'fine.handed-in').map((handed) => {
      yuan += handed.data.yuan
      const paid = wholeSumIn(all(file, 'fine.banked'), yuan)
      return {
        waited: (paid?.at ?? Number.POSITIVE_INFINITY) - handed.at,
        begun: { at: handed.at, seen: [handed], unit: handed.data.unit, facts: { yuan } },
      }
    })
    // Handed in in parts, the bank has two days for each of them; the one that waits longest is judged.
    return parts.sort((a, b) => (a.waited === b.waited ? a.begun.at - b.begun.at : b.waited - a.waited))[0]?.begun
  },
  limit: (law) => law,
  done: (file, begun) => deed(wholeSumIn(all(file, 'fine.banked'), begun.facts?.yuan)),
})
