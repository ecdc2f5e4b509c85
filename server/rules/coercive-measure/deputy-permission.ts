import { toldBy } from '../../domain/custody/people.ts'
import { days } from '../../domain/time.ts'
import { all } from '../patterns/case-file.ts'
import { adminProcedure, criminalProcedure } from '../patterns/enactments.ts'
import { held } from '../patterns/held.ts'
import { inForceFrom, noNumber } from '../patterns/none.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

const mine = held(
  'compelled-appearance',
  'bail',
  'residential-surveillance',
  'criminal-detention',
  'arrest',
  'administrative-detention',
)

export const deputyPermission = wrongWhen({
  id: 'coercive-measure.deputy-permission',
  title: {
    zh: '对县级以上人大代表采取措施未经许可',
    en: 'A measure against a deputy of a people’s congress without its permission',
  },
  grade: 'A',
  citations: [
    criminalProcedure(
      '第一百六十四条',
      '公安机关依法对县级以上各级人民代表大会代表拘传、取保候审、监视居住、拘留或者提请批准逮捕的，应当书面报请该代表所属的人民代表大会主席团或者常务委员会许可。',
    ),
    adminProcedure(
      '第一百七十四条',
      '对县级以上的各级人民代表大会代表予以行政拘留的，作出处罚决定前应当经该级人民代表大会主席团或者人民代表大会常务委员会许可。',
    ),
  ],
  paramSchema: noNumber,
  params: inForceFrom('2013-01-01'),
  limits: {
    zh: '代表身份以人员登记为准；对现行犯拘留后、对乡级代表采取措施后应当立即报告的，由另一规则监督。',
    en: 'Deputies are as registered; the report at once after detaining one caught in the act, or after a measure against a township deputy, is another rule.',
  },
  consumes: ['measure.started', 'application.made', 'application.answered', 'person.described'],
  keeps: ['measure.started', 'application.made', 'application.answered'],
  remembersMs: days(200),
  subject: (o) => (o.kind === 'application.made' && o.data.kind !== 'deputy-permission' ? undefined : mine(o)),
  judge(file, _, { register: { custody }, subject }) {
    const facts = custody.person(subject)
    if (facts?.values.deputy !== 'county-or-higher') return undefined
    for (const started of all(file, 'measure.started')) {
      if (started.data.kind === 'criminal-detention' && started.data.onScene) continue
      // A permission that names its measure is none for another.
      const asked = all(file, 'application.made')
        .filter(({ data }) => data.measure === null || data.measure === started.data.measure)
        .map(({ data }) => data.application)
      const permitted = all(file, 'application.answered').some(
        (a) => asked.includes(a.data.application) && a.data.result === 'granted' && a.at <= started.at,
      )
      if (!permitted)
        return {
          since: started.at,
          seen: [started, toldBy(facts, 'deputy')],
          unit: started.data.unit,
          officers: started.data.officers,
          facts: { kind: started.data.kind, person: subject },
        }
    }
    return undefined
  },
})
