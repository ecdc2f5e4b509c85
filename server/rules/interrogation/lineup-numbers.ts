import { z } from 'zod'
import { first } from '../patterns/case-file.ts'
import { adminProcedure, criminalProcedure } from '../patterns/enactments.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

const numbers = z.object({
  persons: z.number(),
  personPhotos: z.number(),
  objects: z.number(),
  objectPhotos: z.number(),
})

export const lineupNumbers = wrongWhen({
  id: 'interrogation.lineup-numbers',
  title: { zh: '辨认对象数量不足', en: 'Too few persons, photographs or objects in a line-up' },
  grade: 'C',
  citations: [
    criminalProcedure(
      '第二百六十条',
      '辨认犯罪嫌疑人时，被辨认的人数不得少于七人；对犯罪嫌疑人照片进行辨认的，不得少于十人的照片。',
    ),
    criminalProcedure(
      '第二百六十条',
      '辨认物品时，混杂的同类物品不得少于五件；对物品的照片进行辨认的，不得少于十个物品的照片。',
    ),
    adminProcedure(
      '第一百零四条',
      '辨认违法嫌疑人时，被辨认的人数不得少于七人；对违法嫌疑人照片进行辨认的，不得少于十人的照片。',
    ),
    adminProcedure('第一百零四条', '辨认每一件物品时，混杂的同类物品不得少于五件。'),
  ],
  paramSchema: numbers,
  params: [{ from: '2013-01-01', value: { persons: 7, personPhotos: 10, objects: 5, objectPhotos: 10 } }],
  limits: {
    zh: '场所、尸体和能够描述独有特征的物品不受数量限制；行政案件物品照片没有数量规定。“混杂的同类物品不得少于五件”是否另计被辨认的一件，条文未明，按包括在内计。',
    en: 'Places, corpses and objects with unique features have no minimum; nor have photographs of objects in administrative cases. Whether the five mixed objects are counted without the one to be identified the sentence leaves open; it is counted in.',
  },
  consumes: ['lineup.held'],
  subject: ({ data }) => data.act,
  judge(file, least) {
    const held = first(file, 'lineup.held')
    if (!held || held.data.unique) return undefined
    const { of, count, caseType, unit, act } = held.data
    const minimum = {
      persons: least.persons,
      'person-photos': least.personPhotos,
      objects: least.objects,
      'object-photos': caseType === 'criminal' ? least.objectPhotos : 0,
      'place-or-corpse': 0,
    }[of]
    return count < minimum ? { since: held.at, seen: [held], unit, facts: { act, of, count, minimum } } : undefined
  },
})
