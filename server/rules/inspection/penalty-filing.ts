import { first } from '../patterns/case-file.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { publicOrder2012, publicOrder2025 } from '../patterns/enactments.ts'
import { isAuxiliary } from '../patterns/officers.ts'

export const penaltyFiling = deedWithin({
  id: 'inspection.penalty-filing',
  title: {
    zh: '当场处罚未在二十四小时以内报所属公安机关备案',
    en: 'A penalty on the spot was not filed with the bureau within 24 hours',
  },
  grade: 'B',
  citations: [
    publicOrder2025(
      '第一百二十条',
      '当场作出治安管理处罚决定的，经办的人民警察应当在二十四小时以内报所属公安机关备案。',
    ),
    publicOrder2012('第一百零一条', '当场作出治安管理处罚决定的，经办的人民警察应当在二十四小时内报所属公安机关备案。'),
  ],
  params: [{ from: '2006-03-01', value: { amount: 24, unit: 'hour' } }],
  limits: {
    zh: '只看治安案件；以备案登记时间为准。',
    en: 'Public-order cases only; goes by the time of filing on record.',
  },
  consumes: ['penalty.imposed', 'penalty.filed'],
  subject: (o) => (o.kind === 'penalty.imposed' && o.data.caseType !== 'public-order' ? undefined : o.data.penalty),
  begins(file, { register }) {
    const imposed = first(file, 'penalty.imposed')
    return (
      imposed && {
        at: imposed.at,
        seen: [imposed],
        unit: imposed.data.unit,
        // 经办的人民警察, as the record of the act has them.
        officers: register.custody.act(imposed.data.act)?.officers.filter((o) => !isAuxiliary(register, o)) ?? [],
        facts: { fineYuan: imposed.data.fineYuan },
      }
    )
  },
  done: (file) => first(file, 'penalty.filed'),
})
