import type { Key } from 'react'
import type { TicketFilter, TicketSort, TicketStatus } from '../../../server/contract/tickets.ts'

/** What narrows the list. */
export interface TicketQuery {
  readonly text: string
  readonly unit: string | undefined
  readonly officer: string
  readonly status: readonly TicketStatus[]
  readonly finding: TicketFilter | undefined
  readonly from: number | undefined
  readonly to: number | undefined
  readonly sort: TicketSort
  readonly page: number
  readonly pageSize: number
}
export const noTicketFilter: TicketQuery = {
  ...{ text: '', unit: undefined, officer: '', status: [], finding: undefined, from: undefined, to: undefined },
  ...{ sort: '-changedAt', page: 1, pageSize: 50 },
}

/** As the server takes it: what is empty is not asked for. */
export const queryOf = (q: TicketQuery) => ({
  sort: q.sort,
  ...(q.text.trim() !== '' && { text: q.text.trim() }),
  ...(q.unit !== undefined && { unit: q.unit }),
  ...(q.officer.trim() !== '' && { officer: q.officer.trim() }),
  ...(q.status.length > 0 && { status: q.status.join(',') }),
  ...(q.finding !== undefined && { finding: q.finding }),
  ...(q.from !== undefined && { from: q.from }),
  ...(q.to !== undefined && { to: q.to }),
})

const bothWays: ReadonlySet<string> = new Set(['changedAt', 'occurredAt', 'amount'])

/** What the server can sort by; anything else is its own order. */
export const sortOf = (column: Key | undefined, order: 'ascend' | 'descend' | undefined): TicketSort => {
  if (column === undefined || order === undefined) return noTicketFilter.sort
  if (column === 'needing') return '-needing'
  return (bothWays.has(String(column)) && order === 'descend' ? `-${String(column)}` : String(column)) as TicketSort
}
