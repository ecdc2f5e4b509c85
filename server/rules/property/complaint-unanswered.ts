import { criminalProcedure } from '../patterns/enactments.ts'
import { requestWithin } from '../patterns/request-within.ts'

/** 对财物措施的申诉控告 (legal table O, crim-complaint-30d). */
export const propertyComplaint = requestWithin({
  id: 'property.complaint-unanswered',
  title: {
    zh: '对财物措施的申诉、控告未在三十日以内答复',
    en: 'A complaint about seized property was not answered within thirty days',
  },
  grade: 'B',
  citations: [
    criminalProcedure(
      '第一百九十六条',
      '受理申诉或者控告的公安机关应当及时进行调查核实，并在收到申诉、控告之日起三十日以内作出处理决定，书面回复申诉人、控告人。',
    ),
  ],
  params: [{ from: '2013-01-01', value: { amount: 30, unit: 'day' } }],
  of: ['property-complaint'],
  limits: {
    zh: '以收到申诉、控告的登记时间为准；是否书面回复由人核查。',
    en: 'Goes by the registered receipt; whether the answer was in writing is for people to check.',
  },
})
