import { days } from '../../domain/time.ts'
import { all, first } from '../patterns/case-file.ts'
import { criminalProcedure, criminalProcedureLaw } from '../patterns/enactments.ts'
import { inForceFrom, noNumber } from '../patterns/none.ts'
import { byPerson } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

/** 诉讼权利、从宽处理和认罪认罚的法律规定（第一百二十条），有权委托辩护人（第三十四条）. */
const due = ['procedural', 'leniency', 'lawyer'] as const

export const rightsFirst = wrongWhen({
  id: 'interrogation.rights-first',
  title: {
    zh: '第一次讯问未告知诉讼权利、认罪认罚规定或者委托辩护人的权利',
    en: 'Rights, the law on admitting guilt, or the right to a defender were not told at the first interrogation',
  },
  grade: 'C',
  citations: [
    criminalProcedureLaw(
      '第三十四条',
      '侦查机关在第一次讯问犯罪嫌疑人或者对犯罪嫌疑人采取强制措施的时候，应当告知犯罪嫌疑人有权委托辩护人。',
    ),
    criminalProcedureLaw(
      '第一百二十条',
      '侦查人员在讯问犯罪嫌疑人的时候，应当告知犯罪嫌疑人享有的诉讼权利，如实供述自己罪行可以从宽处理和认罪认罚的法律规定。',
    ),
    criminalProcedure(
      '第四十三条',
      '公安机关在第一次讯问犯罪嫌疑人或者对犯罪嫌疑人采取强制措施的时候，应当告知犯罪嫌疑人有权委托律师作为辩护人',
    ),
  ],
  paramSchema: noNumber,
  params: inForceFrom('2018-10-26'),
  remembersMs: days(400),
  limits: {
    zh: '以第一次讯问结束前的告知登记为准；没有登记过的告知数据来源时不作判断。',
    en: 'Goes by what is recorded until the first interrogation ends; without a declared source of rights notices it does not judge.',
  },
  consumes: ['act.started', 'act.ended', 'act.signed', 'rights.told'],
  subject: (o, { custody }) => {
    if (o.kind === 'rights.told') return o.data.person
    if (o.kind === 'act.started') return o.data.kind === 'interrogation' ? byPerson(o) : undefined
    const act = custody.act(o.data.act)
    return act?.kind === 'interrogation' ? (act.person ?? undefined) : undefined
  },
  judge(file, _, { register: { custody } }) {
    const started = first(file, 'act.started')
    if (!started) return undefined
    const ended = all(file, 'act.ended', 'act.signed').find((e) => e.data.act === started.data.act)
    if (!ended) return undefined
    const told = new Set(
      all(file, 'rights.told')
        .filter((r) => r.at <= ended.at)
        .flatMap((r) => r.data.rights),
    )
    if (due.every((right) => told.has(right))) return undefined
    if (!custody.feeds('rights', ended.at)) return { missing: 'sensor.installed watches rights' }
    return {
      since: ended.at,
      seen: [started, ended],
      unit: started.data.unit,
      officers: started.data.officers,
      facts: { act: started.data.act, person: started.data.person, told: [...told].join(',') },
    }
  },
})
