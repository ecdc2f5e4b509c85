import { all } from '../patterns/case-file.ts'
import { continuedQuestioning, policeLaw } from '../patterns/enactments.ts'
import { held } from '../patterns/held.ts'
import { inForceFrom, noNumber } from '../patterns/none.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const continuedQuestioningNoApproval = wrongWhen({
  id: 'continued-questioning.no-approval',
  title: {
    zh: '未经审批即送入候问室或者开始继续盘问',
    en: 'A person was put in the waiting room or questioned on before approval',
  },
  grade: 'A',
  citations: [
    continuedQuestioning('第十二条', '（三）适用继续盘问不履行审批、登记手续；'),
    continuedQuestioning('第十四条', '未批准继续盘问的，应当立即释放。'),
    policeLaw('第九条', '可以将其带至公安机关，经该公安机关批准，对其继续盘问:'),
  ],
  paramSchema: noNumber,
  params: inForceFrom('2004-10-01'),
  limits: {
    zh: '只看首次进入候问室或者首次盘问之前有无批准；看不到纸质审批而未录入的情形。',
    en: 'Looks for an approval before the first entry into a waiting room or the first questioning; an approval on paper only is not seen.',
  },
  consumes: ['measure.started', 'measure.decided', 'room.entered', 'act.started'],
  subject: (o) =>
    o.kind === 'act.started' && o.data.kind !== 'continued-questioning' ? undefined : held('continued-questioning')(o),
  judge(file, _, { register: { custody } }) {
    for (const started of all(file, 'measure.started')) {
      const span = custody.measure(started.data.measure)
      const used = all(file, 'room.entered', 'act.started').find(
        (s) =>
          s.at >= started.at &&
          (span?.endedAt === undefined || s.at <= span.endedAt) &&
          (s.kind === 'act.started' || custody.room(s.data.room)?.kind === 'waiting-room'),
      )
      if (!used) continue
      const decided = all(file, 'measure.decided').filter(
        (d) => d.data.measure === started.data.measure && d.at <= used.at,
      )
      if (decided.at(-1)?.data.decision !== 'approved')
        return {
          since: used.at,
          seen: [started, used, ...decided],
          unit: started.data.unit,
          officers: started.data.officers,
          facts: { measure: started.data.measure, person: started.data.person, refused: decided.length > 0 },
        }
    }
    return undefined
  },
})
