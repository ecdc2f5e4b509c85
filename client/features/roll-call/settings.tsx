import { App } from 'antd'
import { useState } from 'react'
import type { Cadence, CadenceLayerView } from '../../../server/contract/roll-call.ts'
import { useWords } from '../../i18n/language.ts'
import { request } from '../../live/request.ts'
import { useRequest } from '../../live/use-request.ts'
import { useMay } from '../../session/session.ts'
import { dateTimeOf, timeOf } from '../../ui/format.ts'
import { Message, Waiting } from '../../ui/message.tsx'
import { unitName } from '../../ui/unit-name.ts'
import { timeOfMinute } from './model.ts'
import { SettingForm } from './setting-form.tsx'

export const valueKeys = [
  'scheduled',
  'everyMinutes',
  'anchorMinute',
  'randomMinutes',
  'quietFromMinute',
  'quietToMinute',
  'called',
  'firstSeconds',
  'retrySeconds',
  'tries',
  'keepOpenMinutes',
  'escalateAfter',
] as const satisfies readonly (keyof Cadence)[]

/** When and how patiently is called: what holds for each unit, every layer as it was set, and a new one. */
export const Settings = () => {
  const words = useWords()
  const t = words.rollCall
  const { message } = App.useApp()
  const may = useMay()('roll-call.set')
  const [loaded, again] = useRequest('cadence', (signal) => request('GET /api/roll-call/cadence', { signal }))
  const [adding, setAdding] = useState(false)
  const view = loaded.value
  if (view === undefined)
    return loaded.is === 'failed' ? (
      <Message bad title={loaded.error.message} action={{ label: words.failures.retry, run: again }} />
    ) : (
      <Waiting rows={8} />
    )
  const shown = (key: keyof Cadence, value: number | boolean): string =>
    typeof value === 'boolean'
      ? t.settings.onOff[value ? 'on' : 'off']
      : key === 'anchorMinute' || key.startsWith('quiet')
        ? timeOfMinute(value)
        : String(value)
  return (
    <div className="call-page call-settings">
      <p className="muted">{t.settings.hint}</p>
      {may ? (
        adding ? (
          <SettingForm
            onDone={() => setAdding(false)}
            onSaved={() => {
              message.success(t.settings.saved)
              again()
            }}
          />
        ) : (
          <button type="button" className="button button-main" onClick={() => setAdding(true)}>
            {t.settings.set}
          </button>
        )
      ) : (
        <p className="muted">{t.settings.onlyChief}</p>
      )}
      <h3>{t.settings.now}</h3>
      <div className="call-scroll">
        <table className="call-rates">
          <thead>
            <tr>
              <th>{t.rates.unit}</th>
              <th>{t.next}</th>
              {valueKeys.map((k) => (
                <th key={k}>{t.settings.values[k]}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {view.units.map(({ unit, cadence, next }) => (
              <tr key={unit}>
                <td>{unitName(unit)}</td>
                <td>
                  {next === null ? t.nextNone : `${timeOf(next.from).slice(0, 5)}–${timeOf(next.to).slice(0, 5)}`}
                </td>
                {valueKeys.map((k) => (
                  <td key={k} className={cadence[k] === view.usual[k] ? 'muted' : ''}>
                    {shown(k, cadence[k])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h3>{t.settings.layers}</h3>
      {view.layers.length === 0 ? (
        <p className="muted">{t.settings.noLayers}</p>
      ) : (
        <ol className="call-layers">
          {view.layers.map((layer) => (
            <li key={layer.seq}>
              <b>{scopeOf(layer)}</b>
              <span>
                {valueKeys
                  .filter((k) => layer.values[k] !== null)
                  .map((k) => `${t.settings.values[k]} ${shown(k, layer.values[k]!)}`)
                  .join('　')}
              </span>
              <span className="muted">
                {t.settings.validFrom} {dateTimeOf(layer.validFrom)}　{layer.by}　{layer.reason}
              </span>
            </li>
          ))}
        </ol>
      )}
    </div>
  )

  function scopeOf({ unitKind, unit, post, day }: CadenceLayerView): string {
    const kinds = t.settings.kinds as Readonly<Record<string, string>>
    const parts = [
      unitKind === null ? undefined : (kinds[unitKind] ?? unitKind),
      unit === null ? undefined : unitName(unit),
      post === null ? undefined : t.posts[post],
      day ?? undefined,
    ].filter((p) => p !== undefined)
    return parts.length === 0 ? t.settings.bureau : parts.join(' · ')
  }
}
