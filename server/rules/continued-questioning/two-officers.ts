import { actsOf, recordKinds } from '../patterns/acts.ts'
import { adminProcedure, publicOrder2025 } from '../patterns/enactments.ts'
import { headcount, headcountConsumes, headcountSettings, tooFewOfficers } from '../patterns/two-officers.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const continuedQuestioningTwoOfficers = wrongWhen({
  id: 'continued-questioning.two-officers',
  title: { zh: '继续盘问时人民警察少于二人', en: 'Fewer than two police officers at continued questioning' },
  grade: 'A',
  citations: [
    adminProcedure(
      '第五十二条',
      '公安机关进行询问、辨认、检查、勘验，实施行政强制措施等调查取证工作时，人民警察不得少于二人，并表明执法身份。',
    ),
    adminProcedure(
      '第五十四条',
      '（二）对违法嫌疑人采取保护性约束措施、继续盘问、强制传唤、强制检测、拘留审查、限制活动范围，对恐怖活动嫌疑人采取约束措施等强制措施。',
    ),
    publicOrder2025(
      '第一百零八条',
      '公安机关进行询问、辨认、勘验，实施行政强制措施等调查取证工作时，人民警察不得少于二人。',
    ),
  ],
  paramSchema: headcount,
  params: [{ from: '2019-01-01', value: { least: 2, toleranceSeconds: 120 } }],
  localSettings: headcountSettings,
  limits: {
    zh: '一人办案的例外不及于继续盘问。人数以笔录所载人员为准，门禁、胸牌能够否定；没有工作的胸牌感知时只能看笔录。',
    en: 'The single-officer exception does not reach continued questioning. Counts those named in the record, whom doors and badges may contradict; without a working badge reader only the record is seen.',
  },
  consumes: headcountConsumes,
  keeps: recordKinds,
  subject: actsOf((a) => a.kind === 'continued-questioning'),
  judge: (file, law, moment) => tooFewOfficers(file as Parameters<typeof tooFewOfficers>[0], law, moment),
})
