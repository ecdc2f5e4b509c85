import { first } from '../patterns/case-file.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { detentionHouses, restraintsAndWeapons } from '../patterns/enactments.ts'

export const dangerPassed = deedWithin({
  id: 'restraint.danger-passed',
  title: { zh: '危险情形消除后未解除械具', en: 'A restraint was kept on after the danger had passed' },
  grade: 'A',
  citations: [
    detentionHouses('第十七条', '上述情形消除后，应当予以解除。'),
    restraintsAndWeapons(
      '第八条',
      '遇有违法犯罪分子可能脱逃、行凶、自杀、自伤或者有其他危险行为的，可以使用手铐、脚镣、警绳等约束性警械：',
    ),
  ],
  params: [{ from: '1996-01-16', value: { amount: 30, unit: 'minute' } }],
  localSettings: [
    { param: 'amount', title: { zh: '解除械具的时间', en: 'Time to take the restraint off' }, unit: 'minute' },
  ],
  limits: {
    zh: '法律没有规定时间数，分钟数是本地设定；以登记的情形消除时间为准。',
    en: 'The law gives no number; the minutes are a local setting. Goes by the recorded moment the danger passed.',
  },
  consumes: ['restraint.danger-passed', 'restraint.removed'],
  subject: ({ data }) => data.use,
  begins(file) {
    const passed = first(file, 'restraint.danger-passed')
    return passed && { at: passed.at, seen: [passed], unit: passed.data.unit, facts: { person: passed.data.person } }
  },
  done: (file) => first(file, 'restraint.removed'),
})
