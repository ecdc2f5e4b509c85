import { z } from 'zod'
import { departmentChiefs, ranks } from '../patterns/approvers.ts'
import { all, first } from '../patterns/case-file.ts'
import { deed, dueWithin } from '../patterns/due-within.ts'
import { adminProcedure, criminalProcedure } from '../patterns/enactments.ts'
import { byItem } from '../patterns/subjects.ts'
import { takings } from '../patterns/takings.ts'

const schema = z.object({ hours: z.number().positive(), criminalHours: z.number().positive(), approvers: ranks })
type Law = z.infer<typeof schema>
const kinds = [
  'property.seized',
  'property.approved',
  'property.brought-back',
  'property.examined',
  'property.received',
  'property.released',
  'property.disposed',
] as const
const taken = ['seizure', 'sample', 'extraction', 'recovery'] as const

/** 涉案财物移交 (legal table J, prop-24h-handover): 24 h, and its three exceptions. */
export const handoverLate = dueWithin<(typeof kinds)[number], Law>({
  id: 'property.handover-late',
  title: {
    zh: '涉案财物未在二十四小时内移交管理人员',
    en: 'Case property was not handed to its custodian within 24 hours',
  },
  grade: 'B',
  citations: [
    adminProcedure(
      '第一百九十条',
      '办案人民警察应当在依法提取涉案财物后的二十四小时内将财物移交涉案财物管理人员，并办理移交手续。',
      '2019-01-01',
    ),
    adminProcedure(
      '第一百九十条',
      '在异地或者在偏远、交通不便地区提取涉案财物的，办案人民警察应当在返回单位后的二十四小时内移交。',
      '2019-01-01',
    ),
    adminProcedure(
      '第一百九十条',
      '对情况紧急，需要在提取涉案财物后的二十四小时内进行鉴定、辨认、检验、检查等工作的，经办案部门负责人批准，可以在完成上述工作后的二十四小时内移交。',
      '2019-01-01',
    ),
    adminProcedure(
      '第一百九十条',
      '在提取涉案财物后的二十四小时内已将涉案财物处理完毕的，不再移交，但应当将处理涉案财物的相关手续附卷保存。',
      '2019-01-01',
    ),
    criminalProcedure('第二百三十五条', '对查封、扣押的财物及其孳息、文件，公安机关应当妥善保管，以供核查。'),
  ],
  paramSchema: schema,
  params: [{ from: '2019-01-01', value: { hours: 24, criminalHours: 24, approvers: departmentChiefs } }],
  localSettings: [
    {
      param: 'criminalHours',
      title: { zh: '刑事案件财物移交时间', en: 'Time to hand over property of criminal cases' },
      unit: 'hour',
    },
  ],
  limits: {
    zh: '以管理人员接收为准，办案人员自称移交不算。刑事案件的二十四小时来自2015年涉案财物管理规定（文本未见），为本局设定。先行鉴定的批准须在期满前由办案部门负责人作出。二十四小时内处理完毕而手续没有附卷的，不免除移交。',
    en: 'Only the custodian’s receipt counts, not the officer’s word. The 24 hours for criminal cases come from the 2015 property rules, whose text was not at hand, and are a setting. Leave to examine first must be given before the time is over, by the head of the handling department. What was disposed of in time without its papers on file is not excused.',
  },
  consumes: kinds,
  subject: byItem,
  begins(file, { paramsAt }) {
    const seized = takings(all(file, 'property.seized')).find(
      ({ data }) => data.movable && taken.some((t) => t === data.how),
    )
    if (!seized) return undefined
    const { unit, officers, what, type, remote } = seized.data
    const of = { unit, officers, facts: { what, caseType: type, exception: 'none' } }
    const back = first(file, 'property.brought-back')
    if (remote)
      return back
        ? { at: back.at, seen: [seized, back], ...of, facts: { ...of.facts, exception: 'remote' } }
        : { at: seized.at, seen: [seized], ...of, stopped: true }
    const law = paramsAt(seized.at)
    const leave = all(file, 'property.approved').find(
      (a) =>
        a.data.what === 'examine-first' &&
        a.data.decision === 'approved' &&
        law?.approvers.includes(a.data.rank) &&
        a.at <= seized.at + hoursOf(law, type) * 3_600_000,
    )
    if (!leave) return { at: seized.at, seen: [seized], ...of }
    const examined = first(file, 'property.examined')
    if (!examined) return { at: seized.at, seen: [seized, leave], ...of, stopped: true }
    return {
      at: Math.max(examined.at, seized.at),
      seen: [seized, leave, examined],
      ...of,
      facts: { ...of.facts, exception: 'examine-first' },
    }
  },
  limit: (law, begun) => ({ amount: hoursOf(law, begun.facts?.caseType), unit: 'hour' }),
  // 相关手续附卷保存: what is gone without its papers was not dealt with.
  done: (file) =>
    deed(
      all(file, 'property.received', 'property.released', 'property.disposed').find(
        (d) => d.kind !== 'property.disposed' || d.data.papers,
      ),
    ),
})

const hoursOf = (law: Law, type: unknown): number => (type === 'criminal' ? law.criminalHours : law.hours)
