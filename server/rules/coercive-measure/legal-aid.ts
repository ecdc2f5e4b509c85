import { answeredWithin } from '../patterns/answered-within.ts'
import { criminalProcedure } from '../patterns/enactments.ts'

export const legalAidForwarded = answeredWithin({
  id: 'coercive-measure.legal-aid',
  title: {
    zh: '在押人员法律援助申请未在二十四小时以内转交',
    en: 'An application for legal aid from custody was not forwarded within 24 hours',
  },
  grade: 'C',
  citations: [
    criminalProcedure(
      '第四十七条',
      '公安机关收到在押的犯罪嫌疑人提出的法律援助申请后，应当在二十四小时以内将其申请转交所在地的法律援助机构',
    ),
  ],
  application: 'legal-aid',
  deed: true,
  params: [{ from: '2020-09-01', value: { amount: 24, unit: 'hour' } }],
  limits: {
    zh: '以收到和转交的登记时间为准。',
    en: 'Goes by the recorded receipt and forwarding.',
  },
})
