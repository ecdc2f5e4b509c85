import { useEffect } from 'react'
import { live } from '../../live/feed.ts'
import { incidents } from '../../live/incidents.ts'
import { request } from '../../live/request.ts'
import { useRequest } from '../../live/use-request.ts'
import { useValue } from '../../ui/subscribable.ts'

/** The calls of now, kept so by the feed. */
export const useIncidents = () => {
  const held = useValue(incidents.held)
  const [loaded, again] = useRequest('incidents', async (signal) => {
    const board = await request('GET /api/dispatch', { signal })
    incidents.applyBoard(board)
    return board
  })
  // A new snapshot means that the feed had been away: what we hold may lack what was told meanwhile.
  useEffect(() => live.subscribe('units', again), [again])
  return { held, error: loaded.is === 'failed' ? loaded.error : undefined, again }
}
