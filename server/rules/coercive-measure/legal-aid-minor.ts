import { z } from 'zod'
import { ageAt } from '../../domain/calendar.ts'
import { all } from '../patterns/case-file.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { bySuspect, defenceKinds, defended, undefended } from '../patterns/defence.ts'
import { criminalProcedure } from '../patterns/enactments.ts'
import { limitSchema } from '../patterns/limit.ts'

export const legalAidMinor = deedWithin({
  id: 'coercive-measure.legal-aid-minor',
  title: {
    zh: '未成年犯罪嫌疑人没有委托辩护人，未通知法律援助机构',
    en: 'Legal aid was not told of a suspect under age without a defender',
  },
  grade: 'B',
  citations: [
    criminalProcedure(
      '第三百二十条',
      '未成年犯罪嫌疑人没有委托辩护人的，公安机关应当通知法律援助机构指派律师为其提供辩护。',
    ),
  ],
  paramSchema: limitSchema.extend({ underYears: z.number() }),
  params: [{ from: '2013-01-01', value: { amount: 3, unit: 'day', underYears: 18 } }],
  localSettings: [
    { param: 'amount', title: { zh: '通知法律援助机构的时间', en: 'Time to tell legal aid' }, unit: 'day' },
  ],
  limits: {
    zh: '法律没有规定天数，是本地设定；只在办案系统登记“没有委托辩护人”以后判断；出生日期以登记为准。',
    en: 'The law gives no number of days; it is a local setting. Judges only once the case system says that there is no defender; the birth date is as registered.',
  },
  consumes: defenceKinds,
  subject: bySuspect,
  begins(file, { paramsAt }) {
    return undefended(file, (at) =>
      all(file, 'person.described').find(
        (p) => p.data.birthDate !== null && p.at <= at && ageAt(p.data.birthDate, at) < (paramsAt(at)?.underYears ?? 0),
      ),
    )
  },
  done: (file, { at }) => defended(file, at),
})
