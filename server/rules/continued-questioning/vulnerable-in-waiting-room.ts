import { all } from '../patterns/case-file.ts'
import { continuedQuestioning } from '../patterns/enactments.ts'
import { held } from '../patterns/held.ts'
import { vulnerable, vulnerableAges } from '../patterns/vulnerable.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const vulnerableInWaitingRoom = wrongWhen({
  id: 'continued-questioning.vulnerable-in-waiting-room',
  title: { zh: '将不得送入候问室的人员送入候问室', en: 'A protected person was put in a waiting room' },
  grade: 'A',
  citations: [
    continuedQuestioning('第十条', '必须在带至公安机关之时起的四小时以内盘问完毕，且不得送入候问室：'),
    continuedQuestioning('第三十条', '除本规定第十条所列情形外，在继续盘问间隙期间，应当将被盘问人送入候问室'),
  ],
  paramSchema: vulnerableAges,
  params: [{ from: '2004-10-01', value: { underYears: 16, fromYears: 70 } }],
  limits: {
    zh: '只有登记为候问室并有进出感知的房间才能判断；年龄、怀孕、哺乳以所报来源为准。',
    en: 'Judges only rooms registered as waiting rooms whose doors are seen; age, pregnancy and nursing are as reported.',
  },
  consumes: ['room.entered', 'person.described', 'measure.started'],
  subject: held('continued-questioning'),
  judge(file, law, { register: { custody }, subject }) {
    for (const entered of all(file, 'room.entered')) {
      if (custody.room(entered.data.room)?.kind !== 'waiting-room') continue
      const measure = custody.measuresAt(subject, entered.at).find((m) => m.kind === 'continued-questioning')
      if (!measure) continue
      const why = vulnerable(custody.person(subject), entered.at, law)
      if (why === undefined) return { missing: 'person.described birthDate' }
      if (why)
        return {
          since: entered.at,
          seen: [entered, measure.seqs, why.evidence],
          unit: measure.unit,
          facts: { because: why.because, room: entered.data.room, person: subject },
        }
    }
    return undefined
  },
})
