import { z } from 'zod'
import type { Register } from '../../domain/register.ts'
import { chinaDay, days, type Instant } from '../../domain/time.ts'
import { all } from '../patterns/case-file.ts'
import { byDriving, drivingKinds } from '../patterns/driving.ts'
import { policeCars2006, policeCars2025, unread } from '../patterns/elsewhere.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

const paramSchema = z.object({
  /** 辅警 may drive. */
  auxiliaries: z.boolean(),
  /** Not in the 试用期 of the service. */
  trial: z.boolean(),
})

/** 警车驾驶人资格 (legal table M, car-driver): the rules changed on 2025-12-29. */
export const driverNotEntitled = wrongWhen({
  id: 'vehicle.driver-not-entitled',
  title: { zh: '不具备资格的人员驾驶警车', en: 'A police vehicle was driven by somebody who may not' },
  grade: 'B',
  citations: [
    policeCars2006(
      '第十四条',
      '警车应当由警车所属单位的人民警察驾驶，驾驶警车时应当按照规定着制式警服（驾驶汽车可不戴警帽，驾驶摩托车应当戴制式警用安全头盔），持有机动车驾驶证和人民警察证。',
    ),
    policeCars2025(
      '第十四条',
      '警车由所属单位的人民警察或者警务辅助人员驾驶；试用期、实习期内的不得驾驶；除警卫任务外着制式服装。',
    ),
  ],
  paramSchema,
  params: [
    { from: '2006-11-29', value: { auxiliaries: false, trial: false } },
    { from: '2025-12-29', value: { auxiliaries: true, trial: true } },
  ],
  shipsOff: unread,
  limits: {
    zh: '以车上的驾驶人识别和人员、驾驶人档案为准；识别错误看不到。2025年12月29日起辅警可以驾驶，此前不可以。未登记的人员一律视为外人。',
    en: 'Goes by who was recognised at the wheel and by the files of people and drivers; a wrong recognition is invisible. Auxiliaries may drive from 29 December 2025, not before. Whoever is not registered counts as a stranger.',
  },
  consumes: drivingKinds,
  subject: byDriving,
  keeps: ['vehicle.driven-by'],
  lawAt: (file) => all(file, 'vehicle.driven-by').at(-1)?.at ?? file[0]!.at,
  judge(file, _law, { register, paramsAt }) {
    const found = all(file, 'vehicle.driven-by').flatMap((d) => {
      const law = paramsAt(d.at)
      const because = law && reason(register, d.data.officer, d.data, d.at, law)
      return because ? [{ d, because }] : []
    })
    if (found.length === 0) return undefined
    const { d, because } = found[0]!
    const { officer } = d.data
    return {
      since: d.at,
      seen: [d],
      unit: register.unitOf(`vehicle/${d.data.vehicle}`),
      officers: [officer],
      carrier: `vehicle/${d.data.vehicle}`,
      facts: { vehicle: d.data.vehicle, officer, because, source: d.data.source },
    }
  },
})

const reason = (
  register: Register,
  officer: string,
  driven: { readonly vehicle: string; readonly uniform: boolean | null },
  at: Instant,
  law: z.infer<typeof paramSchema>,
): string | undefined => {
  const person = register.officer(officer)
  if (!person) return 'stranger'
  if (person.kind === 'auxiliary' && !law.auxiliaries) return 'auxiliary'
  const owner = register.vehicle(driven.vehicle)?.unit
  if (owner !== undefined && person.unit !== owner) return 'other-unit'
  const file = register.duty.driver(officer)?.data
  if (law.trial && file?.trialUntil && at < chinaDay(file.trialUntil) + days(1)) return 'trial-period'
  if (file?.permitted === false) return 'not-permitted'
  if (driven.uniform === false && register.duty.dressExemption(officer, at)?.data.ground !== 'guard')
    return 'not-in-uniform'
  return undefined
}
