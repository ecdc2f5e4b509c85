import type { Driving } from '../../domain/duty/state.ts'
import type { Register } from '../../domain/register.ts'
import type { Taken } from '../define-rule.ts'

export const drivingKinds = ['vehicle.driven-by', 'driver.registered'] as const

const subjectOf = ({ vehicle, officer, from }: Driving): string => `vehicle/${vehicle}#${officer}#${from}`

/** One cell each time somebody is at the wheel; what is told of drivers concerns all that they drove. */
export const byDriving = (o: Taken<(typeof drivingKinds)[number]>, { duty }: Register): readonly string[] => {
  if (o.kind === 'driver.registered') return duty.drivingsOf(o.data.officer).map(subjectOf)
  const now = duty.driving(o.data.vehicle, o.observedAt)
  return now?.officer === o.data.officer ? [subjectOf(now)] : []
}
