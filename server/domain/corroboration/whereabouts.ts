import { distanceM } from '../geometry/metric.ts'
import type { Instant } from '../time.ts'
import type { Part } from './claim.ts'
import type { MatrixCell } from './matrix.ts'
import type { Fix, Sources } from './sources.ts'

type Said = Pick<MatrixCell, 'says' | 'because' | 'seqs'> & { readonly facts?: MatrixCell['facts'] }

/** Protocols by which a trunked radio tells where it is; everything else an officer carries is a phone or a camera. */
const RADIO = /^(hdap|hstrp|arslrrp|ars|lrrp|pdt|dmr|radio):/
/** A position of no stated accuracy is taken to be this good. */
const ASSUMED_M = 50

const isRadio = (device: string): boolean => RADIO.test(device)

/** What the fixes of one carrier say of its being at the place: the whole error circle must lie outside to say no. */
const fixesSay = (fixes: readonly Fix[], bound: boolean, s: Sources): Said => {
  if (s.place === null) return { says: 'silent', because: 'no-place', seqs: [] }
  const real = fixes.filter((f) => !f.mocked && f.position !== null)
  if (real.length === 0)
    return bound
      ? { says: 'down', because: 'no-report', seqs: fixes.map((f) => f.seq) }
      : { says: 'silent', because: 'no-source', seqs: [] }
  const judged = real.map((f) => {
    const accuracyM = f.accuracyM ?? ASSUMED_M
    const nearestM = Math.max(0, distanceM(f.position!, s.place!) - accuracyM)
    return { ...f, nearestM, is: nearestM > s.nearM ? 'far' : accuracyM > s.nearM ? 'coarse' : 'near' }
  })
  const away = longestAway(judged)
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
    because: judged.some((f) => f.is === 'coarse') ? 'too-coarse' : 'partly',
    seqs: judged.map((f) => f.seq),
  }
}

interface Away {
  readonly fromAt: Instant
  readonly toAt: Instant
  readonly farthestM: number
  readonly seqs: readonly number[]
}

/** The longest run of fixes far from the place with none near between them. */
const longestAway = (fixes: readonly (Fix & { nearestM: number; is: string })[]): Away | undefined => {
  let best: Away | undefined
  let run: Away | undefined
  for (const { at, seq, nearestM, is } of [...fixes].sort((a, b) => a.at - b.at)) {
    if (is === 'near') run = undefined
    if (is !== 'far') continue
    run = run
      ? { ...run, toAt: at, farthestM: Math.max(run.farthestM, nearestM), seqs: [...run.seqs, seq] }
      : { fromAt: at, toAt: at, farthestM: nearestM, seqs: [seq] }
    if (!best || run.toAt - run.fromAt >= best.toAt - best.fromAt) best = run
  }
  return best
}

const during = (f: Fix, { from, to }: Part, now: Instant): boolean => f.at >= from && f.at <= (to ?? now)

/** The officer's own devices: `position` for phone and body camera, `radio` for the trunked radio. */
export const carriedOn = (part: Part, source: 'position' | 'radio', s: Sources): Said => {
  const carrier = `officer/${part.officer}`
  const mine = (device: string): boolean => isRadio(device) === (source === 'radio')
  const fixes = s.fixes.filter((f) => f.carrier === carrier && mine(f.device) && during(f, part, s.now))
  return fixesSay(
    fixes,
    s.devices.some((d) => d.carrier === carrier && mine(d.device)),
    s,
  )
}

/** The car the officer was on: away with all of its crew named in the record, somebody was not there. */
export const carOn = (part: Part, named: ReadonlySet<string>, s: Sources): Said => {
  const crewed = s.crews.filter((c) => c.crew.includes(part.officer))
  const said = crewed.map(({ carrier, crew }) => {
    const fixes = s.fixes.filter((f) => f.carrier === carrier && during(f, part, s.now))
    const word = fixesSay(
      fixes,
      s.devices.some((d) => d.carrier === carrier),
      s,
    )
    return word.says === 'contradicts' && crew.some((o) => !named.has(o))
      ? ({ ...word, says: 'silent', because: 'others-may-drive' } as const)
      : word
  })
  for (const says of ['contradicts', 'supports', 'down'] as const) {
    const found = said.find((x) => x.says === says)
    if (found) return found
  }
  return said[0] ?? { says: 'silent', because: 'no-source', seqs: [] }
}
