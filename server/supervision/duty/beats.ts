import type { BeatRow, BeatVerdict } from '../../contract/duty.ts'
import type { FindingView } from '../../contract/views.ts'
import { AHEAD_MS } from '../../domain/entry.ts'
import type { Register, Shift } from '../../domain/register.ts'
import { type Instant, minutes } from '../../domain/time.ts'
import { ordersAndTasks } from '../../rules/excuse.ts'
import type { BeatPatrolParams } from '../../rules/patrol/beat-not-patrolled.ts'
import { countSlots, SLOT_MS } from '../../rules/patrol/slots.ts'
import type { Queryable } from '../../storage/database.ts'
import { briefOf, carrierWords, personOf, zoneOf } from './words.ts'

/** A shift that has a beat. */
export type BeatShift = Shift & { readonly beat: string }

/** Five-minute slots of a shift, by their number since the epoch: those with a usable position, and of these the ones in the beat. */
interface Slots {
  readonly seen: ReadonlySet<number>
  readonly inBeat: ReadonlySet<number>
}

/**
 * What the stored positions show of one shift, slot by slot. Which positions count, and that an error circle which
 * touches the beat may have been in it, is as the rule has it (patrol.beat-not-patrolled).
 */
const slotsOf = async (
  db: Queryable,
  shift: BeatShift,
  until: Instant,
  register: Register,
  assumedAccuracyM: number,
): Promise<Slots> => {
  const seen = new Set<number>()
  const inBeat = new Set<number>()
  for (const { from, to, polygon } of versionsOf(register, shift, until)) {
    const rows = await db.query<{ slot: number; inside: boolean }>(
      `with beat as materialized (select st_setsrid(st_geomfromgeojson($4), 4326) as area)
       select p.observed_at / $5::bigint as slot, bool_or(case
           when st_covers(beat.area, p.geom) then true
           when p.geom && st_expand(beat.area, 0.02)
             then st_dwithin(beat.area::geography, p.geom::geography, coalesce(p.accuracy_m, $6))
           else false end) as inside
         from position p cross join beat
        where p.carrier = $1 and p.observed_at >= $2 and p.observed_at <= $3 and p.geom is not null and not p.mocked
          and p.observed_at <= p.recorded_at + $7::bigint
        group by 1`,
      [
        shift.carrier,
        from,
        to,
        JSON.stringify({ type: 'Polygon', coordinates: polygon }),
        SLOT_MS,
        assumedAccuracyM,
        AHEAD_MS,
      ],
    )
    for (const { slot, inside } of rows) {
      seen.add(Number(slot))
      if (inside) inBeat.add(Number(slot))
    }
  }
  return { seen, inBeat }
}

/** The outlines of the beat that held during the shift, each with its time. */
const versionsOf = (register: Register, { beat, startsAt, endsAt }: BeatShift, until: Instant) => {
  const end = Math.min(endsAt, until)
  return register.zoneHistory(beat).flatMap(({ from, until: over, value }) => {
    const span = { from: Math.max(from, startsAt), to: Math.min(over === undefined ? end : over - 1, end) }
    return span.from <= span.to ? [{ ...span, polygon: value.polygon }] : []
  })
}

export interface BeatSources {
  readonly database: Queryable
  readonly register: Register
  readonly now: Instant
  /** The values of patrol.beat-not-patrolled at an instant. */
  readonly paramsAt: (at: Instant) => BeatPatrolParams | undefined
  readonly findings: readonly FindingView[]
}

/** Required and observed time of one shift, as far as it has come. */
export const beatRow = async (shift: BeatShift, sources: BeatSources): Promise<BeatRow | undefined> => {
  const { register, now } = sources
  const params = sources.paramsAt(shift.startsAt)
  if (!params) return undefined
  const until = Math.min(shift.endsAt, now)
  const { seen, inBeat } = await slotsOf(sources.database, shift, now, register, params.assumedAccuracyMetres)
  const excuses = ordersAndTasks(register, shift.carrier, minutes(params.returnMinutes), shift.crew)
  const excused = (from: Instant, to: Instant): boolean =>
    excuses.some((e) => e.from <= to && (e.to === undefined || e.to >= from))
  const whole = countSlots(shift.startsAt, until, () => false)
  const { all, of } = countSlots(shift.startsAt, until, excused)
  const observed = of((slot) => seen.has(slot))
  const inside = of((slot) => inBeat.has(slot))
  const sharePercent = observed === 0 ? null : Math.round((inside * 100) / observed)
  const observedPercent = all === 0 ? 0 : Math.round((observed * 100) / all)
  const found = sources.findings.filter(
    ({ finding }) =>
      finding.concerns.carrier === shift.carrier &&
      finding.rule.startsWith('patrol.') &&
      (finding.facts.shift === shift.shift || (finding.since >= shift.startsAt && finding.since <= shift.endsAt)),
  )
  const over = now > shift.endsAt + minutes(params.settleMinutes)
  return {
    shift: shift.shift,
    carrier: shift.carrier,
    ...carrierWords(register, shift.carrier),
    unit: shift.unit,
    beat: zoneOf(register, shift.beat, shift.startsAt),
    crew: shift.crew.map((o) => personOf(register, o)),
    startsAt: shift.startsAt,
    endsAt: shift.endsAt,
    verdict: verdictOf(
      { over, begun: now > shift.startsAt, dutyMinutes: all * 5, observedPercent, sharePercent },
      params,
    ),
    dutyMinutes: all * 5,
    excusedMinutes: (whole.all - all) * 5,
    observedMinutes: observed * 5,
    unobservableMinutes: (all - observed) * 5,
    inBeatMinutes: inside * 5,
    sharePercent,
    requiredPercent: params.sharePercent,
    requiredObservedPercent: params.observedPercent,
    findings: found.map(briefOf),
  }
}

const verdictOf = (
  is: {
    readonly over: boolean
    readonly begun: boolean
    readonly dutyMinutes: number
    readonly observedPercent: number
    readonly sharePercent: number | null
  },
  params: BeatPatrolParams,
): BeatVerdict => {
  if (!is.begun) return 'ahead'
  if (!is.over) return 'under-way'
  if (is.dutyMinutes < params.minimumMinutes) return 'excused'
  if (is.observedPercent < params.observedPercent || is.sharePercent === null) return 'unobservable'
  return is.sharePercent >= params.sharePercent ? 'met' : 'short'
}
