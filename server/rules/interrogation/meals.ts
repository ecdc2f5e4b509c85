import { shortMeasures } from '../../domain/observation/measure.ts'
import { criminalProcedure, criminalProcedureLaw } from '../patterns/enactments.ts'
import { mealKinds, mealSchema, mealSettings, withoutMeal } from '../patterns/meals.ts'
import { byStay } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

const kinds = ['criminal-summons', 'compelled-appearance'] as const

export const interrogationMeals = wrongWhen({
  id: 'interrogation.meals',
  title: {
    zh: '传唤、拘传期间长时间未提供饮食',
    en: 'No meal was recorded for long during a criminal summons or compelled appearance',
  },
  grade: 'B',
  citations: [
    criminalProcedureLaw('第一百一十九条', '传唤、拘传犯罪嫌疑人，应当保证犯罪嫌疑人的饮食和必要的休息时间。'),
    criminalProcedure(
      '第二百零一条',
      '传唤、拘传、讯问犯罪嫌疑人，应当保证犯罪嫌疑人的饮食和必要的休息时间，并记录在案。',
    ),
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
  judge: withoutMeal(kinds),
})
