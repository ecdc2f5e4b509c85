import { createCrews } from './crews.ts'
import type { DataOf } from './observation/index.ts'
import { remembered } from './remembered.ts'
import type { Instant } from './time.ts'

export type Shift = DataOf<'shift.scheduled'>

/** The shifts of every carrier. Answers that hold for a while are kept until its roster changes: every position asks. */
export const createShiftTable = (byCarrier: Record<string, Shift[]>) => {
  const crews = createCrews(byCarrier)
  const held = new Map<string, ReturnType<typeof shiftAround>>()
  // Each rule asks the same of one report.
  let lastCarrier: string | undefined
  let lastHeld: ReturnType<typeof shiftAround> | undefined
  const forget = (carrier: string): void => {
    held.delete(carrier)
    lastCarrier = undefined
  }
  return {
    schedule: (data: Shift, recordedAt: Instant): void => {
      forget(data.carrier)
      const kept = remembered(byCarrier[data.carrier], (s) => s.endsAt, recordedAt)
      byCarrier[data.carrier] = [...kept.filter((s) => s.shift !== data.shift), data]
      crews.add(data)
    },
    cancel: ({ carrier, shift }: DataOf<'shift.cancelled'>): void => {
      forget(carrier)
      byCarrier[carrier] = (byCarrier[carrier] ?? []).filter((s) => s.shift !== shift)
    },
    /** The shift a carrier is on at `at`, both ends included. */
    shiftAt: (carrier: string, at: Instant): Shift | undefined => {
      const known = carrier === lastCarrier ? lastHeld : held.get(carrier)
      lastCarrier = carrier
      lastHeld = known
      if (known && known.from <= at && at <= known.to) return known.shift
      lastHeld = shiftAround(byCarrier[carrier] ?? [], at)
      held.set(carrier, lastHeld)
      return lastHeld.shift
    },
    shiftsOf: (carrier: string): readonly Shift[] => byCarrier[carrier] ?? [],
    shifts: (): readonly Shift[] => Object.values(byCarrier).flat(),
    /** The shifts that an officer crews, of whichever carrier. */
    shiftsWith: (officer: string): readonly Shift[] =>
      crews
        .carriersOf(officer)
        .flatMap((carrier) => (byCarrier[carrier] ?? []).filter((s) => s.crew.includes(officer))),
    shift: (carrier: string, shift: string): Shift | undefined => byCarrier[carrier]?.find((s) => s.shift === shift),
  }
}

/** The shift at `at`, with the time around it, both ends included, in which the answer is the same. */
const shiftAround = (list: readonly Shift[], at: Instant) => {
  let from = Number.NEGATIVE_INFINITY
  let to = Number.POSITIVE_INFINITY
  for (const { startsAt, endsAt } of list) {
    if (startsAt <= at) from = Math.max(from, startsAt)
    else to = Math.min(to, startsAt - 1)
    if (endsAt < at) from = Math.max(from, endsAt + 1)
    else to = Math.min(to, endsAt)
  }
  return { from, to, shift: list.findLast((s) => s.startsAt <= at && at <= s.endsAt) }
}
