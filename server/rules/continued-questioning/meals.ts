import { shortMeasures } from '../../domain/observation/measure.ts'
import { continuedQuestioning } from '../patterns/enactments.ts'
import { mealKinds, mealSchema, mealSettings, withoutMeal } from '../patterns/meals.ts'
import { byStay } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const continuedQuestioningMeals = wrongWhen({
  id: 'continued-questioning.meals',
  title: { zh: '继续盘问期间长时间未提供饮食', en: 'No meal was recorded for long during continued questioning' },
  grade: 'C',
  citations: [continuedQuestioning('第三十四条', '在继续盘问期间，公安机关应当为被盘问人提供基本的饮食。')],
  paramSchema: mealSchema,
  params: [{ from: '2004-10-01', value: { everyHours: 6 } }],
  localSettings: mealSettings,
  limits: {
    zh: '法律没有规定间隔，小时数是本地设定；没有登记过的饮食休息数据来源时不作判断。',
    en: 'The law gives no interval; the hours are a local setting. Without a declared source of care records it does not judge.',
  },
  consumes: mealKinds,
  subject: byStay(...shortMeasures, 'protective-restraint'),
  judge: withoutMeal(['continued-questioning']),
})
