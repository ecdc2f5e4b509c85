import { createHash, createHmac } from 'node:crypto'
import type { DrawView, NextRollCall } from '../../contract/roll-call.ts'
import type { Register } from '../../domain/register.ts'
import { type Cadence, type Slot, scheduleKey, slotsBetween } from '../../domain/roll-call/cadence.ts'
import type { Cycle } from '../../domain/roll-call/state.ts'
import { chinaDate, days, type Instant } from '../../domain/time.ts'

/** Roll-calls that are due: units that share their times are called in one. */
export interface Due {
  readonly key: string
  readonly slot: Slot
  readonly units: readonly string[]
  readonly random: boolean
  readonly keepOpenMinutes: number
}

const cadenceOfUnit = (register: Register, unit: string, at: Instant): Cadence =>
  register.rollCall.cadence({ unit, unitKind: register.unit(unit)?.kind, post: undefined, at })

/** What a unit is due, and with which settings, between two instants. */
export const slotsOf = (register: Register, unit: string, from: Instant, to: Instant): readonly Slot[] =>
  slotsBetween(
    from,
    to,
    (at) => cadenceOfUnit(register, unit, at),
    register.rollCall.layers().map((l) => l.validFrom),
  )

/** Roll-calls whose window is running at `now` and that were not opened for all of their units. */
export const dueNow = (register: Register, now: Instant): readonly Due[] => {
  const found = new Map<string, Due & { units: string[] }>()
  for (const { unit } of register.units()) {
    const slot = slotsOf(register, unit, now - days(1), now).findLast((s) => s.from <= now)
    if (!slot || now > latest(slot) || register.rollCall.held(unit).includes(slot.from)) continue
    const cadence = cadenceOfUnit(register, unit, slot.from)
    const key = `${slot.from} ${scheduleKey(cadence)}`
    const known = found.get(key)
    if (known) known.units.push(unit)
    else
      found.set(key, {
        key,
        slot,
        units: [unit],
        random: cadence.randomMinutes > 0,
        keepOpenMinutes: cadence.keepOpenMinutes,
      })
  }
  return [...found.values()].sort((a, b) => a.slot.from - b.slot.from || (a.key < b.key ? -1 : 1))
}

/** One at a fixed time has no window of its own; a server that was busy or away for a moment still holds it. */
const FIXED_WINDOW_MS = 120_000
const latest = ({ from, to }: Slot): Instant => Math.max(to, from + FIXED_WINDOW_MS)

/** The first that is due after `now` for any unit of the bureau; null when none is scheduled within two days. */
export const nextFor = (register: Register, now: Instant, only?: string): NextRollCall | null => {
  let next: NextRollCall | null = null
  for (const { unit } of only === undefined ? register.units() : [{ unit: only }]) {
    const held = register.rollCall.held(unit)
    const slot = slotsOf(register, unit, now - days(1), now + days(2)).find(
      (s) => (s.from > now || now <= s.to) && !held.includes(s.from),
    )
    if (slot && (next === null || slot.from < next.from)) next = slot
  }
  return next
}

/** What a seed is committed to with. */
export const commitmentOf = (seed: Uint8Array): string => createHash('sha256').update(seed).digest('hex')

/**
 * The moment within a window that a seed gives: HMAC-SHA256 of the window's beginning and its settings, its first six
 * bytes as a fraction of the window. Whoever has the seed can draw it again.
 */
export const drawnMoment = (seed: Uint8Array, { slot, key }: Pick<Due, 'slot' | 'key'>): Instant => {
  const fraction = createHmac('sha256', seed).update(key).digest().readUIntBE(0, 6) / 2 ** 48
  return slot.from + Math.floor(fraction * (slot.to - slot.from))
}

/** Whether the moment a roll-call opened at is the one that was drawn for it; null for one that was not drawn. */
export const drawView = (register: Register, { slot, drawnAt, units }: Cycle | CycleLike): DrawView | null => {
  const [unit] = units
  if (slot === null || drawnAt === null || unit === undefined) return null
  const day = chinaDate(slot.from)
  const draw = register.rollCall.draw(day)
  if (!draw) return null
  const { commitment, committedAt, seed } = draw
  if (seed === null) return { day, commitment, committedAt, seed, holds: null }
  const bytes = Buffer.from(seed, 'hex')
  const key = `${slot.from} ${scheduleKey(cadenceOfUnit(register, unit, slot.from))}`
  return {
    day,
    commitment,
    committedAt,
    seed,
    holds: commitmentOf(bytes) === commitment && drawnMoment(bytes, { slot, key }) === drawnAt,
  }
}
type CycleLike = Pick<Cycle, 'slot' | 'drawnAt' | 'units'>
