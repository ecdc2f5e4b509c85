import { z } from 'zod'
import { places } from '../../domain/observation/act.ts'
import { last } from '../patterns/case-file.ts'
import { criminalProcedure, criminalProcedureLaw } from '../patterns/enactments.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

/** Where someone taken out of the detention house may be, by what the outing is for. */
const outings = [
  ['identification', 'scene'],
  ['treatment', 'hospital'],
] as const

export const interrogationPlace = wrongWhen({
  id: 'interrogation.place',
  title: { zh: '讯问未在规定场所进行', en: 'An interrogation took place where the law does not allow it' },
  grade: 'A',
  citations: [
    criminalProcedureLaw(
      '第一百一十八条',
      '犯罪嫌疑人被送交看守所羁押以后，侦查人员对其进行讯问，应当在看守所内进行。',
    ),
    criminalProcedure('第一百九十八条', '讯问犯罪嫌疑人，除下列情形以外，应当在公安机关执法办案场所的讯问室进行：'),
    criminalProcedure('第一百九十八条', '对于已送交看守所羁押的犯罪嫌疑人，应当在看守所讯问室进行讯问。'),
  ],
  paramSchema: z.object({ before: z.array(z.enum(places)), delivered: z.array(z.enum(places)) }),
  params: [
    {
      from: '2020-09-01',
      value: {
        before: [
          'standard-case-area',
          'scene',
          'home',
          'hospital',
          'designated-place',
          'lockup',
          'prison',
          'detention-house',
          'remote-video',
        ],
        delivered: ['detention-house', 'remote-video'],
      },
    },
  ],
  limits: {
    zh: '以笔录所载地点、房间登记和看守所收押、出所记录为准；现场、住处、医疗机构讯问是否符合条件由人核查。带出看守所期间，讯问仍应在看守所内进行；辨认、起赃时在现场和出所就医时在医疗机构的，由人核查。',
    en: 'Goes by the place on the record, the room register and the detention house’s entries; whether the scene, home or hospital was justified is for people to verify. Who was taken out of the detention house is still to be interrogated inside; on the scene that an outing for identification is for, and in hospital during treatment, people look.',
  },
  consumes: ['act.started', 'custody.admitted', 'custody.released', 'custody.taken-out', 'custody.returned'],
  keeps: ['act.started'],
  subject: (o, { custody }) => {
    if (o.kind !== 'act.started') return custody.deedsOf('act.started', o.data.person)
    return o.data.kind === 'interrogation' ? o.data.act : undefined
  },
  judge(file, law, { register: { custody } }) {
    const started = last(file, 'act.started')!
    const { place, room, unit, officers, act, person } = started.data
    const state = person === null ? undefined : custody.custodyAt(person, started.at)
    const delivered = state?.facilityKind === 'detention-house' && state.kind !== 'custody.released'
    const registered = custody.room(room)
    const notInterrogationRoom =
      (place === 'standard-case-area' || place === 'detention-house') &&
      registered !== undefined &&
      registered.kind !== 'interrogation-room'
    // On the scene that the outing was for, or in the hospital, whether they had to be asked there is for people.
    const outing = delivered && outings.some(([purpose, where]) => state.purpose === purpose && place === where)
    const allowed = outing || (delivered ? law.delivered : law.before).includes(place)
    if (allowed && !notInterrogationRoom) return undefined
    return {
      since: started.at,
      seen: state ? [[state.seq], started] : [started],
      unit,
      officers,
      facts: { act, person, place, delivered, roomKind: registered?.kind ?? null },
    }
  },
})
