import { z } from 'zod'
import { actsOf, doorKinds, type RecordKind, recordKinds } from '../patterns/acts.ts'
import type { CaseFile } from '../patterns/case-file.ts'
import { criminalProcedure } from '../patterns/enactments.ts'
import { notAlone } from '../patterns/together.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const interrogationNotIndividually = wrongWhen({
  id: 'interrogation.not-individually',
  title: { zh: '讯问同案犯罪嫌疑人未个别进行', en: 'Suspects of one case were interrogated in each other’s presence' },
  grade: 'B',
  citations: [criminalProcedure('第二百零二条', '讯问同案的犯罪嫌疑人，应当个别进行。')],
  paramSchema: z.object({ toleranceSeconds: z.number() }),
  params: [{ from: '2013-01-01', value: { toleranceSeconds: 120 } }],
  localSettings: [
    {
      param: 'toleranceSeconds',
      title: { zh: '短暂同处的容许时间', en: 'Short meeting that is tolerated' },
      unit: 'second',
    },
  ],
  limits: {
    zh: '只有佩戴手环，并且其措施或者办案活动登记的案件编号相同的人员才能识别。',
    en: 'Sees only persons with a wristband whose measures or acts on record bear the same case number.',
  },
  consumes: [...recordKinds, ...doorKinds],
  keeps: recordKinds,
  subject: actsOf((a) => a.kind === 'interrogation'),
  judge: (file, { toleranceSeconds }, { register, now }) =>
    notAlone(file as CaseFile<RecordKind>, register, now, toleranceSeconds, 'suspect'),
})
