import { z } from 'zod'
import { daysBetween, endOfMonths } from '../../domain/calendar.ts'
import { days, type Instant } from '../../domain/time.ts'
import { defineRule } from '../define-rule.ts'
import { bureauChiefs, ranks } from '../patterns/approvers.ts'
import { all, type CaseFile, evidence, filed, first, type Seen } from '../patterns/case-file.ts'
import { criminalProcedure, criminalProcedureLaw } from '../patterns/enactments.ts'
import { byMeasureOrPerson } from '../patterns/subjects.ts'
import { about, by, idle, over, waiting } from '../patterns/verdicts.ts'

const kinds = [
  'measure.started',
  'measure.extended',
  'measure.recalculated',
  'measure.clock-stopped',
  'measure.clock-restarted',
  'measure.ended',
  'application.made',
] as const
type Kind = (typeof kinds)[number]
const step = z.object({ fromMonths: z.number(), toMonths: z.number(), approvers: ranks })
const law = z.object({ baseMonths: z.number(), ladder: z.array(step), stoppers: ranks })
type Law = z.infer<typeof law>
const ofMeasure = byMeasureOrPerson('arrest')

export const custodyMonths = defineRule<CaseFile<Kind>, Law, Kind>({
  id: 'coercive-measure.custody-months',
  title: { zh: '侦查羁押超过期限', en: 'Custody during investigation runs past its months' },
  grade: 'A',
  citations: [
    criminalProcedureLaw(
      '第一百五十六条',
      '对犯罪嫌疑人逮捕后的侦查羁押期限不得超过二个月。案情复杂、期限届满不能终结的案件，可以经上一级人民检察院批准延长一个月。',
    ),
    criminalProcedureLaw('第一百五十八条', '经省、自治区、直辖市人民检察院批准或者决定，可以延长二个月：'),
    criminalProcedureLaw('第一百五十九条', '经省、自治区、直辖市人民检察院批准或者决定，可以再延长二个月。'),
    criminalProcedureLaw(
      '第一百六十条',
      '在侦查期间，发现犯罪嫌疑人另有重要罪行的，自发现之日起依照本法第一百五十六条的规定重新计算侦查羁押期限。',
    ),
    criminalProcedure(
      '第二百五十七条',
      '对犯罪嫌疑人作精神病鉴定的时间不计入办案期限，其他鉴定时间都应当计入办案期限。',
    ),
  ],
  paramSchema: law,
  params: [
    {
      from: '2013-01-01',
      value: {
        baseMonths: 2,
        ladder: [
          { fromMonths: 2, toMonths: 3, approvers: ['city-procuratorate', 'provincial-procuratorate'] },
          { fromMonths: 3, toMonths: 5, approvers: ['provincial-procuratorate'] },
          { fromMonths: 5, toMonths: 7, approvers: ['provincial-procuratorate'] },
        ],
        stoppers: bureauChiefs,
      },
    },
  ],
  localSettings: [],
  limits: {
    zh: '逮捕之日不计，期满为对应月份同日的二十四时，该月没有同日的为月末；期满日的算法须与检察机关一致，由法制部门确认。精神病鉴定的日数不计，其他鉴定照计；经批准的身份不明，自查清身份之日起算；另有重要罪行，自发现之日起重新计算。届满以后的停止、延长和重新计算不再起作用。移送审查起诉即终止。',
    en: 'The day of arrest is not counted; the term ends at 24:00 of the same date, or of the month’s last day. The convention must be agreed with the procuratorate. Days of psychiatric appraisal are not counted, other appraisals are; with an approved unknown identity the term runs from the day it is found, after another important crime from its discovery. What comes after the end revives nothing. Transfer for prosecution ends it.',
  },
  consumes: kinds,
  subject: (o, register) =>
    o.kind === 'application.made' && o.data.kind !== 'prosecution' ? undefined : ofMeasure(o, register),
  initial: [],
  evolve: filed,
  evaluate(file, { now, paramsAt }) {
    const started = first(file, 'measure.started')
    if (!started) return idle(file, now)
    const p = paramsAt(started.at)
    if (!p) return over(now)
    const { from, months, relied, dueAt } = term(file, p, started.at)
    const done = all(file, 'application.made', 'measure.ended').find((s) => s.at >= started.at)
    if (dueAt === undefined) return done ? over(now) : waiting
    return by(
      { startedAt: from, dueAt, doneAt: done?.at, now },
      {
        evidence: evidence(started, ...relied, done),
        facts: { months, from, person: started.data.person },
        concerns: about(started.data.unit, started.data.officers),
      },
    )
  },
})

/**
 * How long the term is, from when, and when it ends; `dueAt` undefined while it lawfully stands still. What comes after
 * the end revives nothing: an extension, a stop or another crime counts only while the term runs.
 */
const term = (file: CaseFile<Kind>, p: Law, startedAt: Instant) => {
  let [from, months, pausedDays] = [startedAt, p.baseMonths, 0]
  let standing: Seen<'measure.clock-stopped'> | undefined
  const relied: Seen<Kind>[] = []
  const due = (): Instant => endOfMonths(from, months) + days(pausedDays)
  const anew = (at: Instant): void => {
    ;[from, months, pausedDays] = [at, p.baseMonths, 0]
  }
  for (const s of all(
    file,
    'measure.extended',
    'measure.recalculated',
    'measure.clock-stopped',
    'measure.clock-restarted',
  )) {
    const at = Math.max(s.kind === 'measure.recalculated' ? s.data.discoveredAt : s.at, startedAt)
    if (!standing && at > due()) continue
    if (s.kind === 'measure.extended') {
      const step = p.ladder.find((one) => one.fromMonths === months && one.toMonths === s.data.total.amount)
      if (s.data.total.unit !== 'month' || !step?.approvers.includes(s.data.rank)) continue
      months = step.toMonths
    } else if (s.kind === 'measure.recalculated') {
      if (!p.stoppers.includes(s.data.rank)) continue
      anew(at)
    } else if (s.kind === 'measure.clock-stopped') {
      if (standing || !stops(s, p)) continue
      standing = s
    } else {
      if (!standing) continue
      if (standing.data.reason === 'identity-unknown') anew(at)
      else pausedDays += Math.max(0, daysBetween(Math.max(standing.at, from), at))
      standing = undefined
    }
    relied.push(s)
  }
  return { from, months, relied, dueAt: standing ? undefined : due() }
}

const stops = ({ data }: Seen<'measure.clock-stopped'>, p: Law): boolean =>
  data.reason === 'psychiatric-appraisal' || (data.reason === 'identity-unknown' && p.stoppers.includes(data.rank))
