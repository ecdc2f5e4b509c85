import { actsOf, type RecordKind, recordKinds } from '../patterns/acts.ts'
import type { CaseFile } from '../patterns/case-file.ts'
import { criminalProcedure, criminalProcedureLaw } from '../patterns/enactments.ts'
import { headcount, headcountConsumes, headcountSettings, tooFewOfficers } from '../patterns/two-officers.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const twoInvestigators = wrongWhen({
  id: 'interrogation.two-investigators',
  title: { zh: '讯问时侦查人员少于二人', en: 'Fewer than two investigators at an interrogation' },
  grade: 'A',
  citations: [
    criminalProcedureLaw(
      '第一百一十八条',
      '讯问犯罪嫌疑人必须由人民检察院或者公安机关的侦查人员负责进行。讯问的时候，侦查人员不得少于二人。',
    ),
    criminalProcedure('第二百零二条', '讯问犯罪嫌疑人，必须由侦查人员进行。讯问的时候，侦查人员不得少于二人。'),
  ],
  paramSchema: headcount,
  params: [{ from: '2013-01-01', value: { least: 2, toleranceSeconds: 120 } }],
  localSettings: headcountSettings,
  limits: {
    zh: '一人办案的例外不及于刑事讯问。人数以笔录所载为准，门禁、胸牌能够否定；没有工作的胸牌感知时只能看笔录。辅警不计。',
    en: 'The single-officer exception does not reach interrogation. Counts those in the record, whom doors and badges may contradict; without a working badge reader only the record is seen. Auxiliaries do not count.',
  },
  consumes: headcountConsumes,
  keeps: recordKinds,
  subject: actsOf((a) => a.kind === 'interrogation'),
  judge: (file, law, moment) => tooFewOfficers(file as CaseFile<RecordKind>, law, moment),
})
