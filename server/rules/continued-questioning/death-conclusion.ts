import { all } from '../patterns/case-file.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { continuedQuestioning } from '../patterns/enactments.ts'

export const continuedQuestioningDeathConclusion = deedWithin({
  id: 'continued-questioning.death-conclusion',
  title: {
    zh: '死因鉴定结论未在三日以内送达家属或者单位',
    en: 'The conclusion on a cause of death was not delivered to the family within three days',
  },
  grade: 'B',
  citations: [
    continuedQuestioning(
      '第二十五条',
      '（三）在作出鉴定结论后三日以内将鉴定结论送达被盘问人的家属或者单位。对被盘问人身份不明或者没有家属和单位而无法通知的，应当在鉴定结论上注明。',
    ),
  ],
  params: [{ from: '2004-10-01', value: { amount: 3, unit: 'day' } }],
  limits: {
    zh: '以登记的结论和送达为准；无法通知而注明的，登记为送达。重新鉴定由人核查。',
    en: 'Goes by the recorded conclusion and delivery; a note that nobody could be told is registered as delivered. A second appraisal is for people to check.',
  },
  consumes: ['death.appraisal'],
  subject: ({ data }) => data.incident,
  begins(file) {
    const concluded = all(file, 'death.appraisal').find((a) => a.data.step === 'concluded')
    return (
      concluded && {
        at: concluded.at,
        seen: [concluded],
        unit: concluded.data.unit,
        facts: { person: concluded.data.person },
      }
    )
  },
  done: (file) => all(file, 'death.appraisal').find((a) => a.data.step === 'delivered'),
})
