import { useEffect } from 'react'
import type { RowView } from '../../../server/contract/roll-call.ts'
import { live } from '../../live/feed.ts'
import { request } from '../../live/request.ts'
import { type Calls, rollCalls } from '../../live/roll-call.ts'
import { useRequest } from '../../live/use-request.ts'
import { useValue } from '../../ui/subscribable.ts'

export interface Shown {
  readonly calls: Calls | undefined
  readonly error: Error | undefined
  readonly again: () => void
}

/** The board that the time cursor points at: live and kept so, or as it was. */
export const useRollCalls = (moment: number | undefined): Shown => {
  const held = useValue(rollCalls.calls)
  const [loaded, again] = useRequest(`roll-call ${moment ?? 'live'}`, async (signal) => {
    const board = await request('GET /api/roll-call', { query: { at: moment }, signal })
    if (moment === undefined) rollCalls.applyBoard(board)
    return board
  })
  // A new snapshot means that the feed had been away: what we hold may lack what was told meanwhile.
  useEffect(() => (moment === undefined ? live.subscribe('units', again) : undefined), [moment, again])
  const error = loaded.is === 'failed' ? loaded.error : undefined
  if (moment === undefined) return { calls: held.at === undefined ? undefined : held, error, again }
  const board = loaded.value
  return {
    calls: board && {
      at: board.at,
      cycles: new Map(board.cycles.map((c) => [c.id, c])),
      rows: new Map(board.rows.map((r) => [r.id, r])),
      next: board.next,
    },
    error,
    again,
  }
}

export const rowsOf = (calls: Calls, cycle: string | undefined): RowView[] =>
  [...calls.rows.values()].filter((r) => r.cycle === cycle)
