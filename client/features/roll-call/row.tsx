import type { RowView } from '../../../server/contract/roll-call.ts'
import { say, useWords } from '../../i18n/language.ts'
import { shortOf } from '../../ui/format.ts'
import { SourceChip, StateShape } from './marks.tsx'
import { chipsOf, clockOf, isContradicted } from './model.ts'

/** One line: state, post, who, calls, answer, and what every other source says of it. */
export const Row = ({ row, now }: { readonly row: RowView; readonly now: number }) => {
  const t = useWords().rollCall
  const against = isContradicted(row)
  return (
    <div className={`call-row call-row-${row.state} ${against ? 'call-row-against' : ''}`} data-state={row.state}>
      <strong className={`call-state call-${row.state}`} title={t.stateHints[row.state]}>
        <StateShape state={row.state} />
        {t.states[row.state]}
        {row.until !== null && <time>{clockOf(row.until - now)}</time>}
      </strong>
      <span className="muted">{t.posts[row.post]}</span>
      <span className="call-who">
        <b>{say(row.name)}</b>
        {row.plate !== null && <span className="mono">{row.plate}</span>}
        {row.carrier?.startsWith('officer/') ? (
          <span className="muted mono">{row.carrier.slice('officer/'.length)}</span>
        ) : (
          <span className="muted">{row.officers.map((o) => o.name).join(' ')}</span>
        )}
      </span>
      <span className="muted">
        {row.tried === 0 ? t.noCall : t.tryOf(row.tried, row.tries)}{' '}
        {[...new Set(row.calls.map((c) => t.channels[c.channel]))].join('·')}
      </span>
      <Answer row={row} now={now} />
      <span className="sources">
        {chipsOf(row).map((chip) => (
          <SourceChip key={chip.source} chip={chip} />
        ))}
      </span>
    </div>
  )
}

const Answer = ({ row, now }: { readonly row: RowView; readonly now: number }) => {
  const t = useWords().rollCall
  const { answer, behalf, excuse, hindered } = row
  if (row.state === 'answered' && answer)
    return (
      <span>
        {shortOf(answer.at, now)} {t.channels[answer.channel]}
        {answer.site !== null && (
          <span className="muted"> {t.via(answer.siteName ? say(answer.siteName) : answer.site)}</span>
        )}
        {answer.late && <b className="call-late"> {t.late}</b>}
      </span>
    )
  if (row.state === 'on-behalf' && behalf)
    return (
      <span title={behalf.words}>
        {t.behalfBy(t.behalfChannels[behalf.channel], behalf.headcount)} <q className="call-words">{behalf.words}</q>
      </span>
    )
  if (row.state === 'excused' && excuse) return <span className="muted">{t.excuses[excuse.because]}</span>
  if (row.state === 'unobservable' && hindered)
    return <span className="call-unseen">{t.hindrances[hindered.because]}</span>
  return <span />
}
