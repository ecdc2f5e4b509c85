import { createCrews } from './crews.ts'
import { type PolygonIndex, polygonIndex } from './geometry/polygon-index.ts'
import type { DataOf } from './observation/index.ts'
import { remembered } from './remembered.ts'
import type { Instant } from './time.ts'
import type { createZoneTable, Zone } from './zone-table.ts'

export type Shift = DataOf<'shift.scheduled'>

/** A shift, the beat that it is to patrol, and its outline. */
export interface OnBeat {
  readonly shift: Shift
  readonly beat: Zone
  readonly area: PolygonIndex
}

/** What holds for a carrier from one instant to another, both included. */
interface Held {
  readonly from: Instant
  readonly to: Instant
  readonly shift: Shift | undefined
  readonly onBeat: OnBeat | undefined
}

/** The shifts of every carrier. What holds for a while is kept until roster or zones change: every position asks. */
export const createShiftTable = (
  byCarrier: Record<string, Shift[]>,
  { versionAt }: Pick<ReturnType<typeof createZoneTable>, 'versionAt'>,
) => {
  const crews = createCrews(byCarrier)
  const held = new Map<string, Held>()
  // Each rule asks the same of one report.
  let lastCarrier: string | undefined
  let last: Held | undefined

  /** What holds at `at`, with the time around it in which the answer is the same. */
  const around = (carrier: string, at: Instant): Held => {
    const { from, to, shift } = shiftAround(byCarrier[carrier] ?? none, at)
    if (!shift?.beat) return { from, to, shift, onBeat: undefined }
    const beat = versionAt(shift.beat, at)
    // Where the beat is not drawn, it may be from the next instant on: nothing is kept.
    if (!beat) return { from: at, to: at, shift, onBeat: undefined }
    return {
      from: Math.max(from, beat.from),
      to: beat.until === undefined ? to : Math.min(to, beat.until - 1),
      shift,
      onBeat: { shift, beat: beat.value, area: polygonIndex(beat.value.polygon) },
    }
  }

  const heldAt = (carrier: string, at: Instant): Held => {
    if (carrier !== lastCarrier) {
      lastCarrier = carrier
      last = held.get(carrier)
    }
    if (last && last.from <= at && at <= last.to) return last
    last = around(carrier, at)
    held.set(carrier, last)
    return last
  }

  return {
    schedule: (data: Shift, recordedAt: Instant): void => {
      held.delete(data.carrier)
      lastCarrier = undefined
      const kept = remembered(byCarrier[data.carrier], (s) => s.endsAt, recordedAt)
      byCarrier[data.carrier] = [...kept.filter((s) => s.shift !== data.shift), data]
      crews.add(data)
    },
    cancel: ({ carrier, shift }: DataOf<'shift.cancelled'>): void => {
      held.delete(carrier)
      lastCarrier = undefined
      byCarrier[carrier] = (byCarrier[carrier] ?? []).filter((s) => s.shift !== shift)
    },
    /** A zone was drawn or withdrawn: beats may have changed. */
    zonesChanged: (): void => {
      held.clear()
      lastCarrier = undefined
    },
    /** The shift a carrier is on at `at`, both ends included. */
    shiftAt: (carrier: string, at: Instant): Shift | undefined => heldAt(carrier, at).shift,
    /** The shift a carrier is on at `at`, with the beat as it was drawn then; undefined without either. */
    beatAt: (carrier: string, at: Instant): OnBeat | undefined => heldAt(carrier, at).onBeat,
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

const none: readonly never[] = []

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
