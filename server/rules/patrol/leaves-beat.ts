import { z } from 'zod'
import { minutes, seconds } from '../../domain/time.ts'
import { clear, type Verdict } from '../../domain/verdict.ts'
import { deployments, orders } from '../basis.ts'
import { defineRule, type Moment } from '../define-rule.ts'
import { type Excursion, excursionAfter, judgeDwell } from '../excursion.ts'
import { ordersAndTasks } from '../excuse.ts'
import { carrierOf, cellOf, dutyKinds, isLate } from '../fix.ts'
import { areaSchema, areaSettings, local } from '../local.ts'
import { serviced } from '../service-zone.ts'
import { watching } from '../watched.ts'

const paramSchema = z.object({
  ...areaSchema,
  dwellMinutes: z.number().min(0).max(60),
  handoverMinutes: z.number().min(0).max(60),
})
type Params = z.infer<typeof paramSchema>

/** 巡逻越界 (legal table M, pat-zone): the beat is an order; how far and how long is for the bureau to set. */
export const leavesBeat = defineRule({
  id: 'patrol.leaves-beat',
  title: { zh: '巡逻力量离开巡区', en: 'A patrol has left its beat' },
  grade: 'C',
  citations: [orders, deployments],
  paramSchema,
  params: [
    {
      from: '2011-10-01',
      value: {
        bufferMetres: 200,
        deadBandMetres: 50,
        dwellMinutes: 3,
        maxGapSeconds: 300,
        freshSeconds: 60,
        assumedAccuracyMetres: 30,
        handoverMinutes: 10,
        returnMinutes: 10,
      },
    },
  ],
  localSettings: [...areaSettings, local('dwellMinutes'), local('handoverMinutes')],
  limits: {
    zh: '只知道设备的位置，不知道人是否在车上；追缉、口头指令未录入系统的，本规则看不到，须核查。补传数据单独判断，与实时数据之间的一次离开可能分成两条线索。指令自下达起至反馈或者办结（以先者为准）止豁免；既未反馈也未办结的，一直豁免。',
    en: 'It sees where the device is, not who is in the car. A pursuit or a spoken order that no system recorded is invisible to it and must be asked about. Buffered reports are judged apart, so one absence may show as two findings. An order excuses until its result is entered or it is closed, whichever comes first; one with neither excuses for as long as it stays open.',
  },
  consumes: ['position.reported', ...dutyKinds],
  subject: cellOf,

  ...watching<Excursion, Params>({
    after(state, fix, isBehind, params, { register, subject }) {
      const on = register.beatAt(carrierOf(subject), fix.at)
      const atPump = on && !on.area.covers(fix.place) && serviced(register, fix)
      return excursionAfter(state, fix, isBehind, atPump ? undefined : on?.area, on?.shift.shift ?? '', params)
    },
    judge: (out, moment) => judge(out, moment),
  }),
})

const judge = (out: Excursion, { now, paramsAt, register, subject }: Moment<Params>): Verdict => {
  const carrier = carrierOf(subject)
  const shift = register.shift(carrier, out.scope)
  const params = paramsAt(out.since)
  if (!shift || !params) return clear
  const handoverMs = minutes(params.handoverMinutes)
  const endsAt = shift.endsAt - handoverMs
  if (now > endsAt && !isLate(subject)) return clear
  const excuses = [
    { from: Number.NEGATIVE_INFINITY, to: shift.startsAt + handoverMs },
    { from: endsAt + 1, to: undefined },
    ...ordersAndTasks(register, carrier, minutes(params.returnMinutes), shift.crew),
  ]
  const [dwellMs, freshMs] = [minutes(params.dwellMinutes), seconds(params.freshSeconds)]
  const judged = judgeDwell(out, { now, dwellMs, freshMs, excuses })
  if (judged.is === 'unknown') return { is: 'unknown', missing: 'a position since the last one outside the beat' }
  if (judged.is !== 'breach') return judged
  return {
    is: 'breach',
    since: judged.since,
    evidence: out.seqs,
    facts: {
      shift: shift.shift,
      beat: shift.beat,
      leftAt: out.since,
      farthestM: out.farthestM,
      bufferMetres: params.bufferMetres,
      dwellMinutes: params.dwellMinutes,
    },
    concerns: { unit: shift.unit, carrier, officers: shift.crew, place: out.place },
    ...(endsAt + 1 > now && { reviewAt: endsAt + 1 }),
  }
}
