import type { CaseLine } from '../../../server/contract/casework.ts'
import { labelOf, readable } from '../../finding/fact.ts'
import { useWords } from '../../i18n/language.ts'
import { dateTimeOf, durationOf } from '../../ui/format.ts'
import { LATE_MS } from './model.ts'

/** Entries of the journal about a case or a thing, oldest first; persons masked. */
export const Line = ({ line, truncated }: { readonly line: readonly CaseLine[]; readonly truncated: boolean }) => {
  const t = useWords()
  const kinds: Readonly<Record<string, string>> = t.kinds
  const fields: Readonly<Record<string, string>> = t.cases.lineFields
  return (
    <ol className="case-line">
      {truncated && <li className="muted">{t.cases.truncatedLine}</li>}
      {line.map((one) => (
        <li key={one.seq}>
          <time>{dateTimeOf(one.at)}</time>
          <b>{kinds[one.kind] ?? one.kind}</b>
          {one.person !== null && <span>{one.person.masked ?? one.person.id}</span>}
          {one.recordedAt - one.at > LATE_MS && (
            <span className="muted" title={dateTimeOf(one.recordedAt)}>
              {t.cases.heardLate(durationOf(one.recordedAt - one.at))}
            </span>
          )}
          <small className="muted">
            {Object.entries(one.detail)
              .map(([key, value]) => `${fields[key] ?? labelOf(key)} ${readable(key, value)}`)
              .join(' · ')}
            {` · #${one.seq}`}
          </small>
        </li>
      ))}
    </ol>
  )
}
