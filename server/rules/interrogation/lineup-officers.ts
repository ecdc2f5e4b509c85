import { actsOf, type RecordKind, recordKinds } from '../patterns/acts.ts'
import type { CaseFile } from '../patterns/case-file.ts'
import { criminalProcedure } from '../patterns/enactments.ts'
import { headcount, headcountConsumes, headcountSettings, tooFewOfficers } from '../patterns/two-officers.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const lineupOfficers = wrongWhen({
  id: 'interrogation.lineup-officers',
  title: {
    zh: '刑事案件主持辨认的侦查人员少于二人',
    en: 'Fewer than two investigators conducted an identification in a criminal case',
  },
  grade: 'B',
  citations: [criminalProcedure('第二百五十九条', '辨认应当在侦查人员的主持下进行。主持辨认的侦查人员不得少于二人。')],
  paramSchema: headcount,
  params: [{ from: '2013-01-01', value: { least: 2, toleranceSeconds: 120 } }],
  localSettings: headcountSettings,
  limits: {
    zh: '一人办案的例外只及于治安案件。以记录所载人员为准，辅警不计。',
    en: 'The single-officer exception covers public-order cases only. Goes by those on the record; auxiliaries do not count.',
  },
  consumes: headcountConsumes,
  keeps: recordKinds,
  subject: actsOf((a) => a.kind === 'identification' && a.caseType === 'criminal'),
  judge: (file, law, moment) => tooFewOfficers(file as CaseFile<RecordKind>, law, moment),
})
