import { Suspense } from 'react'
import { useWords } from '../../i18n/language.ts'
import { later } from '../../ui/later.tsx'
import { setParams, usePlace } from '../../ui/location.ts'
import { Message, Waiting } from '../../ui/message.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Card } from './card.tsx'
import './findings.css'
import { Queue } from './queue.tsx'

// The table and its library are for those who look back, not for the watch.
const History = later(async () => (await import('./history.tsx')).History)

/** What waits on the left, the chosen finding on the right; or everything there ever was, as a table. */
export const Findings = () => {
  const t = useWords()
  const { params } = usePlace()
  const all = params.list === 'all'
  const tabs = (
    <div className="tabs" role="tablist">
      <button type="button" role="tab" aria-selected={!all} onClick={() => setParams({ list: undefined })}>
        {t.queue.title}
      </button>
      <button type="button" role="tab" aria-selected={all} onClick={() => setParams({ list: 'all' })}>
        {t.queue.history}
      </button>
    </div>
  )
  return (
    <div
      className={`findings ${all ? 'findings-all' : ''} ${all && params.finding === undefined ? 'findings-only' : ''}`}
    >
      <Panel title={tabs} label={t.queue.title} className="findings-list">
        {all ? (
          <Suspense fallback={<Waiting rows={12} />}>
            <History />
          </Suspense>
        ) : (
          <Queue />
        )}
      </Panel>
      <Panel label={t.pages.findings} className="findings-card">
        {params.finding === undefined ? (
          <Message title={t.queue.none} hint={t.queue.noneHint} />
        ) : (
          <Card key={params.finding} id={params.finding} />
        )}
      </Panel>
    </div>
  )
}
