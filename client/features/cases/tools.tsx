import { useWords } from '../../i18n/language.ts'
import { timeOf } from '../../ui/format.ts'
import type { State, usePage } from './use-page.ts'

interface Props {
  readonly list: ReturnType<typeof usePage>
  /** Cases are open or closed; things are not asked that. */
  readonly states: boolean
  readonly columns: readonly { readonly key: string; readonly title: string }[]
  readonly hidden: readonly string[]
  readonly onHide: (hidden: readonly string[]) => void
  readonly onExport: () => void
}

/** Search, what narrows the list, which columns, how old it is, and all of it as a file. */
export const Tools = ({ list, states, columns, hidden, onHide, onExport }: Props) => {
  const t = useWords().cases
  const { value } = list.loaded
  return (
    <div className="case-tools">
      <input
        className="field"
        type="search"
        placeholder={t.search}
        aria-label={t.search}
        value={list.text}
        onChange={(e) => list.setText(e.target.value)}
      />
      <select
        className="field"
        aria-label={t.allTypes}
        value={list.type}
        onChange={(e) => list.setType(e.target.value)}
      >
        <option value="">{t.allTypes}</option>
        {Object.entries(t.types).map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      {states && (
        <select
          className="field"
          aria-label={t.state}
          value={list.state}
          onChange={(e) => list.setState(e.target.value as State)}
        >
          {Object.entries(t.states).map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
      <label>
        <input type="checkbox" checked={list.overdue} onChange={(e) => list.setOverdue(e.target.checked)} />{' '}
        {t.onlyLeads}
      </label>
      <details className="case-columns">
        <summary className="button">{t.columns}</summary>
        <div>
          {columns.map(({ key, title }) => (
            <label key={key}>
              <input
                type="checkbox"
                checked={!hidden.includes(key)}
                onChange={(e) => onHide(e.target.checked ? hidden.filter((h) => h !== key) : [...hidden, key])}
              />{' '}
              {title}
            </label>
          ))}
        </div>
      </details>
      <span className="muted case-total">
        {value === undefined ? '' : `${t.total(value.total)} · ${t.asOf(timeOf(value.askedAt))}`}
      </span>
      <button type="button" className="button" onClick={list.again}>
        {t.refresh}
      </button>
      <button type="button" className="button" onClick={onExport}>
        {t.exportAll}
      </button>
    </div>
  )
}
