import { first } from '../patterns/case-file.ts'
import { adminProcedure, publicOrder2012, publicOrder2025 } from '../patterns/enactments.ts'
import { inForceFrom, noNumber } from '../patterns/none.ts'
import { byMeasure } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const questioningOralSummons = wrongWhen({
  id: 'questioning.oral-summons',
  title: {
    zh: '口头传唤非现场发现的人员或者未在笔录中注明',
    en: 'An oral summons of someone not found on the scene, or not noted in the record',
  },
  grade: 'C',
  citations: [
    publicOrder2025(
      '第九十六条',
      '对现场发现的违反治安管理行为人，人民警察经出示人民警察证，可以口头传唤，但应当在询问笔录中注明。',
    ),
    publicOrder2012(
      '第八十二条',
      '对现场发现的违反治安管理行为人，人民警察经出示工作证件，可以口头传唤，但应当在询问笔录中注明。',
    ),
    adminProcedure(
      '第六十七条',
      '对现场发现的违法嫌疑人，人民警察经出示人民警察证，可以口头传唤，并在询问笔录中注明违法嫌疑人到案经过、到案时间和离开时间。',
    ),
  ],
  paramSchema: noNumber,
  params: inForceFrom('2006-03-01'),
  limits: {
    zh: '以办案系统所记是否现场发现、是否注明为准；看不到是否出示证件。',
    en: 'Goes by what the case system records; whether the card was shown is not seen.',
  },
  consumes: ['measure.started'],
  subject: byMeasure('summons-oral'),
  judge(file) {
    const started = first(file, 'measure.started')
    if (!started || (started.data.onScene && started.data.notedInRecord !== false)) return undefined
    const { unit, officers, onScene, notedInRecord, person } = started.data
    return { since: started.at, seen: [started], unit, officers, facts: { onScene, notedInRecord, person } }
  },
})
