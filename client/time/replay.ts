import { live } from '../live/feed.ts'
import { createPicture, type Picture } from '../live/picture.ts'
import { request } from '../live/request.ts'
import { createValue, useValue } from '../ui/subscribable.ts'
import { type Cursor, cursor, useCursor } from './cursor.ts'

/** The past has the same shape as the present, so that no panel knows the difference. */
export const replayed = createPicture()

/** Whether the past is still being fetched, or could not be. */
export const replayState = createValue<{ readonly loading: boolean; readonly error: string | undefined }>({
  loading: false,
  error: undefined,
})

/** Recordings of each second looked at, so that going to and fro is neither slow nor a new view in the audit. */
const KEPT = 120
const kept = new Map<number, Awaited<ReturnType<typeof ask>>>()
const ask = (at: number) => request('GET /api/replay', { query: { at } })

/** The instant to ask for: whole seconds; while playing, at most two questions a second of the viewer's time. */
export const stepOf = (c: Cursor): number | undefined => {
  if (c.mode === 'live') return undefined
  const step = c.playing ? Math.max(1, c.speed / 2) * 1000 : 1000
  return Math.floor(c.at / step) * step
}
const wanted = (): number | undefined => stepOf(cursor.get())

let busy = false
let shown: number | undefined
/** One question at a time; when its answer comes and the cursor has moved on, the next. */
const follow = async (): Promise<void> => {
  const at = wanted()
  if (at === undefined) shown = undefined
  if (busy || at === undefined || at === shown) return
  busy = true
  replayState.set({ loading: true, error: undefined })
  try {
    const snapshot = kept.get(at) ?? (await ask(at))
    kept.set(at, snapshot)
    const oldest = kept.keys().next().value
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
    shown = at
    if (cursor.get().mode === 'replay') replayed.applySnapshot(snapshot)
    replayState.set({ loading: false, error: undefined })
  } catch (error) {
    shown = at
    replayState.set({ loading: false, error: error instanceof Error ? error.message : String(error) })
  } finally {
    busy = false
  }
  if (wanted() !== shown) void follow()
}
cursor.subscribe(() => void follow())

/** Asks for the moment of an address that was opened in replay; called once the session is known. */
export const startReplay = (): void => void follow()
export const useReplayState = () => useValue(replayState)

/** The picture that the time cursor points at. */
export const usePicture = (): Picture => (useCursor().mode === 'live' ? live : replayed)
