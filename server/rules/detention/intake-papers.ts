import { first } from '../patterns/case-file.ts'
import { lockups } from '../patterns/enactments.ts'
import { inForceFrom, noNumber } from '../patterns/none.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const lockupIntakePapers = wrongWhen({
  id: 'detention.intake-papers',
  title: {
    zh: '拘留所没有拘留决定文书而收拘',
    en: 'A person was taken into the lock-up without the written decision',
  },
  grade: 'A',
  citations: [lockups('第九条', '拘留所应当凭拘留决定机关的拘留决定文书及时收拘被拘留人。')],
  paramSchema: noNumber,
  params: inForceFrom('2012-04-01'),
  limits: {
    zh: '以收拘登记为准，没有登记有无文书的不作判断。异地收拘的批准由人核查；健康检查见于未核对的实施办法，不看。',
    en: 'Goes by the admission record; where it does not speak of papers, it does not judge. The approval for taking in somebody from elsewhere is for people to check; the health examination stands in rules that were not checked, and is left out.',
  },
  consumes: ['custody.admitted'],
  subject: ({ data, observedAt }) => (data.facilityKind === 'lockup' ? `${data.person}/${observedAt}` : undefined),
  judge(file) {
    const admitted = first(file, 'custody.admitted')
    if (!admitted) return undefined
    const { papers, facility, person } = admitted.data
    if (papers === null) return { missing: 'custody.admitted papers' }
    return papers ? undefined : { since: admitted.at, seen: [admitted], unit: facility, facts: { papers, person } }
  },
})
