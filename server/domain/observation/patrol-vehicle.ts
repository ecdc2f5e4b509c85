import { z } from 'zod'
import { carrier, id, instant, lngLat } from './field.ts'
import { chinaDay } from './person.ts'

/** Who drives, lights and siren, the paper of a trip; checkpoints at the roadside and pursuits. */
export const patrolVehicleObservations = {
  'vehicle.driven-by': z
    .object({
      vehicle: id,
      officer: id.describe('officer or auxiliary id; an id that nobody registered is a stranger'),
      source: z.enum(['card', 'face', 'desk', 'sheet']).describe('card reader · camera · desk · 派车单'),
      uniform: z.boolean().nullable().default(null).describe('in uniform, as a person or a camera saw; null: not seen'),
    })
    .describe('驾驶警车; from observedAt until somebody else drives or vehicle.driver-left'),
  'vehicle.driver-left': z.object({ vehicle: id, officer: id }).describe('驾驶人离车'),
  'vehicle.lights-changed': z
    .object({
      vehicle: id,
      lights: z.boolean().nullable().describe('标志灯具 on; null: this source does not tell'),
      siren: z.boolean().nullable().describe('警报器 on; null: this source does not tell'),
      device: id.nullable().default(null).describe('terminal or controller that told'),
    })
    .describe('state of lights and siren from observedAt on'),
  'vehicle.trip-approved': z
    .object({
      trip: id,
      vehicle: id,
      unit: id,
      driver: id.nullable().default(null),
      purpose: z.string().min(1).max(200),
      startsAt: instant,
      endsAt: instant,
      approvedBy: id.nullable().describe('null: nobody approved'),
    })
    .describe('派车单'),
  'vehicle.lent': z
    .object({
      vehicle: id,
      unit: id,
      to: z.string().min(1).max(200).describe('to whom'),
      approvedBy: id.nullable().default(null),
    })
    .describe('警车或者警车号牌转借 outside the police'),
  'driver.registered': z
    .object({
      officer: id,
      licensedOn: chinaDay.nullable().default(null).describe('初次领证日期'),
      practiceUntil: chinaDay.nullable().default(null).describe('last day of the 实习期; null: over or not stated'),
      trialUntil: chinaDay.nullable().default(null).describe('last day of the 试用期 in the service; null: over'),
      permitted: z.boolean().nullable().default(null).describe('准驾警车 by the unit; null: not stated'),
    })
    .describe('驾驶人档案; the same officer again replaces it'),
  'roadside.set-up': z
    .object({
      site: id,
      unit: id,
      place: lngLat.nullable().default(null),
      road: z
        .enum(['highway', 'expressway', 'urban-expressway', 'urban-main', 'urban-other'])
        .describe('highway 公路 · expressway 高速公路 · urban-expressway 城市快速路 · urban-main 主干道 · urban-other'),
      officers: z.array(id).max(64).readonly().describe('traffic police there'),
      helpers: z.array(id).max(64).readonly().default([]).describe('交通协管员、辅警'),
      poorConditions: z.boolean().describe('雾、雨、雪、冰冻、夜间等能见度低或者道路条件恶劣'),
      signsAtM: z
        .number()
        .nonnegative()
        .nullable()
        .default(null)
        .describe('how far from the site the warning signs begin; null: not measured'),
      carAtM: z
        .number()
        .nonnegative()
        .nullable()
        .default(null)
        .describe('how far the police car stands on the side the traffic comes from; null: not measured'),
      atTollOrService: z.boolean().nullable().default(null).describe('at a toll gate, service or parking area'),
    })
    .describe('设点执勤; the same site again tells what changed'),
  'roadside.taken-down': z.object({ site: id, unit: id }).describe('撤点'),
  'pursuit.started': z
    .object({
      pursuit: id,
      unit: id,
      carrier,
      officers: z.array(id).max(16).readonly(),
      traffic: z.boolean().describe('by traffic police after a driver who did not stop 交通警察驾驶机动车追缉'),
      ground: z
        .enum(['grave-threat', 'violent-suspect', 'order', 'none'])
        .nullable()
        .describe('grave-threat 可能对公共安全和他人生命安全有严重威胁; null: not stated'),
    })
    .describe('驾车追缉'),
  'pursuit.ended': z
    .object({ pursuit: id, unit: id, carrier, outcome: z.enum(['stopped', 'given-up', 'lost', 'accident']) })
    .describe('追缉结束'),
} as const
