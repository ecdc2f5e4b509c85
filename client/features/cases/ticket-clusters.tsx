import { useState } from 'react'
import { clusterKinds } from '../../../server/contract/tickets.ts'
import { useWords } from '../../i18n/language.ts'
import { request } from '../../live/request.ts'
import { useNow } from '../../live/use-live.ts'
import { useRequest } from '../../live/use-request.ts'
import { Message, Waiting } from '../../ui/message.tsx'

const SPAN_MS = 30 * 86_400_000

/** What changes that need a ground have in common, folded away until somebody asks. */
export const Clusters = () => {
  const t = useWords().tickets
  const [open, setOpen] = useState(false)
  return (
    <section className="ticket-clusters">
      <button type="button" className="plain" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? '▾' : '▸'} <b>{t.clusters}</b> <span className="muted">{t.clustersHint}</span>
      </button>
      {open && <Shown />}
    </section>
  )
}

const Shown = () => {
  const t = useWords().tickets
  const now = useNow()
  const [to] = useState(now)
  const [loaded] = useRequest(`clusters ${to}`, (signal) =>
    request('GET /api/ticket-clusters', { query: { from: to - SPAN_MS, to }, signal }),
  )
  if (loaded.value === undefined)
    return loaded.is === 'failed' ? <Message bad title={loaded.error.message} /> : <Waiting rows={4} />
  const { base, clusters } = loaded.value
  return (
    <>
      <p className="muted">{t.clustersBase(base)}</p>
      {clusters.length === 0 ? (
        <p className="muted">{t.clustersNone}</p>
      ) : (
        <div className="ticket-cluster-columns">
          {clusterKinds.map((by) => (
            <dl key={by}>
              <dt className="muted">{t.clusterKinds[by]}</dt>
              {clusters.every((c) => c.by !== by) && <dd className="muted">{t.clustersNone}</dd>}
              {clusters
                .filter((c) => c.by === by)
                .map((c) => (
                  <dd key={c.value}>
                    <b className="mono">{by === 'hour' ? t.hourOf(c.value) : c.value}</b>
                    <span className="muted">{t.clusterRow(c.changes, c.tickets)}</span>
                  </dd>
                ))}
            </dl>
          ))}
        </div>
      )}
    </>
  )
}
