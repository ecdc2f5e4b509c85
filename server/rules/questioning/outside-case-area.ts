import { actOf, actsOf, type RecordKind } from '../patterns/acts.ts'
import type { CaseFile } from '../patterns/case-file.ts'
import { adminProcedure } from '../patterns/enactments.ts'
import { inForceFrom, noNumber } from '../patterns/none.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const questioningOutsideCaseArea = wrongWhen({
  id: 'questioning.outside-case-area',
  title: {
    zh: '在公安机关询问违法嫌疑人未在办案场所进行',
    en: 'A suspect was questioned in a police building outside the case area',
  },
  grade: 'B',
  citations: [adminProcedure('第七十一条', '在公安机关询问违法嫌疑人，应当在办案场所进行。')],
  paramSchema: noNumber,
  params: inForceFrom('2013-01-01'),
  limits: {
    zh: '以笔录所载地点和房间登记为准；在住处、单位和指定地点询问是允许的。',
    en: 'Goes by the place on the record and the room register; questioning at home, at work or at a designated place is lawful.',
  },
  consumes: ['act.started'],
  subject: actsOf((a) => a.kind === 'questioning' && a.caseType !== 'criminal'),
  judge(file, _, { register: { custody } }) {
    const act = actOf(file as CaseFile<RecordKind>)
    if (act?.data.personRole !== 'suspect') return undefined
    const { place, room, unit, officers } = act.data
    const registered = custody.room(room)
    const outside =
      place === 'police-premises' ||
      (place === 'standard-case-area' && registered !== undefined && registered.kind === 'office')
    return outside
      ? {
          since: act.started.at,
          seen: [act.started],
          unit,
          officers,
          facts: { place, room, roomKind: registered?.kind ?? null },
        }
      : undefined
  },
})
