import { criminalProcedure } from '../patterns/enactments.ts'
import { requestWithin } from '../patterns/request-within.ts'

/** 检察院通知立案 (legal table I, intake-no-case-notice-3d). */
export const filingOrder = requestWithin({
  id: 'case.filing-order',
  title: {
    zh: '检察院通知立案后未在十五日以内立案',
    en: 'A case that the procuratorate ordered to be filed was not filed within fifteen days',
  },
  grade: 'A',
  citations: [
    criminalProcedure(
      '第一百八十二条',
      '人民检察院通知公安机关立案的，公安机关应当在收到通知书后十五日以内立案，并将立案决定书复印件送达人民检察院。',
    ),
  ],
  params: [{ from: '2013-01-01', value: { amount: 15, unit: 'day' } }],
  of: ['file-as-ordered'],
  limits: {
    zh: '以答复登记为立案之时；立案决定书是否送达检察院由人核查。',
    en: 'The registered answer counts as the filing; whether the copy reached the procuratorate is for people to check.',
  },
})
