import { all } from '../patterns/case-file.ts'
import { penalties, trafficProcedure } from '../patterns/enactments.ts'
import { noParams } from '../patterns/look.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const alcoholAltered = wrongWhen({
  id: 'ticket.alcohol-altered',
  title: {
    zh: '酒精检测的结果、时间或者被检测人在登记后被改动',
    en: 'Result, time or person of an alcohol test was changed after it had been entered',
  },
  grade: 'A',
  citations: [
    trafficProcedure('第三十五条', '车辆驾驶人对酒精呼气测试结果无异议的，应当签字确认。事后提出异议的，不予采纳。'),
    penalties('第四十六条', '证据必须经查证属实，方可作为认定案件事实的根据。'),
  ],
  paramSchema: noParams,
  params: [{ from: '2021-07-15', value: {} }],
  shipsOff: {
    zh: '条文没有写明登记后的更正程序；何种更正文书可以接受，由本局规定后启用。',
    en: 'The texts do not say how an entry may be put right; the bureau says which paper it accepts and switches the rule on.',
  },
  limits: {
    zh: '只看同一次检测的前后登记：数值、检测时间、被检测人任一不同而没有更正文书号的。重新检测是另一次检测。首次登记本身是否真实看不到。',
    en: 'Compares entries of one and the same test: value, time or person differ and no paper of correction is named. A second test is another test. Whether the first entry was true it cannot see.',
  },
  consumes: ['driver-alcohol.recorded'],
  subject: (o) => `${o.data.system}/${o.data.test}`,
  judge(file) {
    const entries = all(file, 'driver-alcohol.recorded')
    const altered = entries.flatMap((one, i) => {
      const before = entries[i - 1]
      const field = before && one.data.document === null && fields.find((name) => one.data[name] !== before.data[name])
      return before && field ? [{ one, before, field }] : []
    })
    const [first] = altered
    if (!first) return undefined
    const { one, before, field } = first
    const { unit, account, terminal, test } = one.data
    return {
      since: one.at,
      seen: [entries[0]!, ...altered.flatMap((change) => [change.before, change.one])],
      unit,
      // Whoever altered it, the first time or after.
      officers: [...new Set(altered.flatMap((change) => change.one.data.by ?? []))],
      facts: {
        ...{ test, field, before: before.data[field], after: one.data[field] },
        ...{ account, terminal, missing: 'document' },
      },
    }
  },
})

const fields = ['mgPer100ml', 'measuredAt', 'person', 'specimen'] as const
