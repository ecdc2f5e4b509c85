import { useState } from 'react'
import type { CaseSort } from '../../../server/contract/casework.ts'
import type { Replies } from '../../../server/contract/http.ts'
import { clock } from '../../live/feed.ts'
import { request } from '../../live/request.ts'
import { useRequest } from '../../live/use-request.ts'

export type State = 'all' | 'open' | 'closed'

/** One page of a list that the server pages, with what narrows it. It is asked for again by hand: every look is on record. */
export const usePage = <K extends 'GET /api/cases' | 'GET /api/property'>(route: K) => {
  const [page, setPage] = useState(1)
  const [text, setText] = useState('')
  const [overdue, setOverdue] = useState(false)
  const [type, setType] = useState('')
  const [state, setState] = useState<State>('all')
  const [sort, setSort] = useState<CaseSort>('urgent')
  const query = {
    page,
    pageSize: 50,
    text: text === '' ? undefined : text,
    sort,
    type: type === '' ? undefined : type,
    open: state === 'all' ? undefined : String(state === 'open'),
    overdue: overdue ? 'true' : undefined,
  }
  const [loaded, again] = useRequest<Replies[K] & { readonly askedAt: number }>(
    `${route} ${JSON.stringify(query)}`,
    async (signal) => ({ ...(await request(route, { query, signal })), askedAt: clock.now(performance.now()) }),
  )
  const narrow = (change: () => void): void => {
    change()
    setPage(1)
  }
  return {
    loaded,
    again,
    query,
    page,
    setPage,
    text,
    setText: (value: string) => narrow(() => setText(value)),
    overdue,
    setOverdue: (value: boolean) => narrow(() => setOverdue(value)),
    type,
    setType: (value: string) => narrow(() => setType(value)),
    state,
    setState: (value: State) => narrow(() => setState(value)),
    sort,
    setSort: (value: CaseSort) => narrow(() => setSort(value)),
  }
}
