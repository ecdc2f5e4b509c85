import { Suspense } from 'react'
import { useWords } from '../../i18n/language.ts'
import { useMay } from '../../session/session.ts'
import { useCursor } from '../../time/cursor.ts'
import { setParams, useParam } from '../../ui/location.ts'
import { Message, Waiting } from '../../ui/message.tsx'
import { Panel } from '../../ui/panel.tsx'
import './cases.css'
import { tabs } from './tabs.ts'

/** Cases, property and what else is handled on paper, with the clocks that the law set running. */
export const Cases = () => {
  const t = useWords()
  const may = useMay()
  const asked = useParam('tab')
  const replaying = useCursor().mode === 'replay'
  const mine = tabs.filter(({ needs }) => may(needs))
  const shown = mine.find(({ id }) => id === asked) ?? mine[0]
  if (shown === undefined) return null
  const choice = (
    <div className="case-tabs" role="tablist">
      {mine.map(({ id }) => (
        <button
          key={id}
          type="button"
          role="tab"
          aria-selected={id === shown.id}
          className={id === shown.id ? 'button button-main' : 'button'}
          // A card that is open belongs to the tab that is left.
          onClick={() => setParams({ tab: id, one: undefined })}
        >
          {t.cases.tabs[id]}
        </button>
      ))}
    </div>
  )
  return (
    <Panel title={t.pages.cases} extra={choice} className="cases" label={t.pages.cases}>
      {replaying ? (
        <Message title={t.cases.liveOnly} hint={t.cases.liveOnlyHint} />
      ) : (
        <Suspense fallback={<Waiting rows={14} />}>
          <shown.content />
        </Suspense>
      )}
    </Panel>
  )
}
