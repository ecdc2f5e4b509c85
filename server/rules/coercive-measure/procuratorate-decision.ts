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
  params: [{ from: '2018-10-26', value: { amount: 7, unit: 'day' } }],
  limits: {
    zh: '决定由检察院作出；逾期意味着被拘留人的羁押失去依据，办案单位须立即核查。收到之日不计。',
    en: 'The decision is the procuratorate’s; when it is late the detention has lost its basis and the case unit must look at once. The day of receipt is not counted.',
  },
})
