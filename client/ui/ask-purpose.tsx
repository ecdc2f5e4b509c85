import { useState } from 'react'
import './panel.css'

/** The shortest reason that can be one. */
const SHORTEST = 4

interface Props {
  readonly words: Readonly<Record<'unmask' | 'unmaskDo' | 'unmaskHint' | 'purpose' | 'cancel', string>>
  /** Has the purpose recorded and gets what is hidden; what it rejects with is shown. */
  readonly send: (purpose: string) => Promise<void>
}

/** A button that asks why before something masked is shown: the purpose is durable before anything is sent. */
export const AskPurpose = ({ words: t, send }: Props) => {
  const [asking, setAsking] = useState(false)
  const [purpose, setPurpose] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  const ask = async (): Promise<void> => {
    setBusy(true)
    setError(undefined)
    try {
      await send(purpose.trim())
      setAsking(false)
      setPurpose('')
    } catch (e) {
      setError(e instanceof Error ? e.message : String(e))
    } finally {
      setBusy(false)
    }
  }
  if (!asking)
    return (
      <button type="button" className="button button-small" onClick={() => setAsking(true)}>
        {t.unmask}…
      </button>
    )
  return (
    <form
      className="ask-purpose"
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
