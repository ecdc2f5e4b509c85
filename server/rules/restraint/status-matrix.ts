import { z } from 'zod'
import { measureKinds } from '../../domain/observation/measure.ts'
import { restraintKinds } from '../../domain/observation/restraint.ts'
import { all } from '../patterns/case-file.ts'
import {
  adminProcedure,
  continuedQuestioning,
  criminalProcedure,
  restraintsAndWeapons,
} from '../patterns/enactments.ts'
import { byPerson } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

const kinds = z.array(z.enum(restraintKinds)).readonly()
const row = z.object({
  /** The measure in force; the first row that fits decides. */
  measure: z.enum(measureKinds).nullable(),
  kinds,
  /** 可能脱逃、行凶、自杀、自伤或者有其他危险行为: without one of them it must not be used. */
  needsDanger: z.boolean(),
})
const matrix = z.array(row).readonly()
type Matrix = z.infer<typeof matrix>

const binding = [...restraintKinds]
const soft = ['police-rope', 'restraint-belt'] as const
/** Strongest status first: who is detained and drunk is detained. */
const strong: Matrix = [
  { measure: 'arrest', kinds: binding, needsDanger: false },
  { measure: 'criminal-detention', kinds: binding, needsDanger: false },
  { measure: 'compelled-appearance', kinds: binding, needsDanger: false },
  { measure: 'summons-forced', kinds: ['handcuffs', 'police-rope', 'restraint-belt'], needsDanger: false },
  { measure: 'protective-restraint', kinds: soft, needsDanger: false },
  { measure: 'administrative-detention', kinds: binding, needsDanger: true },
  { measure: 'continued-questioning', kinds: binding, needsDanger: true },
  { measure: 'criminal-summons', kinds: binding, needsDanger: true },
  { measure: 'summons-written', kinds: binding, needsDanger: true },
  { measure: 'summons-oral', kinds: binding, needsDanger: true },
  { measure: 'surrender', kinds: binding, needsDanger: true },
  { measure: 'handed-over', kinds: binding, needsDanger: true },
  { measure: null, kinds: binding, needsDanger: true },
]

export const restraintStatusMatrix = wrongWhen({
  id: 'restraint.status-matrix',
  title: {
    zh: '对不得使用的人员或者在不得使用的情形下使用约束性警械',
    en: 'A restraint was used on a person, or in a case, in which the law does not allow it',
  },
  grade: 'A',
  citations: [
    restraintsAndWeapons(
      '第八条',
      '遇有违法犯罪分子可能脱逃、行凶、自杀、自伤或者有其他危险行为的，可以使用手铐、脚镣、警绳等约束性警械：',
    ),
    continuedQuestioning(
      '第十八条',
      '除具有《中华人民共和国人民警察使用警械和武器条例》规定的情形外，对被盘问人不得使用警械或者武器。',
    ),
    adminProcedure(
      '第五十八条',
      '对行为举止失控的醉酒人，可以使用约束带或者警绳等进行约束，但是不得使用手铐、脚镣等警械。',
    ),
    adminProcedure('第六十七条', '强制传唤时，可以依法使用手铐、警绳等约束性警械。'),
    adminProcedure('第二百二十条', '对抗拒执行的，可以使用约束性警械。'),
    criminalProcedure('第一百五十七条', '对犯罪嫌疑人执行拘传、拘留、逮捕、押解过程中，应当依法使用约束性警械。'),
  ],
  paramSchema: matrix,
  params: [
    { from: '2004-10-01', value: strong.filter((r) => r.measure !== 'protective-restraint') },
    { from: '2013-01-01', value: strong },
  ],
  limits: {
    zh: '按使用时该人的法律地位判断，以登记的措施和使用报告所载危险情形为准；危险是否属实由人核查。没有任何措施记录又不是抓获、押解、看押的，不作判断。',
    en: 'Judged by the person’s legal status at that moment, as the measures on record and the dangers in the report say; whether the danger was real is for people to verify. With no measure on record and no capture, escort or guard it does not judge.',
  },
  consumes: ['restraint.applied', 'measure.started', 'measure.ended'],
  keeps: ['restraint.applied'],
  subject: byPerson,
  lawAt: (file) => file.at(-1)!.at,
  judge(file, law, { register: { custody }, subject, paramsAt }) {
    for (const used of all(file, 'restraint.applied')) {
      const rows = paramsAt(used.at) ?? law
      const inForce = custody.measuresAt(subject, used.at)
      const status = rows.find((r) => r.measure === null || inForce.some((m) => m.kind === r.measure))
      if (!status) continue
      const danger = used.data.dangers.length > 0
      if (status.measure === null && used.data.task === 'none' && !danger) return { missing: 'measure.started' }
      // 押解 of a person in custody needs no further ground (程序规定第一百五十七条).
      const escorted = used.data.task === 'escort' && status.measure === null
      const allowed = status.kinds.includes(used.data.kind) && (!status.needsDanger || danger || escorted)
      if (allowed) continue
      const measure = inForce.find((m) => m.kind === status.measure)
      return {
        since: used.at,
        seen: [used, measure?.seqs ?? []],
        unit: used.data.unit,
        officers: used.data.officers,
        facts: { kind: used.data.kind, status: status.measure, danger, person: subject },
      }
    }
    return undefined
  },
})
