import { Fragment, useEffect, useRef, useState } from 'react'
import type { CycleView, RowView } from '../../../server/contract/roll-call.ts'
import { useWords } from '../../i18n/language.ts'
import { live } from '../../live/feed.ts'
import { request } from '../../live/request.ts'
import { useMay } from '../../session/session.ts'
import { useKeys } from '../../ui/keys.ts'
import { Message } from '../../ui/message.tsx'
import { Panel } from '../../ui/panel.tsx'
import { unitName } from '../../ui/unit-name.ts'
import { Detail, type Task } from './detail.tsx'
import { countStates, type Filter, inOrder, passes } from './model.ts'
import { Row } from './row.tsx'
import { Start } from './start.tsx'

const filters = ['all', 'attention', 'answered'] as const satisfies readonly Filter[]

interface Props {
  readonly cycle: CycleView
  readonly rows: readonly RowView[]
  readonly now: number
  /** Nothing can be done about the past. */
  readonly past: boolean
  readonly starting: boolean
  readonly onStart: (open: boolean) => void
}

/** One roll-call, line by line, run from the keyboard. */
export const Board = ({ cycle, rows, now, past, starting, onStart }: Props) => {
  const t = useWords().rollCall
  const works = useMay()('roll-call.work') && !past
  const [filter, setFilter] = useState<Filter>('all')
  const [chosen, setChosen] = useState<string>()
  const [task, setTask] = useState<Task>()
  const [problem, setProblem] = useState<string>()
  const ordered = inOrder(rows, live.units.values())
  const shown = ordered.filter((r) => passes(r, filter))
  const at = shown.findIndex((r) => r.id === chosen)
  const row = rows.find((r) => r.id === chosen)
  const choose = (id: string | undefined): void => {
    setChosen(id)
    setTask(undefined)
  }
  const step = (by: number): void => choose(shown[Math.max(0, Math.min(shown.length - 1, at + by))]?.id)
  const canRetry =
    works && row !== undefined && cycle.closed === null && (row.state === 'missed' || row.state === 'unobservable')
  const retry = (): void => {
    if (!row) return
    request('POST /api/roll-calls/:id/retry', { params: { id: row.cycle }, body: { target: row.target } }).then(
      () => setProblem(undefined),
      (error: Error) => setProblem(error.message),
    )
  }
  const open = works && row !== undefined && row.state !== 'answered'
  useKeys({
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    F: () => setFilter(filter === 'attention' ? 'all' : 'attention'),
    R: canRetry ? retry : undefined,
    B: open ? () => setTask('on-behalf') : undefined,
    X: open ? () => setTask('excuse') : undefined,
    Esc: chosen === undefined ? undefined : () => choose(undefined),
  })
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (chosen !== undefined) box.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const counts = countStates(rows)
  return (
    <div className="call-board">
      <Panel
        title={t.views.board}
        className="call-list"
        extra={
          <span className="call-filters" title={t.filterHint}>
            {filters.map((f) => (
              <button
                key={f}
                type="button"
                className={`button button-small ${f === filter ? 'button-on' : ''}`}
                aria-pressed={f === filter}
                onClick={() => setFilter(f)}
              >
                {t.filter[f]} {rows.filter((r) => passes(r, f)).length}
                {f === 'attention' && <kbd>F</kbd>}
              </button>
            ))}
          </span>
        }
      >
        <div className="call-row call-head" aria-hidden="true">
          {Object.entries(t.columns).map(([key, word]) => (
            <span key={key}>{word}</span>
          ))}
        </div>
        {problem !== undefined && (
          <p className="call-problem" role="alert">
            {problem}
          </p>
        )}
        {shown.length === 0 && (
          <Message
            title={filter === 'attention' ? t.allWell : t.empty}
            hint={filter === 'attention' ? t.allWellHint : ''}
          />
        )}
        <div ref={box} role="listbox" aria-label={t.views.board} tabIndex={0} data-counts={JSON.stringify(counts)}>
          {shown.map((r, i) => (
            <Fragment key={r.id}>
              {shown[i - 1]?.unit !== r.unit && <h3 className="call-unit">{unitName(r.unit)}</h3>}
              {/* biome-ignore lint/a11y/useKeyWithClickEvents: the arrows of the page move the choice */}
              {/* biome-ignore lint/a11y/useFocusableInteractive: the list keeps the focus */}
              <div role="option" aria-selected={r.id === chosen} data-target={r.target} onClick={() => choose(r.id)}>
                <Row row={r} now={now} />
              </div>
            </Fragment>
          ))}
        </div>
      </Panel>
      <Panel title={starting ? t.start : t.detail} className="call-side">
        {starting ? (
          <Start onDone={() => onStart(false)} />
        ) : (
          <Detail
            row={row}
            now={now}
            task={works ? task : undefined}
            onTask={setTask}
            onRetry={canRetry ? retry : undefined}
          />
        )}
      </Panel>
    </div>
  )
}
