import { useState } from 'react'
import { useWords } from '../../i18n/language.ts'
import { request } from '../../live/request.ts'
import { useMay } from '../../session/session.ts'
import { useCursor } from '../../time/cursor.ts'

/** The shortest reason that can be one. */
const SHORTEST = 4

/** A name for whoever says why; the record is durable before the name is sent, and it stays on this page only. */
export const Unmask = ({ stay }: { readonly stay: string }) => {
  const t = useWords().custody
  const may = useMay()('custody.unmask')
  const live = useCursor().mode === 'live'
  const [asking, setAsking] = useState(false)
  const [purpose, setPurpose] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  const [found, setFound] = useState<{ readonly name: string | null }>()
  if (!may || !live) return <span className="chip">{t.masked}</span>
  const ask = async (): Promise<void> => {
    setBusy(true)
    setError(undefined)
    try {
      setFound(await request('POST /api/stays/:id/unmask', { params: { id: stay }, body: { purpose: purpose.trim() } }))
      setAsking(false)
      setPurpose('')
    } catch (e) {
      setError(e instanceof Error ? e.message : String(e))
    } finally {
      setBusy(false)
    }
  }
  if (found)
    return (
      <span className="unmask">
        <b>{found.name === null ? t.nameUnknown : t.unmasked(found.name)}</b>
        <button type="button" className="button button-small" onClick={() => setFound(undefined)}>
          {t.hide}
        </button>
      </span>
    )
  if (!asking)
    return (
      <button type="button" className="button button-small" onClick={() => setAsking(true)}>
        {t.unmask}…
      </button>
    )
  return (
    <form
      className="unmask"
      onSubmit={(e) => {
        e.preventDefault()
        void ask()
      }}
    >
      <input
        className="field"
        // biome-ignore lint/a11y/noAutofocus: the person has just asked for this field
        autoFocus
        value={purpose}
        placeholder={t.purpose}
        aria-label={t.purpose}
        title={t.unmaskHint}
        maxLength={200}
        onChange={(e) => setPurpose(e.target.value)}
        onKeyDown={(e) => e.key === 'Escape' && setAsking(false)}
      />
      <button
        type="submit"
        className="button button-small button-main"
        disabled={busy || purpose.trim().length < SHORTEST}
      >
        {t.unmaskDo}
      </button>
      <button type="button" className="button button-small" onClick={() => setAsking(false)}>
        {t.cancel}
      </button>
      {error !== undefined && <span role="alert">{error}</span>}
    </form>
  )
}
