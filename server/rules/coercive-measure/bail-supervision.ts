import { answeredWithin } from '../patterns/answered-within.ts'
import { criminalProcedure } from '../patterns/enactments.ts'

export const bailSupervision = answeredWithin({
  id: 'coercive-measure.bail-supervision',
  title: {
    zh: '法院、检察院决定的取保候审未在二十四小时以内指定派出所执行',
    en: 'Bail decided by court or procuratorate was not assigned to a station within 24 hours',
  },
  grade: 'C',
  citations: [
    criminalProcedure(
      '第九十二条',
      '负责执行的县级公安机关应当在收到法律文书和有关材料后二十四小时以内，指定被取保候审人居住地派出所核实情况后执行。',
    ),
  ],
  application: 'bail-supervision',
  deed: true,
  params: [{ from: '2013-01-01', value: { amount: 24, unit: 'hour' } }],
  limits: {
    zh: '以收到文书和指定的登记时间为准。',
    en: 'Goes by the recorded receipt and assignment.',
  },
})
