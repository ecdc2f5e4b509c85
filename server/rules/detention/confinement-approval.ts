import { z } from 'zod'
import { bureauChiefs, ranks } from '../patterns/approvers.ts'
import { first } from '../patterns/case-file.ts'
import { detentionHouses } from '../patterns/enactments.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const confinementApproval = wrongWhen({
  id: 'detention.confinement-approval',
  title: {
    zh: '看守所对在押人员禁闭未经所长批准',
    en: 'Solitary confinement in the detention house without the director’s approval',
  },
  grade: 'A',
  citations: [detentionHouses('第三十六条', '情节严重，经教育不改的，可以责令具结悔过或者经看守所所长批准予以禁闭。')],
  paramSchema: z.object({ approvers: ranks }),
  params: [{ from: '1990-03-17', value: { approvers: ['facility-director', ...bureauChiefs] } }],
  limits: {
    zh: '以禁闭登记的批准人职务为准；是否情节严重、经教育不改由人核查。',
    en: 'Goes by the approver on the register of confinement; whether there was cause is for people to check.',
  },
  consumes: ['custody.confined'],
  subject: ({ data }) => (data.facilityKind === 'detention-house' ? data.confinement : undefined),
  judge(file, { approvers }) {
    const begun = first(file, 'custody.confined')
    if (!begun || (begun.data.rank !== null && approvers.includes(begun.data.rank))) return undefined
    const { facility, rank, person } = begun.data
    return { since: begun.at, seen: [begun], unit: facility, facts: { rank, person } }
  },
})
