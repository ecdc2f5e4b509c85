import { actsOf, type RecordKind, recordKinds } from '../patterns/acts.ts'
import type { CaseFile } from '../patterns/case-file.ts'
import { criminalProcedure } from '../patterns/enactments.ts'
import { headcount, headcountConsumes, headcountSettings, tooFewOfficers } from '../patterns/two-officers.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const searchByTwo = wrongWhen({
  id: 'inspection.search-by-two',
  title: {
    zh: '执行搜查的侦查人员少于二人',
    en: 'Fewer than two investigators carried out a search',
  },
  grade: 'B',
  citations: [
    criminalProcedure('第二百二十三条', '进行搜查，必须向被搜查人出示搜查证，执行搜查的侦查人员不得少于二人。'),
  ],
  paramSchema: headcount,
  params: [{ from: '2013-01-01', value: { least: 2, toleranceSeconds: 120 } }],
  localSettings: headcountSettings,
  limits: {
    zh: '只看刑事案件的搜查。以记录所载人员为准，辅警不计。',
    en: 'Searches in criminal cases. Goes by those on the record; auxiliaries do not count.',
  },
  consumes: headcountConsumes,
  keeps: recordKinds,
  subject: actsOf((a) => a.kind === 'search' && a.caseType === 'criminal'),
  judge: (file, law, moment) => tooFewOfficers(file as CaseFile<RecordKind>, law, moment),
})
