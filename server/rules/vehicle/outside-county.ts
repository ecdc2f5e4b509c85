import { z } from 'zod'
import { polygonIndex } from '../../domain/geometry/polygon-index.ts'
import { minutes, seconds } from '../../domain/time.ts'
import { clear, type Verdict } from '../../domain/verdict.ts'
import { orders, policeVehicles, properUse } from '../basis.ts'
import { defineRule, type Moment } from '../define-rule.ts'
import { type Excursion, excursionAfter, judgeDwell } from '../excursion.ts'
import { ordersAndTasks } from '../excuse.ts'
import { carrierOf, dutyKinds, vehicleCellOf } from '../fix.ts'
import { areaSchema, areaSettings, local } from '../local.ts'
import { watching } from '../watched.ts'

const paramSchema = z.object({ ...areaSchema, dwellMinutes: z.number().min(0).max(60) })
type Params = z.infer<typeof paramSchema>

/** 警车驶出县域 (legal table M, car-private-use): on duty or off, a police car leaves the county under an order or an approved task. */
export const outsideCounty = defineRule({
  id: 'vehicle.outside-county',
  title: { zh: '警车未经批准驶出县域', en: 'A police vehicle is outside the county without an order or approval' },
  grade: 'C',
  citations: [properUse, policeVehicles, orders],
  paramSchema,
  params: [
    {
      from: '2004-05-01',
      value: {
        bufferMetres: 300,
        deadBandMetres: 100,
        dwellMinutes: 5,
        maxGapSeconds: 600,
        freshSeconds: 60,
        assumedAccuracyMetres: 30,
        returnMinutes: 60,
      },
    },
  ],
  localSettings: [...areaSettings, local('dwellMinutes')],
  limits: {
    zh: '口头批准、追缉等未录入系统的情形看不到；设备装在车上才算车辆位置。县界未导入时不作判断。指令自下达起至反馈或者办结（以先者为准）止豁免；既未反馈也未办结的，一直豁免。',
    en: 'A spoken approval or a pursuit that no system recorded is invisible. It sees the tracker, not the car. Without a county boundary it does not judge. An order excuses until its result is entered or it is closed, whichever comes first; one with neither excuses for as long as it stays open.',
  },
  consumes: ['position.reported', ...dutyKinds],
  subject: vehicleCellOf,

  ...watching<Excursion, Params>({
    after(state, fix, isBehind, params, { register }) {
      const county = register.zones('county', fix.at)[0]
      const area = county && polygonIndex(county.polygon)
      return excursionAfter(state, fix, isBehind, area, county?.zone ?? '', params)
    },
    judge: (out, moment) => judge(out, moment),
  }),
})

const judge = (out: Excursion, { now, paramsAt, register, subject }: Moment<Params>): Verdict => {
  if (register.zones('county', now).length === 0) return { is: 'unknown', missing: 'the county boundary' }
  const carrier = carrierOf(subject)
  const params = paramsAt(out.since)
  if (!params) return clear
  const shift = register.shiftAt(carrier, out.since)
  const excuses = ordersAndTasks(register, carrier, minutes(params.returnMinutes), shift?.crew)
  const [dwellMs, freshMs] = [minutes(params.dwellMinutes), seconds(params.freshSeconds)]
  const judged = judgeDwell(out, { now, dwellMs, freshMs, excuses })
  if (judged.is === 'unknown') return { is: 'unknown', missing: 'a position since the last one outside the county' }
  if (judged.is !== 'breach') return judged
  return {
    is: 'breach',
    since: judged.since,
    evidence: out.seqs,
    facts: {
      leftAt: out.since,
      farthestM: out.farthestM,
      onDuty: shift !== undefined,
      bufferMetres: params.bufferMetres,
      dwellMinutes: params.dwellMinutes,
    },
    concerns: { unit: register.unitOf(carrier) ?? null, carrier, officers: shift?.crew ?? [], place: out.place },
  }
}
