import { criminalProcedure } from '../patterns/enactments.ts'
import { requestWithin } from '../patterns/request-within.ts'

/** 对强制措施、保证金的申诉控告 (legal table O, crim-complaint-30d). */
export const measureComplaint = requestWithin({
  id: 'coercive-measure.complaint-unanswered',
  title: {
    zh: '对强制措施的申诉、控告未在三十日以内答复',
    en: 'A complaint about a coercive measure was not answered within thirty days',
  },
  grade: 'B',
  citations: [
    criminalProcedure('第一百九十六条', '（一）采取强制措施法定期限届满，不予以释放、解除或者变更的；'),
    criminalProcedure('第一百九十六条', '（二）应当退还取保候审保证金不退还的；'),
    criminalProcedure(
      '第一百九十六条',
      '受理申诉或者控告的公安机关应当及时进行调查核实，并在收到申诉、控告之日起三十日以内作出处理决定，书面回复申诉人、控告人。',
    ),
  ],
  params: [{ from: '2013-01-01', value: { amount: 30, unit: 'day' } }],
  of: ['measure-complaint'],
  limits: {
    zh: '以收到申诉、控告的登记时间为准，末日逢节假日顺延；是否书面回复由人核查。期限是否确已届满另有规则看。',
    en: 'Goes by the registered receipt, a last day off moves on; whether the answer was in writing is for people to check. Whether the time was over at all is for other rules.',
  },
})
