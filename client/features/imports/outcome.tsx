import { IMPORT_SHOWN, type ImportReply } from '../../../server/contract/imports.ts'
import { kindOf } from '../../i18n/kind-of.ts'
import { say, useWords } from '../../i18n/language.ts'
import { save } from '../../ui/csv.ts'
import { dateTimeOf, numberOf } from '../../ui/format.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { aboutOf, problemsCsv, totalOf } from './model.ts'

interface Props {
  readonly reply: ImportReply
  readonly busy: boolean
  readonly news: boolean
  readonly onConfirm: (digest: string) => void
}

/** A list of so many is shown at once. */
const SHORT = 12

/** What a dry run found, or what an import did. */
export const Outcome = ({ reply, busy, news, onConfirm }: Props) => {
  if (reply.is === 'refused') return <Refused reply={reply} />
  if (reply.is === 'imported') return <Done receipt={reply.receipt} />
  return <Planned plan={reply} busy={busy} news={news} onConfirm={onConfirm} />
}

const Refused = ({ reply }: { readonly reply: Extract<ImportReply, { is: 'refused' }> }) => {
  const t = useWords().imports
  const { problems, total } = reply
  const shown = problems.slice(0, IMPORT_SHOWN)
  return (
    <section className="import-outcome import-refused" role="alert">
      <header>
        <b className="import-bad">✕ {t.refused(total, numberOf(total))}</b>
        {total > shown.length && <span className="muted">{t.shown(numberOf(shown.length), numberOf(total))}</span>}
        <button
          type="button"
          className="button button-small"
          onClick={() => save('import-problems.csv', problemsCsv(problems))}
        >
          {t.exportProblems(numberOf(problems.length))}
        </button>
      </header>
      <table className="import-table">
        <thead>
          <tr>
            <th>{t.file}</th>
            <th className="import-number">{t.line}</th>
            <th>{t.field}</th>
            <th>{t.problem}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((p) => (
            <tr key={`${p.file} ${p.line} ${p.field} ${p.message.en}`}>
              <td>{p.file}</td>
              <td className="import-number">{p.line ?? t.wholeFile}</td>
              <td>{p.field ?? '—'}</td>
              <td>{say(p.message)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const Planned = ({
  plan,
  busy,
  news,
  onConfirm,
}: Omit<Props, 'reply'> & { readonly plan: Extract<ImportReply, { is: 'planned' }> }) => {
  const words = useWords()
  const t = words.imports
  const total = totalOf(plan.counts)
  const columns = ['added', 'changed', 'unchanged', 'held'] as const
  return (
    <section className="import-outcome" role="status">
      <header>
        <b>{news ? t.planned : t.nothing}</b>
      </header>
      <table className="import-table import-counts">
        <thead>
          <tr>
            <th>{t.kind}</th>
            {columns.map((c) => (
              <th key={c} className="import-number">
                {t[c]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...plan.counts, ...(plan.counts.length > 1 ? [{ kind: '', ...total }] : [])].map((row) => (
            <tr key={row.kind} className={row.kind === '' ? 'import-total' : ''}>
              <td>{row.kind === '' ? t.total : kindOf(words, row.kind)}</td>
              {columns.map((c) => (
                <td key={c} className={`import-number ${row[c] === 0 ? 'muted' : ''}`}>
                  {numberOf(row[c])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {total.held > 0 && <p className="import-note">{t.heldHint}</p>}
      {plan.layerReplaced && <p className="import-note">{t.layer}</p>}
      <p className="muted">{t.ends}</p>
      {plan.changes.length > 0 && (
        <details open={plan.changes.length <= SHORT}>
          <summary className="import-title">
            {t.changes}
            <span className="muted">
              {plan.total > plan.changes.length
                ? t.shown(numberOf(plan.changes.length), numberOf(plan.total))
                : numberOf(plan.total)}
            </span>
          </summary>
          <ul className="import-changes">
            {plan.changes.map(({ about, how }) => (
              <li key={about}>
                <span className={`chip import-${how}`}>{t[how]}</span>
                {kindOf(words, aboutOf(about).kind)} <span className="mono">{aboutOf(about).which}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {news && (
        <footer>
          <button type="button" className="button button-main" disabled={busy} onClick={() => onConfirm(plan.digest)}>
            {t.confirm}
            <Kbd k="C" />
          </button>
          <span className="muted">{t.confirmHint}</span>
        </footer>
      )}
    </section>
  )
}

const Done = ({ receipt: r }: { readonly receipt: Extract<ImportReply, { is: 'imported' }>['receipt'] }) => {
  const t = useWords().imports
  if (r === null)
    return (
      <p className="import-outcome" role="status">
        {t.doneNothing}
      </p>
    )
  return (
    <section className="import-outcome import-done" role="status">
      <header>
        <b>✓ {t.done}</b>
        <span>{dateTimeOf(r.at)}</span>
        <span>{r.by}</span>
        <span className="mono">{t.positions(r.seq - r.entries, r.seq)}</span>
      </header>
      <p>
        {t.added} {numberOf(r.added)} · {t.changed} {numberOf(r.changed)} · {t.unchanged} {numberOf(r.unchanged)}
        {r.held > 0 && ` · ${t.held} ${numberOf(r.held)}`}
      </p>
      <ul>
        {r.files.map((f) => (
          <li key={f.sha256}>
            {f.name} <span className="mono muted">{f.sha256}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
