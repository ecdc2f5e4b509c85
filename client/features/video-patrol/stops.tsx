import type { PatrolStop, PatrolView } from '../../../server/contract/video-patrol.ts'
import { say, useWords } from '../../i18n/language.ts'
import { Panel } from '../../ui/panel.tsx'
import { progressOf } from './model.ts'

interface Props {
  readonly patrol: PatrolView
  readonly current?: string
  readonly onChoose?: (camera: string) => void
  readonly onEnd?: () => void
}

/** What was drawn, in the order drawn, and what has come of it. */
export const Stops = ({ patrol, current, onChoose, onEnd }: Props) => {
  const t = useWords().videoPatrol
  const { done, all } = progressOf(patrol)
  return (
    <Panel title={`${t.stops} ${t.progress(done, all)}`} className="looks-stops" label={t.stops}>
      <progress max={all} value={done} aria-label={t.progress(done, all)} />
      <ol>
        {patrol.stops.map((stop) => (
          <li key={stop.camera}>
            <button
              type="button"
              className="plain looks-stop"
              aria-current={stop.camera === current}
              disabled={stop.state !== 'waiting' || onChoose === undefined}
              onClick={() => onChoose?.(stop.camera)}
            >
              <span className="looks-stop-name">{say(stop.name)}</span>
              <Outcome stop={stop} />
            </button>
          </li>
        ))}
      </ol>
      {onEnd && (
        <button type="button" className="button looks-end" onClick={onEnd}>
          {t.end}
        </button>
      )}
    </Panel>
  )
}

const Outcome = ({ stop }: { readonly stop: PatrolStop }) => {
  const t = useWords().videoPatrol
  if (stop.state === 'waiting') return <span className="muted">{t.waiting}</span>
  if (stop.state === 'skipped')
    return (
      <span className="looks-unseen">
        {t.skip} · {t.skips[stop.skipped ?? 'other']}
      </span>
    )
  return (
    <span className="looks-outcome">
      {stop.results.map((r) => (
        <span key={r} className={r === 'good' ? 'looks-good' : r === 'cannot-see' ? 'looks-unseen' : 'looks-wrong'}>
          {r === 'good' ? '✓' : r === 'cannot-see' ? '▨' : '!'} {t.results[r]}
        </span>
      ))}
    </span>
  )
}
