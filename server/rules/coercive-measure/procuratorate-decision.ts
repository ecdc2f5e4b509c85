import { answeredWithin } from '../patterns/answered-within.ts'
import { criminalProcedureLaw } from '../patterns/enactments.ts'

export const procuratorateDecision = answeredWithin({
  id: 'coercive-measure.procuratorate-decision',
  title: { zh: '提请批准逮捕后七日内未收到决定', en: 'No decision on the request for arrest within seven days' },
  grade: 'A',
  citations: [
    criminalProcedureLaw(
      '第九十一条',
      '人民检察院应当自接到公安机关提请批准逮捕书后的七日以内，作出批准逮捕或者不批准逮捕的决定。',
    ),
  ],
  application: 'arrest-approval',
  applies: ({ at, data }, { custody }) => {
    const inForce = custody.measuresAt(data.person, at).map((m) => m.kind)
    return (
      inForce.includes('criminal-detention') || !inForce.some((m) => m === 'bail' || m === 'residential-surveillance')
    )
  },
  params: [{ from: '2018-10-26', value: { amount: 7, unit: 'day' } }],
  limits: {
    zh: '决定由检察院作出；逾期意味着被拘留人的羁押失去依据，办案单位须立即核查。收到之日不计。取保候审、监视居住而未被拘留的，期限为十五日至二十日（人民检察院刑事诉讼规则第二百八十二条），由人核查。',
    en: 'The decision is the procuratorate’s; when it is late the detention has lost its basis and the case unit must look at once. The day of receipt is not counted. For someone on bail or under residential surveillance and not detained it is fifteen to twenty days (procuratorate’s rules 282), for people to check.',
  },
})
