import { actsOf, type RecordKind, recordKinds } from '../patterns/acts.ts'
import type { CaseFile } from '../patterns/case-file.ts'
import { criminalProcedure } from '../patterns/enactments.ts'
import { headcount, headcountConsumes, headcountSettings, tooFewOfficers } from '../patterns/two-officers.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const arrestByTwo = wrongWhen({
  id: 'coercive-measure.arrest-by-two',
  title: { zh: '执行逮捕的侦查人员少于二人', en: 'Fewer than two investigators executed an arrest' },
  grade: 'B',
  citations: [criminalProcedure('第一百四十三条', '执行逮捕的侦查人员不得少于二人。')],
  paramSchema: headcount,
  params: [{ from: '2013-01-01', value: { least: 2, toleranceSeconds: 120 } }],
  localSettings: headcountSettings,
  limits: {
    zh: '以执行记录所载人员为准，辅警不计。',
    en: 'Goes by those whom the record names; auxiliaries do not count.',
  },
  consumes: headcountConsumes,
  keeps: recordKinds,
  subject: actsOf((a) => a.kind === 'arrest'),
  judge: (file, law, moment) => tooFewOfficers(file as CaseFile<RecordKind>, law, moment),
})
