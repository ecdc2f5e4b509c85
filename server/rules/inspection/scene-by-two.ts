import { actsOf, type RecordKind, recordKinds } from '../patterns/acts.ts'
import type { CaseFile } from '../patterns/case-file.ts'
import { criminalProcedure } from '../patterns/enactments.ts'
import { headcount, headcountConsumes, headcountSettings, tooFewOfficers } from '../patterns/two-officers.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const sceneByTwo = wrongWhen({
  id: 'inspection.scene-by-two',
  title: {
    zh: '勘查现场的侦查人员少于二人',
    en: 'Fewer than two investigators examined the scene of a criminal case',
  },
  grade: 'B',
  citations: [criminalProcedure('第二百一十五条', '公安机关对案件现场进行勘查，侦查人员不得少于二人。')],
  paramSchema: headcount,
  params: [{ from: '2013-01-01', value: { least: 2, toleranceSeconds: 120 } }],
  localSettings: headcountSettings,
  limits: {
    zh: '只看刑事案件的现场勘查，行政案件的勘验另有规则。以记录所载人员为准，辅警不计；是否持有勘查证由人核查。',
    en: 'Scenes of criminal cases; those of administrative cases have their own rule. Goes by those on the record; auxiliaries do not count. Whether they carried the licence to examine scenes is for people to check.',
  },
  consumes: headcountConsumes,
  keeps: recordKinds,
  subject: actsOf((a) => a.kind === 'scene-investigation' && a.caseType === 'criminal'),
  judge: (file, law, moment) => tooFewOfficers(file as CaseFile<RecordKind>, law, moment),
})
