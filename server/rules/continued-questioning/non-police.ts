import { actOf, actsOf } from '../patterns/acts.ts'
import { continuedQuestioning } from '../patterns/enactments.ts'
import { inForceFrom, noNumber } from '../patterns/none.ts'
import { isAuxiliary } from '../patterns/officers.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const continuedQuestioningNonPolice = wrongWhen({
  id: 'continued-questioning.non-police',
  title: {
    zh: '不具有人民警察身份的人员从事继续盘问',
    en: 'Someone who is not a police officer carried out continued questioning',
  },
  grade: 'A',
  citations: [
    continuedQuestioning('第五条', '严禁不具有人民警察身份的人员从事有关继续盘问的执法工作。'),
    continuedQuestioning('第三十九条', '（七）指派不具有人民警察身份的人员从事有关继续盘问的执法工作的；'),
  ],
  paramSchema: noNumber,
  params: inForceFrom('2004-10-01'),
  limits: {
    zh: '以笔录所载盘问人员和人员登记的身份为准；未登记的人员不作判断。',
    en: 'Goes by those named in the record and their registered status; people who are not registered are not judged.',
  },
  consumes: ['act.started', 'act.joined', 'act.signed'],
  subject: actsOf((a) => a.kind === 'continued-questioning'),
  judge(file, _, { register }) {
    const act = actOf(file)
    if (!act) return undefined
    for (const seen of file) {
      const named = seen.kind === 'act.joined' ? (seen.data.officer ? [seen.data.officer] : []) : seen.data.officers
      const auxiliaries = named.filter((o) => isAuxiliary(register, o))
      if (auxiliaries.length > 0)
        return {
          since: seen.at,
          seen: [act.started, seen],
          unit: act.data.unit,
          officers: auxiliaries,
          facts: { act: act.data.act },
        }
    }
    return undefined
  },
})
