import { useState } from 'react'
import { useWords } from '../../i18n/language.ts'
import { request } from '../../live/request.ts'
import { useRequest } from '../../live/use-request.ts'
import { setParams, useParam } from '../../ui/location.ts'
import { Message, Waiting } from '../../ui/message.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RuleList } from './list.tsx'
import type { Show } from './model.ts'
import { RulePage } from './rule-page.tsx'
import './rules.css'

/** The rulebook as it judges: every duty on the left, the one chosen with everything about it on the right. */
export const Rules = () => {
  const t = useWords()
  const [rules, again] = useRequest('rules', (signal) => request('GET /api/rules', { signal }))
  const [search, setSearch] = useState('')
  const [show, setShow] = useState<Show>('all')
  const chosen = useParam('rule')
  const loaded = rules.value
  return (
    <div className="rulebook">
      <Panel title={t.pages.rules} className="rulebook-list">
        {loaded === undefined ? (
          rules.is === 'failed' ? (
            <Message bad title={rules.error.message} action={{ label: t.failures.retry, run: again }} />
          ) : (
            <Waiting rows={14} />
          )
        ) : (
          <RuleList
            rules={loaded.rules}
            states={loaded.states}
            search={search}
            show={show}
            chosen={chosen}
            onSearch={setSearch}
            onShow={setShow}
            onChoose={(rule) => setParams({ rule })}
          />
        )}
      </Panel>
      <Panel label={t.rulebook.duty} className="rulebook-page">
        {chosen === undefined ? (
          <Message title={t.rulebook.choose} hint={t.rulebook.chooseHint} />
        ) : (
          <RulePage key={chosen} id={chosen} onChanged={again} />
        )}
      </Panel>
    </div>
  )
}
