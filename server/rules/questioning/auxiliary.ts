import { z } from 'zod'
import { actKinds } from '../../domain/observation/act.ts'
import { actOf, actsOf, type RecordKind } from '../patterns/acts.ts'
import type { CaseFile } from '../patterns/case-file.ts'
import { adminProcedure } from '../patterns/enactments.ts'
import { isAuxiliary } from '../patterns/officers.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const questioningAuxiliary = wrongWhen({
  id: 'questioning.auxiliary',
  title: {
    zh: '警务辅助人员从事须由人民警察进行的调查取证',
    en: 'An auxiliary carried out an act reserved to police officers',
  },
  grade: 'A',
  citations: [
    adminProcedure(
      '第五十二条',
      '公安机关进行询问、辨认、检查、勘验，实施行政强制措施等调查取证工作时，人民警察不得少于二人，并表明执法身份。',
    ),
    adminProcedure(
      '第五十二条',
      '接报案、受案登记、接受证据、信息采集、调解、送达文书等工作，可以由一名人民警察带领警务辅助人员进行，但应当全程录音录像。',
    ),
  ],
  paramSchema: z.object({ reserved: z.array(z.enum(actKinds)) }),
  params: [
    {
      from: '2019-01-01',
      value: {
        reserved: [
          'questioning',
          'identification',
          'inspection',
          'scene-investigation',
          'seizure',
          'forced-summons',
          'restraint',
          'on-the-spot-penalty',
        ],
      },
    },
  ],
  limits: {
    zh: '以笔录所载办案人员和人员登记的身份为准；未登记的人员不作判断。协助看管、记录等不算。',
    en: 'Goes by those whom the record names as acting and their registered status; people not registered are not judged. Guarding and typing do not count.',
  },
  consumes: ['act.started', 'act.joined', 'act.signed'],
  subject: actsOf((a) => a.caseType !== 'criminal'),
  judge(file, { reserved }, { register }) {
    const act = actOf(file as CaseFile<RecordKind>)
    if (!act || !reserved.includes(act.data.kind)) return undefined
    for (const seen of file) {
      const named = seen.kind === 'act.joined' ? (seen.data.officer ? [seen.data.officer] : []) : seen.data.officers
      const auxiliaries = named.filter((o) => isAuxiliary(register, o))
      if (auxiliaries.length > 0)
        return {
          since: seen.at,
          seen: [act.started, seen],
          unit: act.data.unit,
          officers: auxiliaries,
          facts: { act: act.data.act, kind: act.data.kind },
        }
    }
    return undefined
  },
})
