import { type ClusterKind, clusterKinds, type TicketClusters } from '../../contract/tickets.ts'
import type { Instant } from '../../domain/time.ts'
import type { Queryable } from '../../storage/database.ts'
import { maskedMark } from './mask.ts'
import type { Only } from './table.ts'

/** How many of each are shown. */
const SHOWN = 10

const values: Readonly<Record<ClusterKind, string>> = {
  benefits: `coalesce(c.data->'fields'->>'driver', c.data->'fields'->>'plate')`,
  approver: `a.data->>'approver'`,
  terminal: `coalesce(a.data->>'terminal', c.data->>'terminal')`,
  account: `coalesce(a.data->>'account', c.data->>'operator')`,
  // The hour of the day on China's clock, which has known no summer time since 1991.
  hour: `lpad(((c.at / 3600000 + 8) % 24)::text, 2, '0')`,
}

/**
 * What changes that need one of the law's grounds have in common: who gained, who approved, where they were made and
 * when. Lawful ones are among them. It is where to look, never what was found.
 */
export const readClusters = async (
  db: Queryable,
  { from, to }: { readonly from: Instant; readonly to: Instant },
  only: Only,
): Promise<TicketClusters> => {
  const needing = `from ticket_entry c left join lateral (select e.data from ticket_entry e where e.system = c.system
      and e.tx = c.tx and e.kind = 'ticket.audited' and (e.ticket is null or e.ticket = c.ticket) order by e.seq desc limit 1) a on true
     where c.needs is not null and c.at between $1 and $2 and ($3::boolean or c.data->'fields'->>'unit' = $4)`
  const params = [from, to, only === undefined, only ?? null]
  const [base] = await db.query<{ n: number }>(`select count(*)::int as n ${needing}`, params)
  const clusters = []
  for (const by of clusterKinds) {
    const rows = await db.query<{ value: string; changes: number; tickets: number }>(
      `select value, count(*)::int as changes, count(distinct ticket)::int as tickets
         from (select ${values[by]} as value, c.system || '/' || c.ticket as ticket ${needing}) as one
        where value is not null group by value having count(distinct ticket) > 1
        order by count(*) desc, value limit ${SHOWN}`,
      params,
    )
    for (const { value, changes, tickets } of rows)
      clusters.push({
        by,
        value: by === 'benefits' ? maskedMark(value) : value,
        changes: Number(changes),
        tickets: Number(tickets),
      })
  }
  return { base: Number(base?.n ?? 0), clusters }
}
