import { first } from '../patterns/case-file.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { continuedQuestioning } from '../patterns/enactments.ts'

/** Reported to supervision: only that notice is this duty's. */
export const incidentReport = (o: {
  readonly data: { readonly incident: string } | { readonly about: string; readonly to: string }
}): string | undefined =>
  'incident' in o.data ? o.data.incident : o.data.to === 'supervision' ? o.data.about : undefined

export const continuedQuestioningIncident = deedWithin({
  id: 'continued-questioning.incident-unreported',
  title: {
    zh: '继续盘问期间的伤病、事故未立即报告警务督察部门',
    en: 'An injury, illness or accident during continued questioning was not reported to supervision at once',
  },
  grade: 'A',
  citations: [
    continuedQuestioning(
      '第三十一条',
      '发现被盘问人有外伤、有严重疾病发作的明显症状的，或者具有本规定第十条所列情形之一的，应当立即报告县、市、旗公安局或者城市公安分局警务督察部门和主管公安派出所工作的部门，并做好详细记录。',
    ),
    continuedQuestioning(
      '第三十六条',
      '发生被盘问人重伤、逃跑、自杀、自伤等事故以及继续盘问超过批准时限的，公安派出所必须立即将有关情况报告县、市、旗公安局或者城市公安分局警务督察部门和主管公安派出所工作的部门，并做好详细记录。',
    ),
    continuedQuestioning(
      '第二十四条',
      '（二） 立即报告所属县、市、旗公安局或者城市公安分局的主管负责人或者值班负责人、警务督察部门和主管公安派出所工作的部门；',
    ),
  ],
  params: [{ from: '2004-10-01', value: { amount: 30, unit: 'minute' } }],
  localSettings: [
    { param: 'amount', title: { zh: '“立即”报告的时间', en: 'What "at once" means for reporting' }, unit: 'minute' },
  ],
  limits: {
    zh: '法律只说“立即”，分钟数是本地设定；只看登记的事件和报告督察部门的登记，看不到未登记的事件。超时本身由时限规则当即报本台；督察部门到场由人核查。',
    en: 'The law says "at once"; the minutes are a local setting. Sees recorded incidents and the recorded report to supervision only. Overtime itself is told here at once by the rule of the time limit; whether supervision went on site is for people to check.',
  },
  consumes: ['custody.incident', 'notice.given'],
  subject: incidentReport,
  begins(file, { register: { custody } }) {
    const incident = first(file, 'custody.incident')
    const during =
      incident && custody.measuresAt(incident.data.person, incident.at).find((m) => m.kind === 'continued-questioning')
    return (
      during && {
        at: incident.at,
        seen: [incident],
        unit: incident.data.unit,
        facts: { of: incident.data.of, person: incident.data.person },
      }
    )
  },
  done: (file) => first(file, 'notice.given'),
})
