import { z } from 'zod'
import { bureauChiefs, ranks } from '../patterns/approvers.ts'
import { first } from '../patterns/case-file.ts'
import { detentionHouses } from '../patterns/enactments.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const familyVisitOut = wrongWhen({
  id: 'release.family-visit-out',
  title: {
    zh: '被羁押人回家探视未经公安机关批准',
    en: 'A detainee was let out to visit family without the bureau’s approval',
  },
  grade: 'A',
  citations: [
    detentionHouses(
      '第二十九条',
      '人犯的配偶、父母或者子女病危时，除案情重大的以外，经办案机关同意，并经公安机关批准，在严格监护的条件下，允许人犯回家探视。',
    ),
  ],
  paramSchema: z.object({ approvers: ranks }),
  params: [{ from: '1990-03-17', value: { approvers: bureauChiefs } }],
  limits: {
    zh: '以出所登记的批准人职务为准；当日返回由另一规则监督；办案机关同意、看护人数由人核查。',
    en: 'Goes by the approver on the record; the same-day return is another rule; the case unit’s consent and the escort are for people to check.',
  },
  consumes: ['custody.taken-out'],
  subject: ({ data }) =>
    data.facilityKind === 'detention-house' && data.purpose === 'family-visit' ? data.outing : undefined,
  judge(file, { approvers }) {
    const out = first(file, 'custody.taken-out')
    if (!out || (out.data.rank !== null && approvers.includes(out.data.rank))) return undefined
    return {
      since: out.at,
      seen: [out],
      unit: out.data.facility,
      officers: out.data.officers,
      facts: { rank: out.data.rank, person: out.data.person },
    }
  },
})
