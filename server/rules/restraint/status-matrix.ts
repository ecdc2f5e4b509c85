import { z } from 'zod'
import { measureKinds } from '../../domain/observation/measure.ts'
import { restraintKinds } from '../../domain/observation/restraint.ts'
import { first } from '../patterns/case-file.ts'
import {
  adminProcedure,
  continuedQuestioning,
  criminalProcedure,
  restraintsAndWeapons,
} from '../patterns/enactments.ts'
import { byUse } from '../patterns/facility.ts'
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
/** Strongest status first: who is detained and drunk is detained; who is summoned by force and drunk is drunk. */
const strong: Matrix = [
  { measure: 'arrest', kinds: binding, needsDanger: false },
  { measure: 'criminal-detention', kinds: binding, needsDanger: false },
  { measure: 'compelled-appearance', kinds: binding, needsDanger: false },
  { measure: 'protective-restraint', kinds: soft, needsDanger: false },
  { measure: 'summons-forced', kinds: ['handcuffs', 'police-rope', 'restraint-belt'], needsDanger: false },
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
    zh: '按使用时该人的法律地位判断，以登记的措施和使用报告所载危险情形为准；危险是否属实由人核查。没有任何措施记录又不是抓获、押解、看押的，不作判断。每次使用分别判断。',
    en: 'Judged by the person’s legal status at that moment, as the measures on record and the dangers in the report say; whether the danger was real is for people to verify. With no measure on record and no capture, escort or guard it does not judge. Each use is judged by itself.',
  },
  consumes: ['restraint.applied', 'measure.started', 'measure.ended'],
  keeps: ['restraint.applied'],
  subject: byUse,
  judge(file, law, { register: { custody } }) {
    const used = first(file, 'restraint.applied')
    if (!used) return undefined
    const { person, unit, officers, kind, task, dangers } = used.data
    const inForce = custody.measuresAt(person, used.at).filter((m) => m.kind !== 'property-seizure')
    const status = law.find((r) => r.measure === null || inForce.some((m) => m.kind === r.measure))
    if (!status) return undefined
    const danger = dangers.length > 0
    if (inForce.length === 0 && task === 'none' && !danger) return { missing: 'measure.started' }
    // 押解 of a person in custody needs no further ground (程序规定第一百五十七条).
    const escorted = task === 'escort' && status.measure === null
    if (status.kinds.includes(kind) && (!status.needsDanger || danger || escorted)) return undefined
    const measure = inForce.find((m) => m.kind === status.measure)
    return {
      since: used.at,
      seen: [used, measure?.seqs ?? []],
      unit,
      officers,
      facts: { kind, status: status.measure, danger, person },
    }
  },
})
