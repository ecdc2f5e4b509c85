import type { FindingAction, FindingDetail } from '../../server/contract/views.ts'
import { live } from '../live/feed.ts'
import { request } from '../live/request.ts'

/** Does one step on a finding and shows its result at once; the feed brings the same to the others. */
export const act = async (id: string, action: FindingAction, body: unknown = {}): Promise<FindingDetail> => {
  const detail = await request('POST /api/findings/:id/:action', { params: { id, action }, body })
  live.applyFinding(detail.view)
  return detail
}

/** The key printed on each action's button. */
export const keyOfAction: Readonly<Partial<Record<FindingAction, string>>> = {
  acknowledge: 'A',
  claim: 'C',
  shelve: 'S',
  unshelve: 'S',
  note: 'N',
  verify: 'R',
  dismiss: 'D',
}
