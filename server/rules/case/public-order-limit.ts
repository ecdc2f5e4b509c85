import { z } from 'zod'
import { chinaDay, type Instant } from '../../domain/time.ts'
import { defineRule, type Moment } from '../define-rule.ts'
import { cityBureaus, deputyChiefs, ranks } from '../patterns/approvers.ts'
import { appraisals, type ClockKind, clockKinds, hearings, prolongings, withoutPower } from '../patterns/case-clock.ts'
import { all, type CaseFile, evidence, filed, first, last, type Seen } from '../patterns/case-file.ts'
import { reckon } from '../patterns/case-period.ts'
import { adminProcedure, publicOrder2012, publicOrder2025 } from '../patterns/enactments.ts'
import { unsure } from '../patterns/limit.ts'
import { byCase } from '../patterns/subjects.ts'
import { about, by, idle, over, waiting } from '../patterns/verdicts.ts'

const schema = z.object({
  baseDays: z.number().positive(),
  stepDays: z.number().positive(),
  extensions: z.number().int().nonnegative(),
  startsAt: z.enum(['accepted', 'filed']),
  hearingExcluded: z.boolean(),
  /** For a station's case the bureau it belongs to; for any other the bureau above. */
  stationApprovers: ranks,
  bureauApprovers: ranks,
})
type Law = z.infer<typeof schema>

const kinds = [
  'case.reported',
  'case.accepted',
  'case.filed',
  'case.closed',
  'case.transferred',
  'case.stalled',
  'mediation.begun',
  'mediation.agreed',
  'mediation.failed',
  'decision.made',
  ...clockKinds,
] as const
type Kind = (typeof kinds)[number]

/** 2026-01-01: from then on a case has 30+30+30 days from its filing, and a hearing's time is not counted. */
const NEW_LAW = '2026-01-01'

export const publicOrderLimit = defineRule<CaseFile<Kind>, Law, Kind>({
  id: 'case.public-order-limit',
  title: { zh: '治安案件超过办案期限', en: 'A public-order case is beyond its period' },
  grade: 'B',
  citations: [
    publicOrder2025(
      '第一百一十八条',
      '公安机关办理治安案件的期限，自立案之日起不得超过三十日；案情重大、复杂的，经上一级公安机关批准，可以延长三十日。期限延长以二次为限。公安派出所办理的案件需要延长期限的，由所属公安机关批准。',
    ),
    publicOrder2025('第一百一十八条', '为了查明案情进行鉴定的期间、听证的期间，不计入办理治安案件的期限。'),
    publicOrder2012(
      '第九十九条',
      '公安机关办理治安案件的期限，自受理之日起不得超过三十日；案情重大、复杂的，经上一级公安机关批准，可以延长三十日。',
    ),
    adminProcedure('第一百六十五条', '公安机关应当继续进行调查取证，并向被侵害人说明情况，及时依法作出处理决定。'),
    adminProcedure('第一百八十五条', '调解案件的办案期限从调解未达成协议或者调解达成协议不履行之日起开始计算。'),
  ],
  paramSchema: schema,
  params: [
    {
      from: '2006-03-01',
      value: {
        baseDays: 30,
        stepDays: 30,
        extensions: 1,
        startsAt: 'accepted',
        hearingExcluded: false,
        stationApprovers: [...deputyChiefs, ...cityBureaus],
        bureauApprovers: cityBureaus,
      },
    },
    {
      from: NEW_LAW,
      value: {
        baseDays: 30,
        stepDays: 30,
        extensions: 2,
        startsAt: 'filed',
        hearingExcluded: true,
        stationApprovers: [...deputyChiefs, ...cityBureaus],
        bureauApprovers: cityBureaus,
      },
    },
  ],
  localSettings: [],
  limits: {
    zh: '开始之日不计，末日逢节假日顺延。2026年以前受理的案件自受理日起算；2026年起作出的延长批准、进行的听证按新法办理。听证期间自收到申请至听证结束。延长只认届满前由有权机关作出、且不超过次数的批准。登记的鉴定是否“为了查明案情”由人核查。',
    en: 'The first day is not counted; a last day off moves on. Cases accepted before 2026 count from acceptance; approvals and hearings of 2026 and later follow the new law. A hearing lasts from the request to its end. Only approvals before expiry, by the authority with the power, and not more than the law allows, are counted. Whether an appraisal served to clear up the case is for people to judge.',
  },
  consumes: kinds,
  subject: byCase,
  initial: [],
  evolve: filed,
  evaluate(file, moment) {
    const { now, register } = moment
    const opened = opening(file, moment)
    if (!opened) return idle(file, now)
    const law = moment.paramsAt(opened.at)
    if (!law) return over(now)
    const { unit } = opened.data
    // A unit that nobody registered may be a station: then the bureau's approval is enough.
    const station = (register.unit(unit)?.kind ?? 'station') === 'station'
    const competent = station ? law.stationApprovers : law.bureauApprovers
    const periodFrom = (of: Opening) => periodOf(file, of, law, competent, moment)
    let of = opened
    let period = periodFrom(of)
    // Mediation that began in time and failed begins the period anew.
    for (const failed of all(file, 'mediation.failed')) {
      const begun = all(file, 'mediation.begun').findLast((m) => m.at <= failed.at) ?? failed
      if (period.dueAt !== undefined && begun.at > period.dueAt) break
      of = failed
      period = periodFrom(of)
    }
    const done = ending(file, of.at)
    if (period.dueAt === undefined) return done ? over(now) : waiting
    const mediating = last(file, 'mediation.begun')
    if (!done && mediating && mediating.at > of.at && mediating.at <= period.dueAt) return waiting
    const clock = file as CaseFile<ClockKind>
    return by(
      { startedAt: of.at, dueAt: period.dueAt, doneAt: done?.at, now },
      {
        evidence: evidence(of, ...period.seen, done),
        facts: {
          days: law.baseDays,
          prolonged: period.prolonged,
          pausedDays: period.pausedDays,
          withoutPower: withoutPower(clock, competent, now),
          countedFrom: of.kind,
          ...unsure(period),
        },
        concerns: about(unit, register.casework.case(moment.subject)?.officers ?? []),
      },
    )
  },
})

type Opening = Seen<'case.accepted' | 'case.filed' | 'mediation.failed'>

/** What opened the case: acceptance before 2026, filing since. */
const opening = (file: CaseFile<Kind>, { register, subject }: Moment<Law>): Opening | undefined => {
  const type = typeOf(file) ?? register.casework.case(subject)?.type
  if (type !== 'public-order') return undefined
  const accepted = first(file, 'case.accepted')
  const old = accepted && accepted.at < chinaDay(NEW_LAW)
  return old ? accepted : (first(file, 'case.filed') ?? accepted)
}

/** The period from `of`. What is approved or heard since the new law follows it, in whichever year the case began. */
const periodOf = (
  file: CaseFile<Kind>,
  of: Opening,
  law: Law,
  competent: readonly string[],
  { register, paramsAt }: Moment<Law>,
) => {
  const clock = file as CaseFile<ClockKind>
  const since = chinaDay(NEW_LAW)
  const newer = paramsAt(Math.max(of.at, since)) ?? law
  const approvals = prolongings(clock, competent).filter((a) => a.at >= of.at)
  const times = approvals.some((a) => a.at >= since) ? newer.extensions : law.extensions
  const heard = hearings(clock).filter((h) => law.hearingExcluded || (newer.hearingExcluded && h.from >= since))
  const pauses = [...appraisals(clock), ...heard]
  return reckon(register, of.at, law.baseDays, pauses, approvals, { step: law.stepDays, times })
}

const typeOf = (file: CaseFile<Kind>) =>
  all(file, 'case.accepted', 'case.filed').at(-1)?.data.type ?? first(file, 'case.reported')?.data.type

/** A decision, or what ends or excuses the case. */
const ending = (file: CaseFile<Kind>, since: Instant): Seen<Kind> | undefined =>
  all(file, 'decision.made', 'case.closed', 'case.transferred', 'mediation.agreed', 'case.stalled').find((s) => {
    if (s.at < since) return false
    if (s.kind === 'mediation.agreed') return s.data.kept === true
    return s.kind !== 'case.stalled' || (s.data.reason !== 'other' && s.data.victimTold !== false)
  })
