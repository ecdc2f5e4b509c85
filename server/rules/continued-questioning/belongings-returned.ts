import { all, first } from '../patterns/case-file.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { continuedQuestioning } from '../patterns/enactments.ts'
import { byStay } from '../patterns/subjects.ts'

export const continuedQuestioningBelongingsReturned = deedWithin({
  id: 'continued-questioning.belongings-returned',
  title: {
    zh: '继续盘问结束后未立即返还暂存物品',
    en: 'Belongings were not returned at once when continued questioning ended',
  },
  grade: 'C',
  citations: [
    continuedQuestioning(
      '第三十二条',
      '与案件无关的，应当立即返还被盘问人，并在《暂存物品清单》上注明，由被盘问人签名或者捺指印。',
    ),
  ],
  params: [{ from: '2004-10-01', value: { amount: 30, unit: 'minute' } }],
  localSettings: [{ param: 'amount', title: { zh: '视为立即的时间', en: 'What counts as at once' }, unit: 'minute' }],
  limits: {
    zh: '“立即”没有法定数字，时间是本地设定；物品全部作为证据、违禁品随案移交的，须由人核查。没有登记过的物品管理数据来源时不作判断。',
    en: 'The law says at once and gives no number; the time is a local setting. Where everything went with the case as evidence or contraband, people must check. Without a declared source of belongings records it does not judge.',
  },
  consumes: ['measure.started', 'belongings.listed', 'measure.ended', 'person.departed', 'belongings.returned'],
  subject: byStay('continued-questioning'),
  source: 'belongings',
  begins(file) {
    const listed = first(file, 'belongings.listed')
    const measure = first(file, 'measure.ended') ?? first(file, 'measure.started')
    // Where no paper ends it, it is over when the person has gone.
    const over = measure?.kind === 'measure.started' ? first(file, 'person.departed') : measure
    // Who is handed on in custody takes the belongings along; who is let go takes them home.
    if (!measure || !over || !listed || over.data.how !== 'released') return undefined
    return { at: over.at, seen: [listed, over], unit: measure.data.unit }
  },
  done: (file) => all(file, 'belongings.returned').find((s) => s.data.signed),
})
