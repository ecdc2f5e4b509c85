import type { AnyRule } from './define-rule.ts'
import { beatNotPatrolled } from './patrol/beat-not-patrolled.ts'
import { leavesBeat } from './patrol/leaves-beat.ts'
import { stopsTooLong } from './patrol/stops-too-long.ts'
import { outsideCounty } from './vehicle/outside-county.ts'
import { speeding } from './vehicle/speeding.ts'
import { trackerSilent } from './vehicle/tracker-silent.ts'
import { usedOffDuty } from './vehicle/used-off-duty.ts'

/** The rulebook: every duty this system watches, in the order the console lists them. */
export const rulebook: readonly AnyRule[] = [
  leavesBeat,
  stopsTooLong,
  beatNotPatrolled,
  trackerSilent,
  speeding,
  usedOffDuty,
  outsideCounty,
]
