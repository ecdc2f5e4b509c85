import type { LngLat } from '../domain/geo.ts'
import type { PolygonIndex } from '../domain/geometry/polygon-index.ts'
import type { Instant } from '../domain/time.ts'
import { countedFrom, type Excuse } from './excuse.ts'
import { type Fix, LATE_AFTER_MS } from './fix.ts'
import type { Watched } from './watched.ts'

/** Time spent certainly outside an area, as the fixes tell. */
export interface Excursion {
  /** What it is measured against: a shift, or nothing in particular. */
  readonly scope: string
  readonly since: Instant
  /** The last fix that was certainly outside. */
  readonly last: Instant
  readonly lastTimely: boolean
  readonly place: LngLat
  readonly farthestM: number
  /** Up to ten entries: the first three outside, then the ever farther ones. */
  readonly seqs: readonly number[]
}

export interface Margins {
  /** Outside begins only when the whole error circle is further than this from the area. */
  readonly bufferMetres: number
  /** Back again only when nearer than the buffer by this much: no flapping on the line. */
  readonly deadBandMetres: number
  /** Longer silence than this between two fixes and nothing is presumed about the time between. */
  readonly maxGapSeconds: number
}

/** The time outside an area after one more position; `area` is undefined where none applies. */
export const excursionAfter = (
  { newest, ongoing }: Watched<Excursion>,
  fix: Fix,
  isBehind: boolean,
  area: PolygonIndex | undefined,
  scope: string,
  margins: Margins,
): Excursion | null => {
  if (!area) return isBehind ? ongoing : null
  // The usual case: inside, nothing open.
  if (ongoing === null && (isBehind || area.covers(fix.place))) return null
  const side = sideOf(fix, area, margins)
  const out = ongoing?.scope === scope ? ongoing : null
  if (side === 'unclear') return out
  // A report that comes out of order can only clear: whoever was inside at that moment had come back.
  if (isBehind) return side === 'inside' && out && fix.at >= out.since ? { ...out, since: out.last } : out
  return side === 'inside' ? null : grown(newest, out, fix, area, scope, margins)
}

const sideOf = ({ place, accuracyM }: Fix, area: PolygonIndex, m: Margins): 'inside' | 'outside' | 'unclear' => {
  if (area.covers(place)) return 'inside'
  if (area.circleOutside(place, m.bufferMetres + accuracyM)) return 'outside'
  return area.circleOutside(place, Math.max(0, m.bufferMetres - m.deadBandMetres)) ? 'unclear' : 'inside'
}

const grown = (
  before: Fix | null,
  out: Excursion | null,
  fix: Fix,
  area: PolygonIndex,
  scope: string,
  m: Margins,
): Excursion => {
  const { at, place, seq } = fix
  const lastTimely = fix.recordedAt - at <= LATE_AFTER_MS
  // Nothing is presumed over a long silence, nor when the straight way led back through the area:
  // two sparse fixes on either side of a beat do not show that the car stayed away from it.
  const unbroken = out && at - out.last <= m.maxGapSeconds * 1000 && !(before && area.touchedBy(before.place, place))
  const awayM = (): number => Math.round(area.edgeDistanceM(place))
  if (!unbroken) return { scope, since: at, last: at, lastTimely, place, farthestM: awayM(), seqs: [seq] }
  // Steps, not every metre: what a finding says changes only when it says something new.
  const farther = area.circleOutside(place, out.farthestM * 1.25 + 50)
  const seqs = farther || out.seqs.length < 3 ? added(out.seqs, seq) : out.seqs
  return {
    scope,
    since: out.since,
    last: at,
    lastTimely,
    place: out.place,
    farthestM: farther ? awayM() : out.farthestM,
    seqs,
  }
}

/** Adds to a list of at most ten, giving up the last but never the first. */
const added = (seqs: readonly number[], seq: number): readonly number[] =>
  seqs.length < 10 ? [...seqs, seq] : [...seqs.slice(0, 9), seq]

export type Judged =
  | { readonly is: 'clear' }
  | { readonly is: 'unknown' }
  | { readonly is: 'pending'; readonly startedAt: Instant; readonly dueAt: Instant }
  | { readonly is: 'breach'; readonly since: Instant }

/**
 * Whether what began at `since` has lasted longer than `dwellMs`, excuses taken off. Certain when the reports
 * say so; presumed at the deadline when the last report was timely and not older than `freshMs`.
 */
export const judgeDwell = (
  seen: { readonly since: Instant; readonly last: Instant; readonly lastTimely: boolean },
  { now, dwellMs, freshMs, excuses }: { now: Instant; dwellMs: number; freshMs: number; excuses: readonly Excuse[] },
): Judged => {
  const startedAt = countedFrom(seen.since, seen.last, excuses)
  if (startedAt === undefined) return { is: 'clear' }
  const dueAt = startedAt + dwellMs
  if (seen.last > dueAt) return { is: 'breach', since: startedAt }
  if (now <= dueAt) return { is: 'pending', startedAt, dueAt }
  return seen.lastTimely && dueAt - seen.last <= freshMs ? { is: 'breach', since: startedAt } : { is: 'unknown' }
}
