import type { ReviewEvent, ReviewTrack } from '../../contract/reviews.ts'
import type { Sight } from '../access.ts'
import type { Supervision } from '../supervision.ts'
import { readTimeline, type TimelineAsked } from './timeline.ts'

/** Pages that are read for an archive at most: some hundred thousand events. */
const MOST_PAGES = 1_000

/** All that lies beside the pictures, for an archive. */
export const readBeside = async (
  asked: TimelineAsked,
  sight: Sight,
  supervision: Supervision,
): Promise<{ readonly tracks: readonly ReviewTrack[]; readonly events: readonly ReviewEvent[] }> => {
  const tracks: ReviewTrack[] = []
  const events: ReviewEvent[] = []
  let cursor: string | undefined
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const page = await readTimeline(asked, cursor, sight, supervision)
    tracks.push(...page.tracks)
    events.push(...page.events)
    if (page.next === null) break
    cursor = page.next
  }
  // They come in the order in which they were told, and some are told late.
  return { tracks, events: events.sort((a, b) => a.at - b.at) }
}
