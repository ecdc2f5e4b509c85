import { criminalProcedure } from '../patterns/enactments.ts'
import { requestWithin } from '../patterns/request-within.ts'

/** 检察院要求说明不立案理由 (legal table I, intake-no-case-notice-3d). */
export const explanationLate = requestWithin({
  id: 'case.explanation-late',
  title: {
    zh: '未在七日以内向检察院说明不立案理由',
    en: 'The procuratorate was not told within seven days why nothing was filed',
  },
  grade: 'B',
  citations: [
    criminalProcedure(
      '第一百八十二条',
      '对人民检察院要求说明不立案理由的案件，公安机关应当在收到通知书后七日以内，对不立案的情况、依据和理由作出书面说明，回复人民检察院。',
    ),
  ],
  params: [{ from: '2013-01-01', value: { amount: 7, unit: 'day' } }],
  of: ['explain-non-filing'],
  limits: {
    zh: '以收到通知书的登记时间为准；说明的内容由人核查。',
    en: 'Goes by the registered receipt of the letter; what the explanation says is for people to read.',
  },
})
