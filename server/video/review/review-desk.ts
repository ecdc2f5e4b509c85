import type { SourceView } from '../../contract/recordings.ts'
import { MOST_SOURCES, type ReviewSubject, type ReviewView, type SuggestionView } from '../../contract/reviews.ts'
import { type Scene, type Suggestion, suggest } from '../../domain/footage/scene.ts'
import type { Instant } from '../../domain/time.ts'
import type { Database } from '../../storage/database.ts'
import { readSpans } from '../footage/read.ts'
import type { Sources } from '../footage/sources.ts'
import { LONGEST_MS, type Review } from './sessions.ts'

interface DeskOptions {
  readonly database: Database
  readonly sources: Sources
  readonly now: () => Instant
  readonly openUntil: (camera: string) => Instant | undefined
}

const words: Readonly<Record<Suggestion['because'], { readonly zh: string; readonly en: string }>> = {
  asked: { zh: '指定的摄像机', en: 'the camera asked for' },
  room: { zh: '覆盖该房间', en: 'covers the room' },
  carrier: { zh: '当事车辆或民警携带', en: 'carried by the car or officer concerned' },
  near: { zh: '在附近', en: 'near the place' },
  unit: { zh: '属于该单位', en: 'belongs to the unit' },
}

/** More than a reader can choose from helps nobody. */
const MOST_SUGGESTED = 40
/** Chosen without being asked: what is likeliest, and only what recorded something. */
const CHOSEN = 4

/** Finds who may have seen something, and says how much of it they recorded. */
export const createDesk = ({ database, sources, now, openUntil }: DeskOptions) => {
  const coverage = async (camera: string, from: Instant, to: Instant): Promise<number> => {
    if (to <= from) return 0
    const spans = await readSpans(database, { camera, from, to, now: now(), openUntil: openUntil(camera) })
    const recorded = spans.filter((s) => s.is !== 'gap').reduce((n, s) => n + s.to - s.from, 0)
    return Math.round((recorded / (to - from)) * 1000) / 1000
  }

  const suggestions = async (
    scene: Scene,
    range: { readonly from: Instant; readonly to: Instant },
    sees: (source: SourceView) => boolean,
  ): Promise<SuggestionView[]> => {
    const all = (await sources.views()).filter(sees)
    const byId = new Map(all.map((s) => [s.id, s]))
    const found = suggest(
      scene,
      all.map(({ id: camera, unit, room, carrier, place }) => ({ camera, unit, room, carrier, place })),
    ).slice(0, MOST_SUGGESTED)
    return Promise.all(
      found.map(async ({ camera, because, distanceM }) => ({
        source: byId.get(camera)!,
        because: words[because],
        distanceM,
        covered: await coverage(camera, range.from, range.to),
      })),
    )
  }

  return {
    suggestions,
    chosen: (list: readonly SuggestionView[]): string[] =>
      list
        .filter((s) => s.covered > 0)
        .slice(0, Math.min(CHOSEN, MOST_SOURCES))
        .map((s) => s.source.id),
    view: (review: Review, list: readonly SuggestionView[]): ReviewView => {
      const { id, by, purpose, subject, title, openedAt, from, to, at, layout } = review
      const shown: ReviewSubject = subject
      return {
        ...{ id, by, purpose, subject: shown, title, openedAt, from, to, at, layout },
        sources: review.sources,
        suggestions: list,
        watermark: `${by} ${new Date(openedAt + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')}`,
        endsAt: openedAt + LONGEST_MS,
      }
    },
  }
}
export type Desk = ReturnType<typeof createDesk>
