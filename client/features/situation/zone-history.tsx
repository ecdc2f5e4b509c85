import { useWords } from '../../i18n/language.ts'
import { request } from '../../live/request.ts'
import { useRequest } from '../../live/use-request.ts'
import { dateTimeOf } from '../../ui/format.ts'
import { Message, Waiting } from '../../ui/message.tsx'

/** Every version a zone had, newest first: who drew it, when it held, and why. */
export const ZoneHistory = ({ id }: { readonly id: string }) => {
  const t = useWords()
  const [state, again] = useRequest(`zone ${id}`, (signal) =>
    request('GET /api/zones/:id/history', { params: { id }, signal }),
  )
  if (state.is === 'failed')
    return <Message bad title={state.error.message} action={{ label: t.failures.retry, run: again }} />
  if (state.is === 'loading') return <Waiting rows={3} />
  const versions = state.value.versions
    .map((v, i) => ({ ...v, number: i + 1 }))
    .toSorted((a, b) => b.validFrom - a.validFrom)
  return (
    <ol className="zone-versions">
      {versions.map((v) => (
        <li key={v.validFrom}>
          <b>{t.zones.version(v.number)}</b>{' '}
          {v.validUntil === null && <span className="chip chip-ok">{t.zones.inForce}</span>}
          <div className="muted">
            {dateTimeOf(v.validFrom)} {t.zones.from}
            {v.validUntil !== null && `　${dateTimeOf(v.validUntil)} ${t.zones.until}`}
          </div>
          <div>
            {v.by}　<q>{v.reason}</q>
          </div>
        </li>
      ))}
    </ol>
  )
}
