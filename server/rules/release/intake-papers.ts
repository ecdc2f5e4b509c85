import { first } from '../patterns/case-file.ts'
import { criminalProcedure, detentionHouses } from '../patterns/enactments.ts'
import { inForceFrom, noNumber } from '../patterns/none.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const intakePapers = wrongWhen({
  id: 'release.intake-papers',
  title: {
    zh: '看守所收押没有凭证或者没有健康体表检查记录',
    en: 'A person was admitted to the detention house without papers or without a health examination',
  },
  grade: 'A',
  citations: [
    detentionHouses('第九条', '没有上述凭证，或者凭证的记载与实际情况不符的，不予收押。'),
    detentionHouses('第十条', '看守所收押人犯，应当进行健康检查'),
    criminalProcedure('第一百五十四条', '看守所收押犯罪嫌疑人、被告人和罪犯，应当进行健康和体表检查，并予以记录。'),
  ],
  paramSchema: noNumber,
  params: inForceFrom('1990-03-17'),
  limits: {
    zh: '以收押登记为准，未登记的项目不作判断。',
    en: 'Goes by the admission record; what it does not say is not judged.',
  },
  consumes: ['custody.admitted'],
  subject: ({ data, observedAt }) =>
    data.facilityKind === 'detention-house' ? `${data.person}/${observedAt}` : undefined,
  judge(file) {
    const admitted = first(file, 'custody.admitted')
    if (!admitted) return undefined
    const { papers, bodyExam, facility, person } = admitted.data
    if (papers === false || bodyExam === false)
      return { since: admitted.at, seen: [admitted], unit: facility, facts: { papers, bodyExam, person } }
    return papers === null || bodyExam === null ? { missing: 'custody.admitted papers and bodyExam' } : undefined
  },
})
