import { z } from 'zod'
import { endOfMonths } from '../../domain/calendar.ts'
import type { Instant } from '../../domain/time.ts'
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
    zh: '逮捕之日不计，期满为对应月份同日的二十四时，该月没有同日的为月末；期满日的算法须与检察机关一致，由法制部门确认。精神病鉴定和经批准的身份不明期间不计；其他鉴定照计。移送审查起诉即终止。',
    en: 'The day of arrest is not counted; the term ends at 24:00 of the same date, or of the month’s last day. The convention must be agreed with the procuratorate. Psychiatric appraisal and an approved unknown identity stop the clock, other appraisals do not. Transfer for prosecution ends it.',
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
    const again = all(file, 'measure.recalculated').findLast((r) => p.stoppers.includes(r.data.rank))
    const from = again?.data.discoveredAt ?? started.at
    const { months, relied, dueAt } = term(file, p, from)
    const done = all(file, 'application.made', 'measure.ended').find((s) => s.at >= started.at)
    if (dueAt === undefined) return done ? over(now) : waiting
    return by(
      { startedAt: from, dueAt, doneAt: done?.at, now },
      {
        evidence: evidence(started, again, ...relied, done),
        facts: { months, from, person: started.data.person },
        concerns: about(started.data.unit, started.data.officers),
      },
    )
  },
})

/** How long the term is and when it ends; `dueAt` undefined while it lawfully stands still. */
const term = (file: CaseFile<Kind>, p: Law, from: Instant) => {
  const { stoodStillMs, standing, relied } = stops(file, p, from)
  let months = p.baseMonths
  const extensions: Seen<'measure.extended'>[] = []
  for (const s of p.ladder) {
    const approval = all(file, 'measure.extended').find(
      ({ at, data }) =>
        s.fromMonths === months &&
        data.total.unit === 'month' &&
        data.total.amount === s.toMonths &&
        s.approvers.includes(data.rank) &&
        at >= from &&
        at <= endOfMonths(from, months) + stoodStillMs,
    )
    if (!approval) break
    months = s.toMonths
    extensions.push(approval)
  }
  return {
    months,
    relied: [...relied, ...extensions],
    dueAt: standing ? undefined : endOfMonths(from, months) + stoodStillMs,
  }
}

const stops = (file: CaseFile<Kind>, p: Law, from: Instant) => {
  let stoodStillMs = 0
  let since: Instant | undefined
  const relied: (Seen<'measure.clock-stopped'> | Seen<'measure.clock-restarted'>)[] = []
  for (const s of all(file, 'measure.clock-stopped', 'measure.clock-restarted')) {
    if (s.kind === 'measure.clock-stopped') {
      const lawful =
        s.data.reason === 'psychiatric-appraisal' ||
        (s.data.reason === 'identity-unknown' && p.stoppers.includes(s.data.rank))
      if (!lawful || since !== undefined) continue
      since = Math.max(s.at, from)
    } else {
      if (since === undefined) continue
      stoodStillMs += Math.max(0, s.at - since)
      since = undefined
    }
    relied.push(s)
  }
  return { stoodStillMs, standing: since !== undefined, relied }
}
