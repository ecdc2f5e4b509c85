import { z } from 'zod'
import { actsOf, doorKinds, type RecordKind, recordKinds } from '../patterns/acts.ts'
import type { CaseFile } from '../patterns/case-file.ts'
import { adminProcedure } from '../patterns/enactments.ts'
import { notAlone } from '../patterns/together.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const questioningNotIndividually = wrongWhen({
  id: 'questioning.not-individually',
  title: { zh: '询问未个别进行', en: 'People of one case were questioned in each other’s presence' },
  grade: 'C',
  citations: [adminProcedure('第七十二条', '询问违法嫌疑人、被侵害人或者其他证人，应当个别进行。')],
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
  subject: actsOf((a) => a.kind === 'questioning' && a.caseType !== 'criminal'),
  judge: (file, { toleranceSeconds }, { register, now }) =>
    notAlone(file as CaseFile<RecordKind>, register, now, toleranceSeconds, 'any'),
})
