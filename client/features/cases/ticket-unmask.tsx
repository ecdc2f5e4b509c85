import { useState } from 'react'
import type { UnmaskedTicket } from '../../../server/contract/tickets.ts'
import { useWords } from '../../i18n/language.ts'
import { request } from '../../live/request.ts'
import { useMay } from '../../session/session.ts'

/** The shortest reason that can be one. */
const SHORTEST = 4

interface Props {
  readonly id: string
  readonly shown: UnmaskedTicket | undefined
  readonly onShown: (unmasked: UnmaskedTicket | undefined) => void
}

/** Plate and driver for whoever says why; the record is durable before they are sent, and they stay on this card only. */
export const UnmaskTicket = ({ id, shown, onShown }: Props) => {
  const t = useWords().tickets
  const may = useMay()('tickets.unmask')
  const [asking, setAsking] = useState(false)
  const [purpose, setPurpose] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  if (!may) return <span className="chip">{t.masked}</span>
  const ask = async (): Promise<void> => {
    setBusy(true)
    setError(undefined)
    try {
      onShown(await request('POST /api/tickets/:id/unmask', { params: { id }, body: { purpose: purpose.trim() } }))
      setAsking(false)
      setPurpose('')
    } catch (e) {
      setError(e instanceof Error ? e.message : String(e))
    } finally {
      setBusy(false)
    }
  }
  if (shown)
    return (
      <button type="button" className="button button-small" onClick={() => onShown(undefined)}>
        {t.hide}
      </button>
    )
  if (!asking)
    return (
      <button type="button" className="button button-small" onClick={() => setAsking(true)}>
        {t.unmask}…
      </button>
    )
  return (
    <form
      className="ticket-unmask"
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
