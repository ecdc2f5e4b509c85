import { useEffect, useMemo, useState } from 'react'
import type { TrackPoint } from '../../../server/contract/views.ts'
import { clock, live } from '../../live/feed.ts'
import { request } from '../../live/request.ts'
import { useRequest } from '../../live/use-request.ts'
import { useCursor } from '../../time/cursor.ts'

export const TAIL_MS = 15 * 60_000
/** Replay fetches this much at once: each fetch is a view in the audit, so it is not made for every second. */
const BLOCK_MS = 10 * 60_000

/** The stretch to fetch for an instant of replay; stays the same while the cursor moves within a block. */
export const blockOf = (at: number): { readonly from: number; readonly to: number } => {
  const start = Math.floor(at / BLOCK_MS) * BLOCK_MS
  return { from: start - TAIL_MS, to: start + BLOCK_MS }
}

/** The last minutes before `at`, nothing later: the future of that moment was not known then. */
export const tailAt = (points: readonly TrackPoint[], at: number): readonly TrackPoint[] =>
  points.filter((p) => p.observedAt <= at && p.observedAt > at - TAIL_MS)

interface Track {
  readonly points: readonly TrackPoint[]
  readonly truncated: boolean
}

/** The tail of the chosen unit at the time cursor; live it grows with what the feed brings. */
export const useTrack = (id: string | undefined): Track | undefined => {
  const cursor = useCursor()
  const replayAt = cursor.mode === 'replay' ? Math.floor(cursor.at / 1000) * 1000 : undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: live, the stretch is fixed when the unit is chosen
  const openedAt = useMemo(() => clock.now(performance.now()), [id, replayAt === undefined])
  const { from, to } = replayAt === undefined ? { from: openedAt - TAIL_MS, to: openedAt } : blockOf(replayAt)
  const [fetched] = useRequest(`track ${id} ${from} ${to}`, async (signal): Promise<Track> => {
    const query = { from: Math.floor(from), to: Math.ceil(to) }
    return id === undefined
      ? { points: [], truncated: false }
      : request('GET /api/carriers/:id/track', { params: { id }, query, signal })
  })
  const grown = useGrowth(id, replayAt === undefined)
  const known = fetched.is === 'ready' ? fetched.value : undefined
  return useMemo(() => {
    if (id === undefined) return undefined
    const past = known?.points ?? []
    if (replayAt !== undefined) return { points: tailAt(past, replayAt), truncated: known?.truncated ?? false }
    const lastAt = past.at(-1)?.observedAt ?? 0
    const points = [...past, ...grown.filter((p) => p.observedAt > lastAt)]
    return { points: tailAt(points, points.at(-1)?.observedAt ?? 0), truncated: known?.truncated ?? false }
  }, [id, replayAt, known, grown])
}

/** What the feed has brought of this unit since it was chosen. */
const useGrowth = (id: string | undefined, on: boolean): readonly TrackPoint[] => {
  const [points, setPoints] = useState<readonly TrackPoint[]>([])
  useEffect(() => {
    setPoints([])
    if (id === undefined || !on) return
    return live.subscribe(`carrier:${id}`, () => {
      const c = live.carriers.get(id)
      if (c === undefined || c.observedAt === null || c.recordedAt === null) return
      const { observedAt, recordedAt, position, speedKmh, headingDeg, accuracyM } = c
      const point: TrackPoint = {
        seq: 0,
        observedAt,
        recordedAt,
        position,
        speedKmh,
        headingDeg,
        accuracyM,
        delivery: 'live',
      }
      setPoints((all) => ((all.at(-1)?.observedAt ?? 0) < observedAt ? [...all.slice(-2_000), point] : all))
    })
  }, [id, on])
  return points
}
