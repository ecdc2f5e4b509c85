import { first } from '../patterns/case-file.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { adminProcedure, criminalProcedure } from '../patterns/enactments.ts'
import { byCase } from '../patterns/subjects.ts'

/** 移送管辖 (legal table I, intake-transfer-24h). */
export const transferLate = deedWithin({
  id: 'case.transfer-late',
  title: {
    zh: '不属本单位管辖的案件未在二十四小时内移送',
    en: 'A case of another authority was not handed over within 24 hours',
  },
  grade: 'B',
  citations: [
    adminProcedure(
      '第六十一条',
      '（二）对属于公安机关职责范围，但不属于本单位管辖的，应当在二十四小时内移送有管辖权的单位处理',
    ),
    criminalProcedure('第一百七十五条', '制作移送案件通知书，在二十四小时以内移送有管辖权的机关处理'),
  ],
  params: [{ from: '2013-01-01', value: { amount: 24, unit: 'hour' } }],
  limits: {
    zh: '自认定不属本单位管辖（刑事案件自批准）之时起算；先行采取紧急措施的，由人核查。',
    en: 'Counts from the finding that it is another authority’s (for crimes, the approval). Urgent measures that came first are for people to weigh.',
  },
  consumes: ['case.jurisdiction-found', 'case.transferred', 'case.closed'],
  subject: byCase,
  begins(file) {
    const found = first(file, 'case.jurisdiction-found')
    return found && { at: found.at, seen: [found], unit: found.data.unit, facts: { to: found.data.belongsTo } }
  },
  fallsAwayWith: ['case.closed'],
  done: (file) => first(file, 'case.transferred', 'case.closed'),
})
