import { useEffect } from 'react'
import { type CaseArea, caseArea } from '../../live/custody.ts'
import { live } from '../../live/feed.ts'
import { request } from '../../live/request.ts'
import { useRequest } from '../../live/use-request.ts'
import { useValue } from '../../ui/subscribable.ts'

export interface Shown {
  readonly area: CaseArea | undefined
  readonly error: Error | undefined
  readonly again: () => void
}

/** The case area that the time cursor points at: live and kept so, or as it was. */
export const useCustody = (moment: number | undefined): Shown => {
  const held = useValue(caseArea.area)
  const [loaded, again] = useRequest(`custody ${moment ?? 'live'}`, async (signal) => {
    const board = await request('GET /api/custody', { query: { at: moment }, signal })
    if (moment === undefined) caseArea.applyBoard(board)
    return board
  })
  // A new snapshot means that the feed had been away: what we hold may lack what was told meanwhile.
  useEffect(() => (moment === undefined ? live.subscribe('units', again) : undefined), [moment, again])
  const error = loaded.is === 'failed' ? loaded.error : undefined
  if (moment === undefined) return { area: held.at === undefined ? undefined : held, error, again }
  const board = loaded.value
  const then = board && {
    at: board.at,
    stays: new Map(board.stays.map((s) => [s.id, s])),
    rooms: new Map(board.rooms.map((r) => [r.id, r])),
  }
  return { area: then, error, again }
}
