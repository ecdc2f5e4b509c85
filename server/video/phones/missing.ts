import type { SpanView } from '../../contract/recordings.ts'
import { type Instant, seconds } from '../../domain/time.ts'

/** A shorter gap is the seam between two files. */
const SEAM_MS = seconds(1)
/** Less than a frame is nothing. */
const FRAME_MS = 40

/**
 * Whether a piece that a phone kept shows what we do not have: `needed` when part of it lies in a gap, `wait` while
 * what is being written now may still cover it, `recorded` when we have it all, live or brought before.
 */
export const verdictOf = (
  spans: readonly SpanView[],
  { startsAt, endsAt }: { readonly startsAt: Instant; readonly endsAt: Instant },
): 'needed' | 'wait' | 'recorded' => {
  const inside = spans
    .map((span) => ({
      is: span.is,
      ms: Math.min(span.to, endsAt) - Math.max(span.from, startsAt),
      // It may go on where the piece ends: the rest of it is in the neighbouring piece.
      leads: span.from <= startsAt || span.to >= endsAt,
    }))
    .filter(({ ms }) => ms > 0)
  if (inside.some(({ is, ms, leads }) => is === 'gap' && ms >= (leads ? FRAME_MS : SEAM_MS))) return 'needed'
  const told = inside.reduce((sum, { ms }) => sum + ms, 0)
  if (inside.some(({ is }) => is === 'open') || endsAt - startsAt - told >= SEAM_MS) return 'wait'
  return 'recorded'
}
