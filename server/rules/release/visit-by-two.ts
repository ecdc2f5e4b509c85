import { z } from 'zod'
import { first } from '../patterns/case-file.ts'
import { detentionHouses } from '../patterns/enactments.ts'
import { isAuxiliary } from '../patterns/officers.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const visitByTwo = wrongWhen({
  id: 'release.visit-by-two',
  title: {
    zh: '提讯人员少于二人或者没有提讯证',
    en: 'A visit for interrogation by fewer than two, or without a permit',
  },
  grade: 'A',
  citations: [
    detentionHouses('第十九条', '必须持有提讯证或者提票。提讯人员不得少于二人。'),
    detentionHouses('第十九条', '不符合前款规定的，看守所应当拒绝提讯。'),
  ],
  paramSchema: z.object({ least: z.number() }),
  params: [{ from: '1990-03-17', value: { least: 2 } }],
  limits: {
    zh: '以看守所提讯登记为准，辅警不计。',
    en: 'Goes by the detention house’s register; auxiliaries do not count.',
  },
  consumes: ['custody.visited'],
  subject: ({ data }) => data.visit,
  judge(file, { least }, { register }) {
    const visit = first(file, 'custody.visited')
    if (!visit) return undefined
    const police = [...new Set(visit.data.officers)].filter((o) => !isAuxiliary(register, o))
    if (police.length >= least && visit.data.permit) return undefined
    return {
      since: visit.at,
      seen: [visit],
      unit: visit.data.facility,
      officers: visit.data.officers,
      facts: { officers: police.length, permit: visit.data.permit, person: visit.data.person },
    }
  },
})
