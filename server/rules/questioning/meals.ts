import { shortMeasures } from '../../domain/observation/measure.ts'
import { adminProcedure, publicOrder2025 } from '../patterns/enactments.ts'
import { mealKinds, mealSchema, mealSettings, withoutMeal } from '../patterns/meals.ts'
import { byStay } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'
import { questioningMeasures } from './clock.ts'

export const questioningMeals = wrongWhen({
  id: 'questioning.meals',
  title: { zh: '询问查证期间长时间未提供饮食', en: 'No meal was recorded for long during questioning' },
  grade: 'C',
  citations: [
    publicOrder2025('第九十七条', '询问查证期间，公安机关应当保证违反治安管理行为人的饮食、必要的休息时间等正当需求。'),
    adminProcedure('第七十一条', '询问查证期间应当保证违法嫌疑人的饮食和必要的休息时间，并在询问笔录中注明。'),
  ],
  paramSchema: mealSchema,
  params: [{ from: '2013-01-01', value: { everyHours: 6 } }],
  localSettings: mealSettings,
  limits: {
    zh: '法律没有规定间隔，小时数是本地设定；没有登记过的饮食休息数据来源时不作判断。休息由人核查。',
    en: 'The law gives no interval; the hours are a local setting. Without a declared source of care records it does not judge. Rest is for people to check.',
  },
  consumes: mealKinds,
  subject: byStay(...shortMeasures, 'protective-restraint'),
  judge: withoutMeal(questioningMeasures),
})
