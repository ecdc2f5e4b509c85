import type { ImportKind } from '../../../server/contract/imports.ts'
import { say, useWords } from '../../i18n/language.ts'
import { save } from '../../ui/csv.ts'
import { Panel } from '../../ui/panel.tsx'
import { sampleRows } from './model.ts'

/** What a file of this kind should look like: its columns, which may be missing, and a line of each. */
export const KindCard = ({ kind, denied }: { readonly kind: ImportKind; readonly denied: boolean }) => {
  const t = useWords().imports
  const rows = kind.form === 'table' ? sampleRows(kind.sample) : []
  const download = (): void =>
    kind.form === 'table'
      ? save(`${kind.is}.csv`, `\uFEFF${kind.sample}`)
      : save(`${kind.is}.geojson`, kind.sample, 'application/geo+json')
  const title = (
    <span className="import-title">
      {say(kind.name)}
      <span className="mono muted">{kind.form === 'table' ? `${kind.is}.csv / .json` : `${kind.is}.geojson`}</span>
    </span>
  )
  return (
    <Panel
      title={title}
      label={say(kind.name)}
      className="imports-kind"
      extra={
        <button type="button" className="button button-small" onClick={download}>
          {kind.form === 'table' ? t.sample : t.sampleDrawing}
        </button>
      }
    >
      {denied && <p className="import-bad">{t.needs(t.rights[kind.needs ?? ''] ?? '')}</p>}
      {kind.note !== null && <p className="import-note">{say(kind.note)}</p>}
      <div className="import-columns">
        <table>
          <thead>
            <tr>
              <th>{kind.form === 'table' ? t.columns : t.properties}</th>
              {kind.columns.map((c) => (
                <th key={c.name} scope="col">
                  {c.heading}
                  <small className="mono">{c.name === c.heading ? '' : c.name}</small>
                  <small className={c.needed ? 'import-needed' : ''}>{c.needed ? t.needed : t.optional}</small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.join(',')}>
                <th scope="row">{t.example}</th>
                {kind.columns.map((c, i) => (
                  <td key={c.name}>{row[i] === '' ? <span className="muted">—</span> : row[i]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}
