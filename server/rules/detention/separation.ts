import { z } from 'zod'
import { age } from '../../domain/custody/people.ts'
import type { Presence } from '../../domain/custody/register.ts'
import { minutes } from '../../domain/time.ts'
import { criminalProcedureLaw, detentionHouses, lockups } from '../patterns/enactments.ts'
import { meeting, roomRule } from '../patterns/room-rule.ts'

export const detentionSeparation = roomRule({
  id: 'detention.separation',
  title: { zh: '监室混押：男女、成年与未成年、同案', en: 'A cell holds together people who must be kept apart' },
  grade: 'A',
  citations: [
    lockups('第十五条', '拘留所应当根据被拘留人的性别、是否成年以及其他管理的需要，对被拘留人实行分别拘押和管理。'),
    detentionHouses(
      '第十四条',
      '对男性人犯和女性人犯，成年人犯和未成年人犯，同案犯以及其他需要分别羁押的人犯，应当分别羁押。',
    ),
    criminalProcedureLaw(
      '第二百八十条',
      '对被拘留、逮捕和执行刑罚的未成年人与成年人应当分别关押、分别管理、分别教育。',
    ),
  ],
  paramSchema: z.object({ toleranceMinutes: z.number(), adultFrom: z.number() }),
  params: [{ from: '1990-03-17', value: { toleranceMinutes: 5, adultFrom: 18 } }],
  localSettings: [
    {
      param: 'toleranceMinutes',
      title: { zh: '调监交错的容许时间', en: 'Overlap while cells are changed that is tolerated' },
      unit: 'minute',
    },
  ],
  limits: {
    zh: '只看登记为监室的房间；同案分押只适用于看守所。性别、年龄、案件编号以登记为准，不明的不作判断。',
    en: 'Only rooms registered as cells; co-suspects are kept apart in detention houses only. Sex, age and case are as registered; unknown ones are not judged.',
  },
  consumes: ['room.entered', 'room.left', 'person.described', 'measure.started'],
  judge(room, { toleranceMinutes, adultFrom }, { now, register: { custody } }) {
    const registered = custody.room(room)
    if (registered?.kind !== 'cell') return undefined
    const held = custody.presence(room).filter((p) => p.as === 'held')
    const sex = (p: Presence) => p.sex ?? custody.person(p.who)?.values.sex
    const years = (p: Presence) => age(custody.person(p.who), p.from)
    const cases = (p: Presence) => custody.measuresOf(p.who).flatMap((m) => m.case ?? [])
    const pairs: readonly (readonly [string, readonly Presence[], readonly Presence[]])[] = [
      ['sexes', held.filter((p) => sex(p) === 'male'), held.filter((p) => sex(p) === 'female')],
      [
        'ages',
        held.filter((p) => (years(p) ?? adultFrom) < adultFrom),
        held.filter((p) => (years(p) ?? 0) >= adultFrom),
      ],
      ...(registered.facility === 'detention-house'
        ? held.map((p) => ['co-suspects', [p], held.filter((q) => cases(q).some((c) => cases(p).includes(c)))] as const)
        : []),
    ]
    for (const [what, these, those] of pairs) {
      const met = meeting(these, those, minutes(toleranceMinutes), now)
      if (!met) continue
      if ('dueAt' in met) return met
      return {
        since: met.from,
        seen: met.pair.map((p) => p.evidence),
        unit: registered.unit,
        facts: { what, room, first: met.pair[0].who, second: met.pair[1].who },
      }
    }
    return undefined
  },
})
