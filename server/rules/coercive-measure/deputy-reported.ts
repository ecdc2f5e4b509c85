import { all, first } from '../patterns/case-file.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { criminalProcedure } from '../patterns/enactments.ts'
import { byMeasureOrPerson } from '../patterns/subjects.ts'

const mine = byMeasureOrPerson(
  'compelled-appearance',
  'bail',
  'residential-surveillance',
  'criminal-detention',
  'arrest',
)

export const deputyReported = deedWithin({
  id: 'coercive-measure.deputy-reported',
  title: {
    zh: '对人大代表采取措施后未立即报告其所属人大',
    en: 'A measure against a deputy was not reported at once to the people’s congress',
  },
  grade: 'A',
  citations: [
    criminalProcedure(
      '第一百六十五条',
      '公安机关对现行犯拘留的时候，发现其是县级以上人民代表大会代表的，应当立即向其所属的人民代表大会主席团或者常务委员会报告。',
    ),
    criminalProcedure(
      '第一百六十六条',
      '公安机关依法对乡、民族乡、镇的人民代表大会代表拘传、取保候审、监视居住、拘留或者执行逮捕的，应当在执行后立即报告其所属的人民代表大会。',
    ),
  ],
  params: [{ from: '2013-01-01', value: { amount: 24, unit: 'hour' } }],
  localSettings: [
    { param: 'amount', title: { zh: '“立即”报告的时间', en: 'What "at once" means for reporting' }, unit: 'hour' },
  ],
  limits: {
    zh: '法律只说“立即”，小时数是本地设定；代表身份以人员登记为准。县级以上代表的事先许可见另一规则。',
    en: 'The law says "at once"; the hours are a local setting. Deputies are as registered. Permission for deputies at county level and above is another rule.',
  },
  consumes: ['measure.started', 'notice.given', 'person.described'],
  subject: (o, register) =>
    o.kind === 'notice.given' ? (o.data.to === 'congress' ? o.data.about : undefined) : mine(o, register),
  begins(file, { register: { custody } }) {
    const started = first(file, 'measure.started')
    const facts = started && custody.person(started.data.person)
    if (!facts) return undefined
    const { kind, onScene, unit, officers, person } = started.data
    const { deputy } = facts.values
    const concerned =
      deputy === 'township' || (deputy === 'county-or-higher' && kind === 'criminal-detention' && onScene)
    return concerned ? { at: started.at, seen: [started], unit, officers, facts: { deputy, person } } : undefined
  },
  done: (file) => all(file, 'notice.given')[0],
})
