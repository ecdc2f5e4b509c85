import type { GapCause, SpanView } from '../../../server/contract/recordings.ts'
import type { ReviewSubject, ReviewTimeline, ReviewView } from '../../../server/contract/reviews.ts'
import type { Window } from './axis.ts'

/** `finding:ID`, `stay:ID`, `unit:ID`, `complaint:ID`, `camera:ID`, `place:LNG,LAT`, `share:TOKEN` → what a review is about. */
export const subjectFrom = (about: string | undefined): ReviewSubject | undefined => {
  const cut = about?.indexOf(':') ?? -1
  if (about === undefined || cut < 1) return undefined
  const [is, rest] = [about.slice(0, cut), about.slice(cut + 1)]
  switch (is) {
    case 'finding':
    case 'stay':
    case 'unit':
    case 'complaint':
    case 'camera':
      return { is, id: rest }
    case 'share':
      return { is, token: rest }
    case 'place': {
      const [lng, lat] = rest.split(',').map(Number)
      if (lng === undefined || lat === undefined || !Number.isFinite(lng) || !Number.isFinite(lat)) return undefined
      return { is, place: [lng, lat], radiusM: 300 }
    }
    default:
      return undefined
  }
}

/** Three kinds of nothing must never look alike; the others share the hatch of what is not known. */
export const hatchOf = (cause: GapCause | null): 'never' | 'down' | 'expired' | 'other' => {
  switch (cause) {
    case 'never-recorded':
      return 'never'
    case 'source-down':
    case 'recorder-down':
    case 'disk-full':
      return 'down'
    case 'expired':
    case 'deleted':
      return 'expired'
    default:
      return 'other'
  }
}

export interface Mark {
  readonly key: string
  readonly at: number
  readonly to: number | null
  readonly is: 'finding' | 'event' | 'note' | 'pin'
  readonly grade: 'A' | 'B' | 'C' | null
  readonly text: string
}

/** Everything that is worth a mark above the lines, oldest first. */
export const marksOf = (
  { findings, events, notes, pins }: Pick<ReviewTimeline, 'findings' | 'events' | 'notes' | 'pins'>,
  say: (text: { readonly zh: string; readonly en: string }) => string,
  kindOf: (kind: string) => string,
): readonly Mark[] =>
  [
    ...findings.map((f) => ({
      key: f.id,
      at: f.since,
      to: f.endedAt,
      is: 'finding' as const,
      grade: f.grade,
      text: say(f.title),
    })),
    ...events.map((e) => ({
      key: `e${e.seq}`,
      at: e.at,
      to: null,
      is: 'event' as const,
      grade: null,
      text: kindOf(e.kind),
    })),
    ...notes.map((n) => ({ key: `n${n.seq}`, at: n.at, to: null, is: 'note' as const, grade: null, text: n.text })),
    ...pins.map((p) => ({ key: p.id, at: p.from, to: p.to, is: 'pin' as const, grade: null, text: p.note })),
  ].sort((a, b) => a.at - b.at)

/** The mark before or after an instant: what `ArrowUp` and `ArrowDown` go to. */
export const neighbour = (marks: readonly Mark[], at: number, direction: 1 | -1): number | undefined =>
  direction === 1 ? marks.find((m) => m.at > at + 500)?.at : marks.findLast((m) => m.at < at - 500)?.at

/** Pages of the timeline as one; a carrier's track may be cut over pages. */
export const joined = (pages: readonly ReviewTimeline[], { from, to }: Window): ReviewTimeline => {
  const tracks = new Map<string, ReviewTimeline['tracks'][number]>()
  for (const track of pages.flatMap((p) => p.tracks)) {
    const held = tracks.get(track.carrier)
    tracks.set(track.carrier, held ? { ...held, points: [...held.points, ...track.points] } : track)
  }
  return {
    ...{ from, to, next: null },
    tracks: [...tracks.values()],
    // They come in the order in which they were told, and some are told late.
    events: pages.flatMap((p) => p.events).sort((a, b) => a.at - b.at),
    findings: pages.flatMap((p) => p.findings),
    presence: pages.flatMap((p) => p.presence),
    pins: pages.flatMap((p) => p.pins),
    notes: pages.flatMap((p) => p.notes),
    reviewed: pages.flatMap((p) => p.reviewed),
    corrections: Object.assign({}, ...pages.map((p) => p.corrections)),
  }
}

/** The shift of a source at an instant of the axis, with how wrong it may be, from what people corrected. */
export const shiftAt = (
  timeline: Pick<ReviewTimeline, 'corrections'> | undefined,
  source: string,
  at: number,
): { readonly shiftMs: number; readonly uncertaintyMs: number } => {
  const held = timeline?.corrections[source]?.findLast((c) => c.from <= at)
  return held ? { shiftMs: held.shiftMs, uncertaintyMs: held.uncertaintyMs } : { shiftMs: 0, uncertaintyMs: 0 }
}

/** How much of the range a line holds, 0 to 1. */
export const coverage = (spans: readonly SpanView[], { from, to }: Window): number =>
  spans
    .filter((s) => s.is !== 'gap')
    .reduce((sum, s) => sum + Math.max(0, Math.min(s.to, to) - Math.max(s.from, from)), 0) / Math.max(1, to - from)

/** How pictures are laid out: as square as may be. */
export const columnsOf = (sources: number): number => (sources <= 1 ? 1 : sources <= 4 ? 2 : 3)

/** What a share link carries besides rights and time. */
export interface Layout {
  readonly focus: string | null
}
export const layoutOf = ({ layout }: ReviewView): Layout => {
  const focus = typeof layout === 'object' && layout !== null && 'focus' in layout ? layout.focus : null
  return { focus: typeof focus === 'string' ? focus : null }
}
