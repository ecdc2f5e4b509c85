import { z } from 'zod'
import { id, instant, printed } from './field.ts'
import { rank } from './measure.ts'

const said = <T extends z.ZodType>(schema: T) => schema.nullable().default(null)
const short = z.string().min(1).max(128)
const officers = z.array(id).max(16).readonly().default([])
const coercion = { coercion: id.describe('number of the 行政强制措施凭证; the same in every event about it'), unit: id }
const sample = { sample: id.describe('the blood sample, by its number or tag'), unit: id }

/** What happened at the roadside: stops, warnings, cash, measures on vehicles and licences, blood samples. */
export const roadsideObservations = {
  'roadside.stop-seen': z
    .object({
      stop: id.describe('one stop, such as the file of the body camera'),
      unit: id,
      officers,
      plate: said(printed),
      by: z.enum(['body-camera', 'plate-reader', 'handheld', 'other']).describe('what saw it'),
      violationCode: said(short).describe('violation that was seen or begun to be entered; null: none'),
    })
    .describe('An officer stopped a vehicle; observedAt is the beginning.'),
  'roadside.warned': z
    .object({
      stop: said(id).describe('the stop, when it is known'),
      unit: id,
      officers,
      plate: said(printed),
      violationCode: said(short).describe('which violation'),
      foundOnSpot: said(z.boolean()).describe('当场发现'),
      minor: said(z.boolean()).describe('情节轻微、未影响道路通行和安全'),
      corrected: said(z.boolean()).describe('违法状态已经消除'),
      points: said(z.number()).describe('记分 of the violation'),
    })
    .describe('口头警告 and release.'),
  'roadside.cash-taken': z
    .object({
      unit: id,
      officers,
      ticket: said(id).describe('the ticket, when it is known'),
      from: z
        .enum(['motor-driver', 'non-motor-driver', 'passenger', 'pedestrian'])
        .describe('机动车驾驶人 · 非机动车驾驶人 · 乘车人 · 行人'),
      amountYuan: z.number().nonnegative().describe('in yuan'),
      receipt: said(z.boolean()).describe('省级财政部门统一制发的罚款收据 given; null: not stated'),
    })
    .describe('A fine was taken in cash on the spot.'),
  'coercion.applied': z
    .object({
      ...coercion,
      kind: z
        .enum(['vehicle', 'licence', 'towing', 'alcohol-test', 'confiscation'])
        .describe('扣留车辆 · 扣留机动车驾驶证 · 拖移机动车 · 检验体内酒精等含量 · 收缴物品'),
      officers,
      plate: said(printed),
      onSpot: z.boolean().default(true).describe('现场采取'),
    })
    .describe('A coercive measure of the traffic police was applied.'),
  'coercion.reported': z
    .object({ ...coercion, rank: said(rank), approved: z.boolean().describe('false: to be lifted at once') })
    .describe('It was reported to the head of the unit and the approval made up.'),
  'coercion.handed-in': z.object({ ...coercion }).describe('The vehicle, licence or items were given to the unit.'),
  'coercion.papers-shown': z
    .object({ ...coercion })
    .describe('The party was dealt with, or proved origin or made up papers: the unit’s time to check begins.'),
  'coercion.check-extended': z.object({ ...coercion, rank: said(rank) }).describe('The time to check was prolonged.'),
  'coercion.returned': z.object({ ...coercion }).describe('What was held was given back, or the measure lifted.'),
  'blood.drawn': z
    .object({
      ...sample,
      person: id,
      officers: officers.describe('人民警察 who took the driver there'),
      auxiliaries: officers.describe('警务辅助人员 who went along'),
      by: z.enum(['hospital', 'forensic', 'other']).describe('医疗机构 · 法医等具有相应资质的人员 on the spot'),
      parts: said(z.number().int()).describe('how many samples were kept'),
    })
    .describe('Blood was taken for a test of alcohol.'),
  'driver-alcohol.recorded': z
    .object({
      system: id.default('tickets').describe('the system in which it was entered; as in ticket.changed'),
      test: id.describe('one test of one driver, by its number; the same in every entry about it'),
      specimen: z.enum(['breath', 'blood']).describe('breath 呼气 · blood 血样'),
      person: id.describe('who was tested'),
      mgPer100ml: z.number().nonnegative().describe('alcohol in 100 ml of blood, as measured or reckoned'),
      measuredAt: said(instant).describe(
        'breath: when the tester measured, by its own clock; blood: when the result was received; null: not told',
      ),
      unit: id,
      by: said(id).describe('officer who entered it'),
      account: said(id).describe('the login that was used'),
      terminal: said(short).describe('which terminal or handheld'),
      document: said(id).describe('number of the paper that puts an earlier entry right; null: none'),
    })
    .describe('The result of a driver’s test of alcohol was entered, or entered anew; observedAt is when it was.'),
  'blood.sent': z.object({ ...sample }).describe('The sample was handed to the laboratory.'),
  'blood.result-received': z.object({ ...sample }).describe('The unit received the result.'),
  'blood.result-told': z.object({ ...sample }).describe('The driver was told in writing.'),
} as const
