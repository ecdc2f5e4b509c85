import { z } from 'zod'
import { caseTypes } from '../../domain/observation/act.ts'
import { all } from '../patterns/case-file.ts'
import { adminProcedure, criminalProcedure, publicOrder2025 } from '../patterns/enactments.ts'
import { isAuxiliary } from '../patterns/officers.ts'
import { byItem } from '../patterns/subjects.ts'
import { takings } from '../patterns/takings.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

const schema = z.object({ least: z.number().int(), oneIn: z.array(z.enum(caseTypes)) })

/** 扣押的人数 (legal table J, prop-seize-two). A seizure told as an act is judged by questioning.one-officer. */
export const seizureOfficers = wrongWhen<'property.seized', z.infer<typeof schema>>({
  id: 'property.seizure-officers',
  title: { zh: '扣押、查封的人民警察少于二人', en: 'Property was taken by fewer than two police officers' },
  grade: 'B',
  citations: [
    criminalProcedure(
      '第二百二十九条',
      '执行查封、扣押的侦查人员不得少于二人，并出示本规定第二百二十八条规定的有关法律文书。',
    ),
    publicOrder2025(
      '第一百零八条',
      '公安机关进行询问、辨认、勘验，实施行政强制措施等调查取证工作时，人民警察不得少于二人。',
    ),
    publicOrder2025(
      '第一百零八条',
      '公安机关在规范设置、严格管理的执法办案场所进行询问、扣押、辨认的，或者进行调解的，可以由一名人民警察进行。',
    ),
    adminProcedure(
      '第五十二条',
      '公安机关进行询问、辨认、检查、勘验，实施行政强制措施等调查取证工作时，人民警察不得少于二人，并表明执法身份。',
    ),
  ],
  paramSchema: schema,
  params: [
    { from: '2013-01-01', value: { least: 2, oneIn: [] } },
    { from: '2026-01-01', value: { least: 2, oneIn: ['public-order'] } },
  ],
  limits: {
    zh: '人数以扣押文书为准，辅警不计。2026年起治安案件在规范办案场所一人扣押须全程录音录像：登记了对应执法活动的由一人办案规则判断，没有登记的看不到录像，不作判断。',
    en: 'Counts those on the paper; auxiliaries do not count. Since 2026 one officer may take property in a standard case area if all is recorded: with its act on record the one-officer rule judges it, without one the recording cannot be seen and nothing is judged.',
  },
  consumes: ['property.seized'],
  subject: byItem,
  judge(file, law, { register }) {
    let missing: string | undefined
    for (const seized of takings(all(file, 'property.seized'))) {
      if (!['seizure', 'sealing', 'advance-registration'].includes(seized.data.how)) continue
      const { type, act, place, unit, what } = seized.data
      const officers = [...new Set(seized.data.officers)]
      if (type !== 'criminal' && act !== null && register.custody.act(act)) continue
      const present = officers.filter((o) => !isAuxiliary(register, o)).length
      const alone = present === 1 && place === 'standard-case-area' && law.oneIn.some((t) => t === type)
      if (officers.length === 0) missing ??= 'officers of property.seized'
      else if (present >= law.least) continue
      else if (alone) missing ??= 'recording of the act'
      else
        return {
          since: seized.at,
          seen: [seized],
          unit,
          officers,
          facts: { present, least: law.least, caseType: type, place, what },
        }
    }
    return missing === undefined ? undefined : { missing }
  },
})
