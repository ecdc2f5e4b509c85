import { first } from '../patterns/case-file.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { continuedQuestioning } from '../patterns/enactments.ts'
import { byStay } from '../patterns/subjects.ts'

export const continuedQuestioningNotReleased = deedWithin({
  id: 'continued-questioning.not-released',
  title: {
    zh: '应当终止继续盘问而未立即释放或者移交',
    en: 'Continued questioning had to end, but the person was not released or handed over at once',
  },
  grade: 'A',
  citations: [
    continuedQuestioning('第十九条', '应当立即终止继续盘问，并立即释放被盘问人或者依法作出处理决定：'),
    continuedQuestioning(
      '第二十一条',
      '在继续盘问期间对被盘问人依法作出刑事拘留、逮捕或者行政拘留、收容教育、强制戒毒决定的，应当立即移交有关监管场所执行；依法作出取保候审、监视居住或者警告、罚款等行政处罚决定的，应当立即释放。',
    ),
  ],
  params: [{ from: '2004-10-01', value: { amount: 30, unit: 'minute' } }],
  localSettings: [
    { param: 'amount', title: { zh: '“立即”释放的时间', en: 'What "at once" means for release' }, unit: 'minute' },
  ],
  limits: {
    zh: '法律只说“立即”，分钟数是本地设定；以办案系统所记应当终止的时间和离开时间为准。',
    en: 'The law says "at once"; the minutes are a local setting. Goes by the recorded moment the ground arose and the departure.',
  },
  consumes: ['measure.must-end', 'measure.ended', 'person.departed'],
  subject: byStay('continued-questioning'),
  begins(file) {
    const must = first(file, 'measure.must-end')
    return (
      must && {
        at: must.at,
        seen: [must],
        unit: must.data.unit,
        facts: { reason: must.data.reason, person: must.data.person },
      }
    )
  },
  done: (file, { at }) => file.find((s) => s.at >= at && (s.kind === 'measure.ended' || s.kind === 'person.departed')),
})
