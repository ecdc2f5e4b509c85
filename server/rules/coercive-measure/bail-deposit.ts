import { z } from 'zod'
import { age } from '../../domain/custody/people.ts'
import { last } from '../patterns/case-file.ts'
import { criminalProcedure } from '../patterns/enactments.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const bailDeposit = wrongWhen({
  id: 'coercive-measure.bail-deposit',
  title: { zh: '取保候审保证金不符合规定', en: 'A bail deposit does not follow the rules' },
  grade: 'B',
  citations: [
    criminalProcedure('第八十四条', '对同一犯罪嫌疑人，不得同时责令其提出保证人和交纳保证金。'),
    criminalProcedure(
      '第八十七条',
      '犯罪嫌疑人的保证金起点数额为人民币一千元。犯罪嫌疑人为未成年人的，保证金起点数额为人民币五百元。',
    ),
    criminalProcedure('第八十八条', '提供保证金的人，应当一次性将保证金存入取保候审保证金专门账户。'),
    criminalProcedure('第八十八条', '保证金应当由办案部门以外的部门管理。'),
  ],
  paramSchema: z.object({ leastYuan: z.number(), leastMinorYuan: z.number(), minorUnderYears: z.number() }),
  params: [{ from: '2013-01-01', value: { leastYuan: 1000, leastMinorYuan: 500, minorUnderYears: 18 } }],
  limits: {
    zh: '年龄不明时按未成年人的起点判断；没收由另外的规则监督；退还没有银行数据，由人核查。',
    en: 'With an unknown age the lower threshold is used. Forfeiture has rules of its own; of refunds no bank tells us, and people must check.',
  },
  consumes: ['bail.deposit-set'],
  subject: ({ data }) => data.measure,
  judge(file, law, { register: { custody } }) {
    const set = last(file, 'bail.deposit-set')
    if (!set) return undefined
    const { yuan, guarantor, heldBy, unit, person } = set.data
    const years = age(custody.person(person), set.at)
    const least = years !== undefined && years >= law.minorUnderYears ? law.leastYuan : law.leastMinorYuan
    const why =
      guarantor && yuan > 0
        ? 'guarantor-and-money'
        : yuan > 0 && yuan < least
          ? 'too-low'
          : heldBy === 'case-unit'
            ? 'held-by-case-unit'
            : undefined
    return why && { since: set.at, seen: [set], unit, facts: { why, yuan, leastYuan: least, person } }
  },
})
