import { distanceM } from '../geometry/metric.ts'
import { polygonIndex } from '../geometry/polygon-index.ts'
import { isRadio } from '../radio/state.ts'
import type { Instant } from '../time.ts'
import type { Part } from './claim.ts'
import type { MatrixCell } from './matrix.ts'
import type { Car, Fix, Sources } from './sources.ts'

type Said = Pick<MatrixCell, 'says' | 'because' | 'seqs'> & { readonly facts?: MatrixCell['facts'] }

/** A position of no stated accuracy is taken to be this good. */
const ASSUMED_M = 50
/** Radio waves do not end at a line: so far outside its drawn reach a site may still hear a radio. */
export const SITE_MARGIN_M = 3_000

/** `near`, `far`; `edge`: the error circle reaches both sides; `coarse`: it is larger than the place and says nothing. */
type Standing = 'near' | 'far' | 'edge' | 'coarse'
type Judged = Fix & { readonly nearestM: number; readonly is: Standing }

const judgedAt =
  (place: NonNullable<Sources['place']>, nearM: number) =>
  (f: Fix): Judged => {
    const accuracyM = f.accuracyM ?? ASSUMED_M
    const centreM = distanceM(f.position!, place)
    const nearestM = Math.max(0, centreM - accuracyM)
    if (nearestM > nearM) return { ...f, nearestM, is: 'far' }
    return { ...f, nearestM, is: accuracyM > nearM ? 'coarse' : centreM <= nearM ? 'near' : 'edge' }
  }

/**
 * What fixes say of being at the place. To say no the whole error circle must lie outside, to say yes its middle must
 * be there: one that reaches both sides does neither. Each device is judged for itself: of two that differ one was not
 * with them, and that is for people to look at.
 */
const fixesSay = (fixes: readonly Fix[], bound: boolean, s: Sources): Said => {
  if (s.place === null) return { says: 'silent', because: 'no-place', seqs: [] }
  const located = fixes.filter((f) => f.position !== null)
  const real = located.filter((f) => !f.mocked)
  if (real.length === 0) {
    if (located.length > 0) return { says: 'silent', because: 'made-up', seqs: located.map((f) => f.seq) }
    if (fixes.length > 0) return { says: 'silent', because: 'no-fix', seqs: fixes.map((f) => f.seq) }
    return bound ? { says: 'down', because: 'no-report', seqs: [] } : { says: 'silent', because: 'no-source', seqs: [] }
  }
  const judged = real.map(judgedAt(s.place, s.nearM))
  const away = [...new Set(judged.map((f) => f.device))]
    .flatMap((device) => longestAway(judged.filter((f) => f.device === device)) ?? [])
    .sort((a, b) => b.toAt - b.fromAt - (a.toAt - a.fromAt))[0]
  if (away && away.toAt - away.fromAt > s.toleranceMs)
    return {
      says: 'contradicts',
      because: 'far',
      facts: { distanceM: Math.round(away.farthestM), awayMs: away.toAt - away.fromAt },
      seqs: away.seqs,
    }
  const near = judged.filter((f) => f.is === 'near')
  if (near.length > 0) return { says: 'supports', because: 'near', seqs: near.map((f) => f.seq) }
  return {
    says: 'silent',
    because: judged.some((f) => f.is === 'coarse' || f.is === 'edge') ? 'too-coarse' : 'partly',
    seqs: judged.map((f) => f.seq),
  }
}

interface Away {
  readonly fromAt: Instant
  readonly toAt: Instant
  readonly farthestM: number
  readonly seqs: readonly number[]
}

/** The longest run of fixes of one device far from the place, with none between them that may be there. */
const longestAway = (fixes: readonly Judged[]): Away | undefined => {
  let best: Away | undefined
  let run: Away | undefined
  for (const { at, seq, nearestM, is } of [...fixes].sort((a, b) => a.at - b.at)) {
    if (is === 'near' || is === 'edge') run = undefined
    if (is !== 'far') continue
    run = run
      ? { ...run, toAt: at, farthestM: Math.max(run.farthestM, nearestM), seqs: [...run.seqs, seq] }
      : { fromAt: at, toAt: at, farthestM: nearestM, seqs: [seq] }
    if (!best || run.toAt - run.fromAt >= best.toAt - best.fromAt) best = run
  }
  return best
}

interface Span {
  readonly from: Instant
  readonly to: Instant | undefined
}
const during = ({ at }: { readonly at: Instant }, { from, to }: Span, now: Instant): boolean =>
  at >= from && at <= (to ?? now)

/** The officer's phone and body camera. */
export const phoneOn = (part: Part, s: Sources): Said => {
  const carrier = `officer/${part.officer}`
  const fixes = s.fixes.filter((f) => f.carrier === carrier && !isRadio(f.device) && during(f, part, s.now))
  return fixesSay(
    fixes,
    s.devices.some((d) => d.carrier === carrier && !isRadio(d.device)),
    s,
  )
}

/** The officer's radio: where it said it was, else which site heard it. */
export const radioOn = (part: Part, s: Sources): Said => {
  const carrier = `officer/${part.officer}`
  const fixes = s.fixes.filter((f) => f.carrier === carrier && isRadio(f.device) && during(f, part, s.now))
  const own = s.devices.some((d) => d.carrier === carrier && isRadio(d.device))
  const told = fixesSay(fixes, own, s)
  if (told.says === 'contradicts' || told.says === 'supports' || s.place === null) return told
  const heard = s.heardAtSites.filter((h) => h.carrier === carrier && during(h, part, s.now))
  // At either end a clock that differs and a way across the town say nothing.
  const inside = heard.filter((h) => h.at >= part.from + s.toleranceMs && h.at <= (part.to ?? s.now) - s.toleranceMs)
  const reaching = heard.filter((h) => h.coverage !== null)
  const place = s.place
  const elsewhere = inside.flatMap((h) => {
    if (h.coverage === null) return []
    const reach = polygonIndex(h.coverage)
    const outsideM = reach.covers(place) ? 0 : reach.edgeDistanceM(place)
    return outsideM > SITE_MARGIN_M ? [{ ...h, outsideM }] : []
  })
  if (elsewhere.length > 0)
    return {
      says: 'contradicts',
      because: 'other-site',
      facts: { site: elsewhere[0]!.site, distanceM: Math.round(Math.max(...elsewhere.map((h) => h.outsideM))) },
      seqs: elsewhere.map((h) => h.seq),
    }
  // A site reaches over a township: that it heard the radio puts nobody in a room.
  if (reaching.length > 0) return { says: 'silent', because: 'site-reaches', seqs: reaching.map((h) => h.seq) }
  const lost = s.radiosLost.filter((l) => l.carrier === carrier)
  if (fixes.length === 0 && own && lost.length > 0)
    return { says: 'down', because: 'not-working', seqs: lost.flatMap((l) => l.seqs) }
  return told
}

/** Whether somebody who is not of this car's crew is known to have driven it then. */
const drivenByAnother = ({ at, carrier }: Fix, crew: readonly string[], cars: readonly Car[], now: Instant): boolean =>
  cars.some((c) => c.driver !== null && c.carrier === carrier && during({ at }, c, now) && !crew.includes(c.driver))

/**
 * The car the officer was on, while they were: away with its driver known, or with all of its crew named in the record,
 * somebody was not there.
 */
export const carOn = (part: Part, named: ReadonlySet<string>, s: Sources): Said => {
  const said = s.cars
    .filter((c) => c.crew.includes(part.officer))
    .map((car) => {
      const { carrier, crew } = car
      const fixes = s.fixes.filter(
        (f) =>
          f.carrier === carrier &&
          during(f, part, s.now) &&
          during(f, car, s.now) &&
          !drivenByAnother(f, crew, s.cars, s.now),
      )
      const word = fixesSay(
        fixes,
        s.devices.some((d) => d.carrier === carrier),
        s,
      )
      return word.says === 'contradicts' && crew.some((o) => !named.has(o))
        ? ({ ...word, says: 'silent', because: 'others-may-drive' } as const)
        : word
    })
  for (const says of ['contradicts', 'supports', 'silent', 'down'] as const) {
    const found = said.find((x) => x.says === says)
    if (found) return found
  }
  return { says: 'silent', because: 'no-source', seqs: [] }
}
