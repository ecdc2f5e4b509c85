import type { RecordingView, SegmentView } from '../../../server/contract/recordings.ts'
import { request } from '../../live/request.ts'
import type { Window } from './axis.ts'

/** What is asked for at once: some minutes of one source. */
const CHUNK_MS = 10 * 60_000
/** Chunks kept a source; the oldest asked for go first. */
const MOST_CHUNKS = 24
/** A chunk that touches now grows while it is looked at. */
const FRESH_MS = 15_000

interface Chunk {
  segments: readonly SegmentView[]
  state: 'asking' | 'ready' | 'failed'
  error: Error | undefined
  askedMs: number
}

/** The segments of a review's sources around the playhead, fetched in chunks as they are needed. */
export const createRecordingStore = (review: string, range: Window, changed: () => void) => {
  const chunks = new Map<string, Chunk>()
  const abort = new AbortController()

  const ask = async (key: string, source: string, from: number, to: number, held: Chunk | undefined): Promise<void> => {
    const chunk: Chunk = {
      segments: held?.segments ?? [],
      state: 'asking',
      error: undefined,
      askedMs: performance.now(),
    }
    chunks.delete(key)
    chunks.set(key, chunk)
    if (chunks.size > MOST_CHUNKS * 9) chunks.delete(chunks.keys().next().value!)
    try {
      const segments: SegmentView[] = []
      let next: number | null = from
      while (next !== null) {
        const page: RecordingView = await request('GET /api/reviews/:id/recording', {
          params: { id: review },
          query: { source, from: next, to },
          signal: abort.signal,
        })
        segments.push(...page.segments)
        next = page.nextFrom
      }
      chunk.segments = segments
      chunk.state = 'ready'
    } catch (error) {
      if (abort.signal.aborted) return
      chunk.state = 'failed'
      chunk.error = error instanceof Error ? error : new Error(String(error))
    }
    changed()
  }

  return {
    /** Segments around an instant as far as they are known; asks for what is not. */
    around: (
      source: string,
      at: number,
    ): { readonly segments: readonly SegmentView[]; readonly known: boolean; readonly error: Error | undefined } => {
      const begins = Math.floor(at / CHUNK_MS) * CHUNK_MS
      const key = `${source} ${begins}`
      const chunk = chunks.get(key)
      const from = Math.max(range.from, begins)
      const to = Math.min(range.to, begins + CHUNK_MS)
      const stale =
        chunk?.state === 'ready' && performance.now() - chunk.askedMs > FRESH_MS && Date.now() < to + CHUNK_MS
      if (to > from && (chunk === undefined || stale)) void ask(key, source, from, to, chunk)
      // What lies over the edge of the chunk is in the next one too.
      const next = chunks.get(`${source} ${begins + CHUNK_MS}`)
      return {
        segments: [...(chunk?.segments ?? []), ...(next?.segments ?? [])],
        known: chunk !== undefined && (chunk.state !== 'asking' || chunk.segments.length > 0),
        error: chunk?.error,
      }
    },
    /** After a failure: asks again. */
    again: (): void => {
      for (const [key, chunk] of chunks) if (chunk.state === 'failed') chunks.delete(key)
      changed()
    },
    close: (): void => abort.abort(),
  }
}
export type RecordingStore = ReturnType<typeof createRecordingStore>
