import type { RuleDetail } from '../../../server/contract/rulebook.ts'
import { labelOf, readable } from '../../finding/fact.ts'
import { say, useWords } from '../../i18n/language.ts'
import { useNow } from '../../live/use-live.ts'
import { dateOf, dateTimeOf, timeOf } from '../../ui/format.ts'
import { valueTable } from './model.ts'

interface Props {
  readonly detail: RuleDetail
  /** Undefined for who may not propose. */
  readonly onPropose: ((param: string) => void) | undefined
}

/** A unit as it is written after a number. */
export const useUnit = (): ((unit: string) => string) => {
  const units = useWords().rulebook.units as Readonly<Record<string, string>>
  return (unit) => (unit === 'percent' ? '%' : (units[unit] ?? unit))
}

/** The numbers over time: a column for each day on which one changed, by law or by the bureau. */
export const Values = ({ detail, onPropose }: Props) => {
  const t = useWords().rulebook
  const unit = useUnit()
  const { columns, rows } = valueTable(detail, useNow())
  if (rows.length === 0) return null
  return (
    <section>
      <h4>{t.values}</h4>
      <p className="muted">{t.valuesHint}</p>
      <div className="rule-scroll">
        <table className="rule-values">
          <thead>
            <tr>
              <th />
              {columns.map((c) => (
                <th key={c.from} className={`value-${c.is}`} title={dateTimeOf(c.from)}>
                  {t.from} {dateOf(c.from)} {timeOf(c.from) === '00:00:00' ? '' : timeOf(c.from)}
                  {c.is !== 'past' && <span className="chip">{t[c.is]}</span>}
                </th>
              ))}
              {onPropose && <th />}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ param, local, values }) => (
              <tr key={param}>
                <th scope="row">
                  {local === undefined ? labelOf(param) : say(local.title)}
                  <span className="chip">{local === undefined ? t.byLaw : t.local}</span>
                </th>
                {values.map((v, i) => (
                  <td key={columns[i]!.from} className={`value-${columns[i]!.is}`}>
                    <span className={v.changed ? 'value-changed' : ''}>
                      {readable(param, v.value)} {local && unit(local.unit)}
                    </span>
                  </td>
                ))}
                {onPropose && (
                  <td>
                    {local !== undefined && (
                      <button type="button" className="button button-small" onClick={() => onPropose(param)}>
                        {t.propose}
                      </button>
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
