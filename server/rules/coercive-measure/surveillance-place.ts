import { first } from '../patterns/case-file.ts'
import { criminalProcedure, criminalProcedureLaw } from '../patterns/enactments.ts'
import { inForceFrom, noNumber } from '../patterns/none.ts'
import { byMeasure } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const surveillancePlace = wrongWhen({
  id: 'coercive-measure.surveillance-place',
  title: {
    zh: '在羁押场所、办案场所或者办公场所执行监视居住',
    en: 'Residential surveillance is executed in a custody, case or office area',
  },
  grade: 'A',
  citations: [
    criminalProcedureLaw('第七十五条', '但是，不得在羁押场所、专门的办案场所执行。'),
    criminalProcedure('第一百一十二条', '公安机关不得在羁押场所、专门的办案场所或者办公场所执行监视居住。'),
  ],
  paramSchema: noNumber,
  params: inForceFrom('2013-01-01'),
  limits: {
    zh: '以登记的执行处所为准，未登记的不作判断。',
    en: 'Goes by the recorded place; without it the rule does not judge.',
  },
  consumes: ['measure.started'],
  subject: byMeasure('residential-surveillance'),
  judge(file) {
    const started = first(file, 'measure.started')
    if (!started) return undefined
    const { place, unit, officers, person } = started.data
    if (place === null) return { missing: 'measure.started place' }
    return ['custody-place', 'case-area', 'office'].includes(place)
      ? { since: started.at, seen: [started], unit, officers, facts: { place, person } }
      : undefined
  },
})
