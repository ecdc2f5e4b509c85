import { z } from 'zod'
import { defineRule } from '../define-rule.ts'
import { bureauChiefs, ranks } from '../patterns/approvers.ts'
import { all, type CaseFile, evidence, filed, type Seen } from '../patterns/case-file.ts'
import { type Pause, reckon } from '../patterns/case-period.ts'
import { adminProcedure } from '../patterns/enactments.ts'
import { unsure } from '../patterns/limit.ts'
import { byItemOrCase } from '../patterns/subjects.ts'
import { takings } from '../patterns/takings.ts'
import { about, by, idle, over, waiting } from '../patterns/verdicts.ts'

const kinds = [
  'property.seized',
  'property.period-extended',
  'property.released',
  'property.disposed',
  'property.decided',
  'property.owner-announced',
  'appraisal.begun',
  'appraisal.ended',
  'case.transferred',
] as const
type Kind = (typeof kinds)[number]
const schema = z.object({
  baseDays: z.number().positive(),
  stepDays: z.number().positive(),
  extensions: z.number().int(),
  approvers: ranks,
})

/** 扣押期限 (legal table J, prop-adm-30d). */
export const periodOver = defineRule<CaseFile<Kind>, z.infer<typeof schema>, Kind>({
  id: 'property.period-over',
  title: {
    zh: '扣押、查封期限届满没有退还或者处理',
    en: 'The period of a seizure is over and the property was neither returned nor decided on',
  },
  grade: 'B',
  citations: [
    adminProcedure(
      '第一百一十二条',
      '扣押、扣留、查封期限为三十日，情况复杂的，经县级以上公安机关负责人批准，可以延长三十日；法律、行政法规另有规定的除外。',
    ),
    adminProcedure(
      '第一百一十二条',
      '对物品需要进行鉴定的，鉴定期间不计入扣押、扣留、查封期间，但应当将鉴定的期间书面告知当事人。',
    ),
    adminProcedure('第一百一十五条', '（四）采取证据保全措施的期限已经届满的；'),
    adminProcedure('第六十二条', '行政案件移送管辖的，询问查证时间和扣押等措施的期限重新计算。'),
  ],
  paramSchema: schema,
  params: [{ from: '2013-01-01', value: { baseDays: 30, stepDays: 30, extensions: 1, approvers: bureauChiefs } }],
  localSettings: [],
  limits: {
    zh: '只看行政案件；开始之日不计，末日逢节假日顺延。法律、行政法规另有期限的由人核查。已通知原主领取或者公告认领的，视为已经退还；鉴定期间以登记为准；有没有书面告知另行判断。',
    en: 'Administrative cases only; the first day is not counted and a last day off moves on. Other periods in law are for people to check. What its owner was called to collect counts as returned. Appraisal time is as recorded; whether the party was told is judged apart.',
  },
  consumes: kinds,
  subject: byItemOrCase,
  initial: [],
  evolve: filed,
  evaluate(file, { now, paramsAt, register, subject }) {
    const taken = takings(all(file, 'property.seized'))
    const seized = taken.find(({ data }) => data.how === 'seizure' || data.how === 'sealing')
    if (!seized || seized.data.type === 'criminal') return idle(file, now)
    const law = paramsAt(seized.at)
    if (!law) return over(now)
    const approvals = all(file, 'property.period-extended')
      .filter((e) => law.approvers.includes(e.data.rank))
      .map((e) => ({ at: e.at, endsAt: e.data.endsAt, seen: e }))
    const pauses = all(file, 'appraisal.begun').map((a): Pause => {
      const ended = all(file, 'appraisal.ended').find((e) => e.data.appraisal === a.data.appraisal)
      return { from: a.at, to: ended?.at, seen: ended ? [a, ended] : [a] }
    })
    const periodFrom = (at: number) =>
      reckon(
        register,
        at,
        law.baseDays,
        pauses,
        approvals.filter((a) => a.at >= at),
        {
          step: law.stepDays,
          times: law.extensions,
        },
      )
    let of: Seen<'property.seized' | 'case.transferred'> = seized
    let period = periodFrom(of.at)
    for (const moved of all(file, 'case.transferred')) {
      if (moved.at < of.at || (period.dueAt !== undefined && moved.at > period.dueAt)) continue
      of = moved
      period = periodFrom(of.at)
    }
    // Whoever was called to collect it has six months to come.
    const done = [
      ...all(file, 'property.released', 'property.disposed', 'property.decided', 'property.owner-announced'),
      // Seized anew in a criminal case, whose time is another.
      ...taken.filter((t) => t.data.type === 'criminal'),
    ]
      .filter((d) => d.at > seized.at)
      .sort((a, b) => a.at - b.at)[0]
    if (period.dueAt === undefined) return done ? over(now) : waiting
    const { unit, officers, what } = seized.data
    const inCharge = register.casework.case(register.casework.item(subject)?.case)?.officers ?? []
    return by(
      { startedAt: of.at, dueAt: period.dueAt, doneAt: done?.at, now },
      {
        evidence: evidence(seized, ...(of === seized ? [] : [of]), ...period.seen, done),
        facts: {
          what,
          days: law.baseDays,
          prolonged: period.prolonged,
          pausedDays: period.pausedDays,
          ...unsure(period),
        },
        concerns: about(unit, inCharge.length > 0 ? inCharge : officers),
      },
    )
  },
})
