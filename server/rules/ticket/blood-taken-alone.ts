import { z } from 'zod'
import { first } from '../patterns/case-file.ts'
import { trafficProcedure } from '../patterns/enactments.ts'
import { isAuxiliary } from '../patterns/officers.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const bloodTakenAlone = wrongWhen({
  id: 'ticket.blood-taken-alone',
  title: {
    zh: '一名民警单独带驾驶人提取血样',
    en: 'One officer alone took a driver to have blood drawn',
  },
  grade: 'A',
  citations: [
    trafficProcedure(
      '第三十六条',
      '（一）由两名交通警察或者由一名交通警察带领警务辅助人员将车辆驾驶人带到医疗机构提取血样，或者现场由法医等具有相应资质的人员提取血样；',
    ),
  ],
  paramSchema: z.object({ least: z.number().int() }),
  params: [{ from: '2020-05-01', value: { least: 2 } }],
  limits: {
    zh: '以登记的民警、辅警为准，一名民警带领辅警即可；现场由法医等提取的不看。没有登记民警的不可观测。',
    en: 'Goes by the officers and auxiliaries on record; one officer with an auxiliary is enough. Blood drawn on the spot by a forensic doctor is left out. No officer on record: it cannot be observed.',
  },
  consumes: ['blood.drawn'],
  subject: (o) => (o.data.by === 'hospital' ? o.data.sample : undefined),
  remembersMs: 1,
  judge(file, { least }, { register }) {
    const drawn = first(file, 'blood.drawn')
    if (!drawn) return undefined
    const { unit, sample, auxiliaries } = drawn.data
    const officers = [...new Set(drawn.data.officers)]
    if (officers.length === 0) return { missing: 'officers of blood.drawn' }
    const police = officers.filter((one) => !isAuxiliary(register, one))
    const present = new Set([...officers, ...auxiliaries]).size
    if (police.length > 0 && present >= least) return undefined
    return { since: drawn.at, seen: [drawn], unit, officers, facts: { sample, police: police.length, present } }
  },
})
