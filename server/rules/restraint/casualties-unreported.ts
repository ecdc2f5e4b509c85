import { first } from '../patterns/case-file.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { restraintsAndWeapons } from '../patterns/enactments.ts'

export const casualtiesUnreported = deedWithin({
  id: 'restraint.casualties-unreported',
  title: {
    zh: '使用武器造成伤亡后未立即报告',
    en: 'Casualties from the use of a weapon were not reported at once',
  },
  grade: 'A',
  citations: [
    restraintsAndWeapons(
      '第十二条',
      '人民警察使用武器造成犯罪分子或者无辜人员伤亡的，应当及时抢救受伤人员，保护现场，并立即向当地公安机关或者该人民警察所属机关报告。',
    ),
  ],
  params: [{ from: '1996-01-16', value: { amount: 30, unit: 'minute' } }],
  localSettings: [
    { param: 'amount', title: { zh: '“立即”报告的时间', en: 'What "at once" means for reporting' }, unit: 'minute' },
  ],
  limits: {
    zh: '法律只说“立即”，分钟数是本地设定；口头报告也算。抢救、保护现场由人核查。',
    en: 'The law says "at once"; the minutes are a local setting, and a spoken report counts. Rescue and protecting the scene are for people to check.',
  },
  consumes: ['force.used', 'force.reported'],
  subject: (o) =>
    o.kind === 'force.used' && !(o.data.kind === 'firearm' && o.data.casualties) ? undefined : o.data.use,
  begins(file) {
    const used = first(file, 'force.used')
    return used && { at: used.at, seen: [used], unit: used.data.unit, officers: used.data.officers }
  },
  done: (file) => first(file, 'force.reported'),
})
