import { gaps, type Interval, overlap } from '../custody/marks.ts'
import type { OccupantKind } from '../observation/case-area.ts'
import type { Instant } from '../time.ts'
import { type Claim, claimedAt, claimedWithOthersAt, type Other } from './claim.ts'
import type { MatrixCell } from './matrix.ts'
import type { Readiness, Sources } from './sources.ts'

type Window = { readonly from: Instant; readonly to: Instant }
type Said = Pick<MatrixCell, 'says' | 'because' | 'seqs'> & { readonly facts?: MatrixCell['facts'] }
/** A count says nothing of what happened longer after it. */
const STALE_MS = 10 * 60_000

const clipped = (i: Interval, w: Window): number => Math.max(0, Math.min(i.to ?? w.to, w.to) - Math.max(i.from, w.from))
const evidence = (all: readonly Interval[]): number[] =>
  [...new Set(all.flatMap((i) => i.evidence))].sort((a, b) => a - b)

/** What is said when a source shows nothing: it was down, it never was there, or it had nothing to tell. */
const nothing = ({ known, working, seqs }: Readiness, w: Window, toleranceMs: number): Said => {
  if (!known) return { says: 'silent', because: 'no-source', seqs: [] }
  const whole = gaps(working, w.from, w.to, toleranceMs).length === 0
  return whole ? { says: 'silent', because: 'no-report', seqs: [] } : { says: 'down', because: 'not-working', seqs }
}

/** Doors and badges on one person: in the room all along, away while the reader worked, or in another room. */
export const doorOn = (who: string, w: Window, room: string | null, ready: Readiness, s: Sources): Said => {
  const own = s.presence.filter((p) => p.who === who)
  const elsewhere = own.filter((p) => p.room !== room && clipped(p, w) > s.toleranceMs)
  if (elsewhere.length > 0)
    return {
      says: 'contradicts',
      because: 'elsewhere',
      facts: { room: elsewhere[0]!.room, awayMs: elsewhere.reduce((sum, p) => sum + clipped(p, w), 0) },
      seqs: evidence(elsewhere),
    }
  const here = own.filter((p) => p.room === room)
  const away = gaps(here, w.from, w.to, s.toleranceMs)
  // Passages so long ago are dropped: who is not among the others may have been there.
  if (away.length > 0 && s.doorsFrom > w.from) return { says: 'silent', because: 'forgotten', seqs: evidence(here) }
  if (away.length === 0 && here.length > 0) return { says: 'supports', because: 'present', seqs: evidence(here) }
  const shown = away
    .flatMap((gap) => ready.working.flatMap((on) => overlap({ ...gap, evidence: [] }, on) ?? []))
    .filter((gap) => clipped(gap, w) > s.toleranceMs)
  if (shown.length > 0)
    return {
      says: 'contradicts',
      because: 'absent',
      facts: { awayMs: shown.reduce((sum, gap) => sum + clipped(gap, w), 0) },
      seqs: [...new Set([...evidence(here), ...ready.seqs])].sort((a, b) => a - b),
    }
  if (here.length > 0) return { says: 'silent', because: 'partly', seqs: evidence(here) }
  return nothing(ready, w, s.toleranceMs)
}

/**
 * Doors on those beside officers and person, of one kind. Few have a card: one whom no door ever saw is not contradicted;
 * one whom it saw, and has outside while the record has them there, is.
 */
export const otherOn = (as: OccupantKind, others: readonly Other[], s: Sources): Said => {
  const here = s.presence.filter((p) => p.as === as)
  if (others.some((o) => s.doorsFrom > o.from)) return { says: 'silent', because: 'forgotten', seqs: evidence(here) }
  if (here.length === 0) return { says: 'silent', because: 'no-source', seqs: [] }
  const awayMs = others
    .flatMap(({ from, to }) => gaps(here, from, Math.max(to ?? s.now, from), s.toleranceMs))
    .reduce((sum, gap) => sum + (gap.to ?? s.now) - gap.from, 0)
  const seqs = evidence(here)
  return awayMs === 0
    ? { says: 'supports', because: 'present', seqs }
    : { says: 'contradicts', because: 'outside', facts: { awayMs }, seqs }
}

/** Until when a count holds that was taken at `at`: the counter may have failed meanwhile; undefined when it was down then. */
const heldUntil = ({ counter }: Sources, at: Instant): Instant | undefined => {
  if (!counter.known) return Number.POSITIVE_INFINITY
  const on = counter.working.find((i) => i.from <= at && (i.to === undefined || at < i.to))
  return on && (on.to ?? Number.POSITIVE_INFINITY)
}

/** The people counter: as many as the record names, or fewer for longer than a moment. What it told while down counts for nothing. */
export const countOn = (claim: Claim, w: Window, s: Sources): Said => {
  const counts = s.counts
    .filter((c) => c.at >= w.from && c.at <= w.to && heldUntil(s, c.at) !== undefined)
    .sort((a, b) => a.at - b.at)
  if (counts.length === 0) return nothing(s.counter, w, s.toleranceMs)
  let fewerMs = 0
  let fewest = Number.POSITIVE_INFINITY
  const low: number[] = []
  for (const [i, { at, people, seq }] of counts.entries()) {
    if (people >= claimedAt(claim, at)) continue
    fewerMs += Math.min(counts[i + 1]?.at ?? w.to, at + STALE_MS, heldUntil(s, at) ?? at, w.to) - at
    fewest = Math.min(fewest, people)
    low.push(seq)
  }
  if (fewerMs > s.toleranceMs)
    return {
      says: 'contradicts',
      because: 'fewer',
      facts: { people: fewest, claimed: claimedAt(claim, w.from), fewerMs },
      seqs: low,
    }
  const facts = { people: Math.max(...counts.map((c) => c.people)), claimed: claimedAt(claim, w.from) }
  const seqs = counts.map((c) => c.seq)
  const more = counts.every((c) => c.people > claimedWithOthersAt(claim, c.at))
  return more ? { says: 'silent', because: 'more', facts, seqs } : { says: 'supports', because: 'fits', facts, seqs }
}

/**
 * The recorder: it ran all along, or for a part. That it did not run says nothing against the act — not every act must
 * be recorded; those that must have a rule of their own.
 */
export const recorderOn = (w: Window, s: Sources): Said => {
  const running = s.recordings.filter((r) => clipped(r, w) > 0)
  if (running.length === 0) {
    if (s.recordingsFrom > w.from) return { says: 'silent', because: 'forgotten', seqs: [] }
    const said = nothing(s.recorder, w, s.toleranceMs)
    return said.because === 'no-report' ? { ...said, because: 'not-recording' } : said
  }
  const whole = gaps(running, w.from, w.to, s.toleranceMs).length === 0
  const seqs = evidence(running)
  const facts = { recordedMs: running.reduce((sum, r) => sum + clipped(r, w), 0) }
  return whole
    ? { says: 'supports', because: 'recorded', facts, seqs }
    : { says: 'silent', because: 'partly', facts, seqs }
}
