import { z } from 'zod'
import { age, toldBy } from '../../domain/custody/people.ts'
import { last } from '../patterns/case-file.ts'
import { lockups, publicOrder2012, publicOrder2025 } from '../patterns/enactments.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

const law = z.object({
  fromYears: z.number(),
  alwaysUnder: z.number(),
  firstTimeUnder: z.number(),
  oldFrom: z.number(),
  graveExcepted: z.boolean(),
})
const ages = { fromYears: 14, alwaysUnder: 16, firstTimeUnder: 18, oldFrom: 70 }

export const notToBeExecuted = wrongWhen({
  id: 'detention.not-to-be-executed',
  title: {
    zh: '对不执行行政拘留的人员收拘',
    en: 'Someone whose detention must not be executed was taken into the lock-up',
  },
  grade: 'A',
  citations: [
    publicOrder2025(
      '第二十三条',
      '违反治安管理行为人有下列情形之一，依照本法应当给予行政拘留处罚的，不执行行政拘留处罚：',
    ),
    publicOrder2025(
      '第二十三条',
      '前款第一项、第二项、第三项规定的行为人违反治安管理情节严重、影响恶劣的，或者第一项、第三项规定的行为人在一年以内二次以上违反治安管理的，不受前款规定的限制。',
    ),
    publicOrder2025('第十二条', '不满十四周岁的人违反治安管理的，不予处罚，但是应当责令其监护人严加管教。'),
    publicOrder2012('第十二条', '不满十四周岁的人违反治安管理的，不予处罚，但是应当责令其监护人严加管教。'),
    publicOrder2012(
      '第二十一条',
      '违反治安管理行为人有下列情形之一，依照本法应当给予行政拘留处罚的，不执行行政拘留处罚:',
    ),
    lockups(
      '第十二条',
      '对依照《中华人民共和国治安管理处罚法》第二十一条的规定不应当被执行拘留的，拘留所不予收拘，并通知拘留决定机关。',
    ),
  ],
  paramSchema: law,
  params: [
    { from: '2012-04-01', value: { ...ages, graveExcepted: false } },
    { from: '2026-01-01', value: { ...ages, graveExcepted: true } },
  ],
  limits: {
    zh: '年龄、怀孕、哺乳以登记为准；已满十六周岁不满十八周岁的，须登记为初次才报。情节严重的例外以决定书登记为准，是否成立由人核查；怀孕、哺乳和不满十四周岁的没有例外。',
    en: 'Age, pregnancy and nursing are as registered; from sixteen to eighteen only a recorded first offence counts. The exception for serious cases goes by the decision and is for people to verify; pregnancy, nursing and an age under fourteen have none.',
  },
  consumes: ['custody.admitted', 'person.described'],
  keeps: ['custody.admitted'],
  subject: (o, { custody }) =>
    o.kind === 'custody.admitted'
      ? `${o.data.person}/${o.observedAt}`
      : custody.deedsOf('custody.admitted', o.data.person),
  judge(file, p, { register: { custody } }) {
    const admitted = last(file, 'custody.admitted')!
    const { person, facility, facilityKind, detentionRepeat, detentionGrave } = admitted.data
    if (facilityKind !== 'lockup') return undefined
    const facts = custody.person(person)
    const years = age(facts, admitted.at)
    const expecting = facts?.values.pregnant || facts?.values.nursing
    if (years === undefined && !expecting) return { missing: 'person.described birthDate' }
    const child = years !== undefined && years < p.fromYears
    const young =
      years !== undefined && (years < p.alwaysUnder || (years < p.firstTimeUnder && detentionRepeat === false))
    const old = years !== undefined && years >= p.oldFrom
    const excepted = p.graveExcepted && detentionGrave && !child
    if (!expecting && (excepted || !(young || old))) return undefined
    return {
      since: admitted.at,
      seen: [admitted, toldBy(facts, 'birthDate', 'pregnant', 'nursing')],
      unit: facility,
      facts: {
        because: expecting ? 'pregnant-or-nursing' : child ? 'child' : young ? 'young' : 'old',
        years: years ?? null,
        person,
      },
    }
  },
})
