import type { CadenceView } from '../../contract/roll-call.ts'
import type { Register } from '../../domain/register.ts'
import { usualCadence } from '../../domain/roll-call/cadence.ts'
import type { Instant } from '../../domain/time.ts'
import { nextFor } from './schedule.ts'

/** The settings as they were set, and what they come to for each unit now. */
export const cadenceView = (register: Register, now: Instant): CadenceView => ({
  usual: usualCadence,
  layers: register.rollCall
    .layers()
    .map(({ seq, unitKind, unit, post, day, values, validFrom, setAt, by, reason }) => ({
      seq,
      unitKind,
      unit,
      post,
      day,
      values,
      validFrom,
      setAt,
      by,
      reason,
    }))
    .toReversed(),
  units: register.units().map(({ unit, kind }) => ({
    unit,
    cadence: register.rollCall.cadence({ unit, unitKind: kind, post: undefined, at: now }),
    next: nextFor(register, now, unit),
  })),
})
