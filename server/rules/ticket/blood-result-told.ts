import { first } from '../patterns/case-file.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { trafficProcedure } from '../patterns/enactments.ts'

export const bloodResultTold = deedWithin({
  id: 'ticket.blood-result-told',
  title: { zh: '收到血样检验结果后五日内未书面告知', en: 'The result of a blood test was not told within five days' },
  grade: 'B',
  citations: [
    trafficProcedure(
      '第三十六条',
      '公安机关交通管理部门应当在提取血样后五日内将血样送交有检验资格的单位或者机构进行检验，并在收到检验结果后五日内书面告知车辆驾驶人。',
    ),
    trafficProcedure('第八十一条', '本规定所称的“二日”“三日”“五日”“七日”“十日”“十五日”，是指工作日，不包括节假日。'),
  ],
  params: [{ from: '2020-05-01', value: { amount: 5, unit: 'working-day' } }],
  limits: {
    zh: '以登记的时间为准；无节假日表的年份，工作日期限不可观测。',
    en: 'Goes by the times on record; a limit in working days cannot be observed in a year without a calendar.',
  },
  consumes: ['blood.result-received', 'blood.result-told'],
  subject: (o) => o.data.sample,
  begins(file) {
    const begun = first(file, 'blood.result-received')

    return begun && { at: begun.at, seen: [begun], unit: begun.data.unit, facts: { sample: begun.data.sample } }
  },
  done: (file) => first(file, 'blood.result-told'),
})
