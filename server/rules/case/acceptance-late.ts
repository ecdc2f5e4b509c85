import { z } from 'zod'
import { all, first } from '../patterns/case-file.ts'
import { deed, dueWithin } from '../patterns/due-within.ts'
import { adminProcedure, publicOrder2012, publicOrder2025 } from '../patterns/enactments.ts'
import { byCase } from '../patterns/subjects.ts'

const schema = z.object({ ordinaryHours: z.number().positive(), hardDays: z.number().positive() })

/** 行政案件受案、立案审查 (legal table I, intake-adm-review): the law says 立即; 24 h and 3 d are read second-hand. */
export const acceptanceLate = dueWithin({
  id: 'case.acceptance-late',
  title: {
    zh: '行政案件接报后未及时决定是否受案、立案',
    en: 'Whether to open an administrative case was not decided in time',
  },
  grade: 'B',
  citations: [
    publicOrder2025(
      '第九十条',
      '以及其他国家机关移送的违反治安管理案件，应当立即立案并进行调查；认为不属于违反治安管理行为的，应当告知报案人、控告人、举报人、投案人，并说明理由。',
    ),
    publicOrder2012(
      '第七十八条',
      '公安机关受理报案、控告、举报、投案后，认为属于违反治安管理行为的，应当立即进行调查；',
    ),
    adminProcedure('第六十一条', '（一）对属于本单位管辖范围内的案件，应当立即调查处理，制作受案登记表和受案回执'),
  ],
  paramSchema: schema,
  params: [{ from: '2015-11-06', value: { ordinaryHours: 24, hardDays: 3 } }],
  localSettings: [
    { param: 'ordinaryHours', title: { zh: '“立即”的容许时间', en: 'What counts as at once' }, unit: 'hour' },
    { param: 'hardDays', title: { zh: '疑难复杂案件的审查时间', en: 'Time for hard cases' }, unit: 'day' },
  ],
  limits: {
    zh: '法律只写“立即”“及时”；二十四小时、三日来自受案立案改革意见的转载，为本局设定。2026年起治安案件直接立案，登记受案也算作出决定。',
    en: 'The law says only “at once”. 24 hours and 3 days come from a reprint of the reform opinion and are settings. Since 2026 a public-order case is filed directly; an acceptance counts as a decision as well.',
  },
  consumes: [
    'case.reported',
    'case.accepted',
    'case.filed',
    'case.not-filed',
    'case.transferred',
    'case.jurisdiction-found',
    'case.review-prolonged',
  ],
  subject: byCase,
  begins(file) {
    const reported = first(file, 'case.reported')
    if (!reported) return undefined
    // A report that does not say what it is about is known by what was made of it.
    const type =
      reported.data.type ??
      all(file, 'case.accepted', 'case.filed', 'case.not-filed').find((d) => d.data.type)?.data.type
    if (type === 'criminal' || !type) return undefined
    return { at: reported.at, seen: [reported], unit: reported.data.unit, facts: { caseType: type } }
  },
  limit(law, begun, file) {
    const hard = all(file, 'case.review-prolonged').find((p) => p.at - begun.at <= law.ordinaryHours * 3_600_000)
    return hard ? { amount: law.hardDays, unit: 'day' } : { amount: law.ordinaryHours, unit: 'hour' }
  },
  // Another authority's case has a clock of its own (case.transfer-late).
  done: (file) =>
    deed(first(file, 'case.accepted', 'case.filed', 'case.not-filed', 'case.transferred', 'case.jurisdiction-found')),
})
