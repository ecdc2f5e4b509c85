import type { CycleView, NextRollCall, RowView } from '../../../server/contract/roll-call.ts'
import { rowStates } from '../../../server/contract/roll-call.ts'
import { useWords } from '../../i18n/language.ts'
import { shortOf, timeOf } from '../../ui/format.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { StateShape } from './marks.tsx'
import { clockOf, countStates, windowEnd } from './model.ts'

/** When the next is due: a time, or the window within which its moment was drawn. */
export const Next = ({ next, now }: { readonly next: NextRollCall | null; readonly now: number }) => {
  const t = useWords().rollCall
  if (next === null)
    return (
      <span className="call-next">
        <span className="muted">{t.next}</span> {t.nextNone}
      </span>
    )
  const short = (at: number): string => timeOf(at).slice(0, 5)
  return (
    <span className="call-next" title={t.nextHint}>
      <span className="muted">{t.next}</span>{' '}
      {next.to > next.from ? t.nextWithin(short(next.from), short(next.to)) : t.nextAt(short(next.from))}{' '}
      <b>{next.from > now ? t.nextIn(clockOf(next.from - now)) : t.nextOpen}</b>
    </span>
  )
}

interface Props {
  readonly cycle: CycleView | undefined
  readonly rows: readonly RowView[]
  readonly now: number
}

/** What roll-call this is, how it stands, and how long the window that runs still lasts. */
export const Standing = ({ cycle, rows, now }: Props) => {
  const t = useWords().rollCall
  if (!cycle) return null
  const counts = countStates(rows)
  const end = windowEnd(rows)
  return (
    <div className="call-standing">
      <span>
        <b>
          {t.modeCycle(t.modes[cycle.mode])} {shortOf(cycle.openedAt, now)}
        </b>{' '}
        <span className="muted">{t.openedBy(cycle.by === 'system' ? t.bySystem : cycle.by)}</span>{' '}
        {cycle.closed ? (
          <span className="chip">{t.ends[cycle.closed.because]}</span>
        ) : (
          <span className="chip chip-open">{t.open}</span>
        )}
      </span>
      <span className="call-counts">
        {rowStates.map((s) => (
          <span
            key={s}
            className={`call-count call-${s} ${counts[s] === 0 ? 'call-none' : ''}`}
            title={t.stateHints[s]}
          >
            <StateShape state={s} /> {t.states[s]} <b>{counts[s]}</b>
          </span>
        ))}
      </span>
      {cycle.closed === null && (
        <strong className="call-window">{end === undefined ? t.noWindow : t.windowLeft(clockOf(end - now))}</strong>
      )}
    </div>
  )
}

export const StartButton = ({ onStart }: { readonly onStart: () => void }) => {
  const t = useWords().rollCall
  return (
    <button type="button" className="button button-main" onClick={onStart}>
      {t.start}
      <Kbd k="N" />
    </button>
  )
}
