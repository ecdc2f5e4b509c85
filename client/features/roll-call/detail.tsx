import type { RowView } from '../../../server/contract/roll-call.ts'
import { say, useWords } from '../../i18n/language.ts'
import { useMay } from '../../session/session.ts'
import { shortOf } from '../../ui/format.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { goTo } from '../../ui/location.ts'
import { Message } from '../../ui/message.tsx'
import { Excuse, OnBehalf } from './forms.tsx'
import { GradeMark } from './grade.tsx'
import { SourceChip } from './marks.tsx'
import { chipsOf } from './model.ts'

export type Task = 'on-behalf' | 'excuse'

interface Props {
  readonly row: RowView | undefined
  readonly now: number
  readonly task: Task | undefined
  readonly onTask: (task: Task | undefined) => void
  readonly onRetry: (() => void) | undefined
}

/** One line in full: every call, what each source says in words, the findings, and what can be done. */
export const Detail = ({ row, now, task, onTask, onRetry }: Props) => {
  const t = useWords().rollCall
  const works = useMay()('roll-call.work')
  if (row === undefined) return <Message title={t.choose} hint={t.chooseHint} />
  const done = (): void => onTask(undefined)
  const settled = row.state === 'answered'
  return (
    <div className="call-detail">
      <h3>
        {say(row.name)} <span className="muted">{t.posts[row.post]}</span>
      </h3>
      {works && !settled && task === undefined && (
        <div className="call-actions">
          <button type="button" className="button" disabled={onRetry === undefined} onClick={onRetry}>
            {t.actions.retry}
            <Kbd k="R" />
          </button>
          <button type="button" className="button" onClick={() => onTask('on-behalf')}>
            {t.actions.onBehalf}
            <Kbd k="B" />
          </button>
          <button type="button" className="button" onClick={() => onTask('excuse')}>
            {t.actions.excuse}
            <Kbd k="X" />
          </button>
        </div>
      )}
      {task === 'on-behalf' && <OnBehalf key={row.id} row={row} onDone={done} />}
      {task === 'excuse' && <Excuse key={row.id} row={row} onDone={done} />}
      <section>
        <h4>
          {t.reconciliation}
          {row.reconciliation && (
            <b className={`verdict verdict-${row.reconciliation.verdict}`}>{t.verdicts[row.reconciliation.verdict]}</b>
          )}
        </h4>
        {row.reconciliation === null ? (
          <p className="muted">{t.noAnswerYet}</p>
        ) : (
          <ul className="sources-long">
            {chipsOf(row).map((chip) => (
              <li key={chip.source}>
                <SourceChip chip={chip} long />
              </li>
            ))}
          </ul>
        )}
      </section>
      {row.behalf && (
        <section>
          <h4>{t.states['on-behalf']}</h4>
          <p>
            {shortOf(row.behalf.at, now)} {row.behalf.by}
            {'　'}
            {t.behalfBy(t.behalfChannels[row.behalf.channel], row.behalf.headcount)}
            {row.behalf.radio !== null && <span className="mono">　{row.behalf.radio}</span>}
          </p>
          <q>{row.behalf.words}</q>
        </section>
      )}
      {row.findings.length > 0 && (
        <section>
          <h4>{t.findings}</h4>
          {row.findings.map((f) => (
            <button
              key={f.id}
              type="button"
              className="plain call-finding"
              onClick={() => goTo('findings', { finding: f.id })}
            >
              <GradeMark grade={f.grade} /> {say(f.title)}
            </button>
          ))}
        </section>
      )}
      <section>
        <h4>{t.callsMade}</h4>
        {row.calls.length === 0 ? (
          <p className="muted">{t.noCalls}</p>
        ) : (
          <ol className="calls-made">
            {row.calls.map((c) => (
              <li key={`${c.at} ${c.channel}`}>
                <time>{shortOf(c.at, now)}</time> {t.channels[c.channel]} <span className="mono">{c.device}</span>{' '}
                <span className="muted">{t.until(shortOf(c.until, now))}</span>
              </li>
            ))}
          </ol>
        )}
      </section>
    </div>
  )
}
