import { z } from 'zod'
import { places } from '../../domain/observation/act.ts'
import { days } from '../../domain/time.ts'
import { all } from '../patterns/case-file.ts'
import { criminalProcedure, criminalProcedureLaw } from '../patterns/enactments.ts'
import { byPerson } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

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
  remembersMs: days(400),
  limits: {
    zh: '以笔录所载地点、房间登记和看守所收押、出所记录为准；现场、住处、医疗机构讯问是否符合条件由人核查。',
    en: 'Goes by the place on the record, the room register and the detention house’s entries; whether the scene, home or hospital was justified is for people to verify.',
  },
  consumes: ['act.started', 'custody.admitted', 'custody.released', 'custody.taken-out', 'custody.returned'],
  subject: (o) => (o.kind === 'act.started' && o.data.kind !== 'interrogation' ? undefined : byPerson(o)),
  lawAt: (file) => all(file, 'act.started').at(-1)?.at ?? file[0]!.at,
  judge(file, law, { register: { custody } }) {
    for (const started of all(file, 'act.started')) {
      const { place, room, unit, officers, act } = started.data
      const state = all(file, 'custody.admitted', 'custody.released', 'custody.taken-out', 'custody.returned').findLast(
        (s) => s.at <= started.at && s.data.facilityKind === 'detention-house',
      )
      const delivered = state?.kind === 'custody.admitted' || state?.kind === 'custody.returned'
      const registered = custody.room(room)
      const notInterrogationRoom =
        place === 'standard-case-area' && registered !== undefined && registered.kind !== 'interrogation-room'
      const allowed = (delivered ? law.delivered : law.before).includes(place)
      if (!allowed || notInterrogationRoom)
        return {
          since: started.at,
          seen: state ? [state, started] : [started],
          unit,
          officers,
          facts: { act, place, delivered, roomKind: registered?.kind ?? null },
        }
    }
    return undefined
  },
})
