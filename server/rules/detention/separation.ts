import { z } from 'zod'
import { age } from '../../domain/custody/people.ts'
import type { Presence } from '../../domain/custody/register.ts'
import type { Instant } from '../../domain/time.ts'
import { criminalProcedureLaw, detentionHouses, lockups } from '../patterns/enactments.ts'
import { ofOneCase, together } from '../patterns/kept-apart.ts'
import { roomsOf } from '../patterns/rooms-of.ts'
import { noLongerThan, toleranceOf } from '../patterns/stretches.ts'

export const detentionSeparation = noLongerThan({
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
  paramSchema: toleranceOf.extend({ adultFrom: z.number() }),
  params: [{ from: '1990-03-17', value: { toleranceMinutes: 5, adultFrom: 18 } }],
  localSettings: [
    {
      param: 'toleranceMinutes',
      title: { zh: '调监交错的容许时间', en: 'Overlap while cells are changed that is tolerated' },
      unit: 'minute',
    },
  ],
  limits: {
    zh: '只看登记为监室的房间；同案分押只适用于看守所。性别、相遇时的年龄、案件编号以登记为准，不明的不作判断。',
    en: 'Only rooms registered as cells; co-suspects are kept apart in detention houses only. Sex, age at the moment of meeting and case are as registered; unknown ones are not judged.',
  },
  consumes: ['room.entered', 'room.left', 'person.described', 'measure.started'],
  subject: roomsOf,
  look(room, { adultFrom }, { register: { custody } }) {
    const registered = custody.room(room)
    if (registered?.kind !== 'cell') return { stretches: [] }
    const sex = (p: Presence) => p.sex ?? custody.person(p.who)?.values.sex
    const adult = (p: Presence, at: Instant) => {
      const years = age(custody.person(p.who), at)
      return years === undefined ? undefined : years >= adultFrom
    }
    const differ = <T>(a: T | undefined, b: T | undefined) => a !== undefined && b !== undefined && a !== b
    const apart = (a: Presence, b: Presence, at: Instant) => {
      if (differ(sex(a), sex(b))) return { what: 'sexes' }
      if (differ(adult(a, at), adult(b, at))) return { what: 'ages' }
      const house = registered.facility === 'detention-house'
      return house && ofOneCase(custody, a.who, b.who) ? { what: 'co-suspects' } : undefined
    }
    return {
      stretches: together(
        custody.presence(room).filter((p) => p.as === 'held'),
        apart,
        registered,
      ),
    }
  },
})
