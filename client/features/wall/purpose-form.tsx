import { useState } from 'react'
import { useWords } from '../../i18n/language.ts'
import { Panel } from '../../ui/panel.tsx'

const SHORTEST = 2

/** Asked before the first picture: every view is recorded with its purpose. */
export const PurposeForm = ({ onChosen }: { readonly onChosen: (purpose: string) => void }) => {
  const t = useWords().wall
  const [text, setText] = useState('')
  return (
    <Panel title={t.title} className="wall-purpose" label={t.title}>
      <form
        className="purpose-form"
        onSubmit={(e) => {
          e.preventDefault()
          if (text.trim().length >= SHORTEST) onChosen(text.trim())
        }}
      >
        <h3>{t.purposeTitle}</h3>
        <p className="muted">{t.purposeHint}</p>
        <div className="purpose-usual">
          {t.purposes.map((one) => (
            <button key={one} type="button" className="button" onClick={() => onChosen(one)}>
              {one}
            </button>
          ))}
        </div>
        <label>
          {t.purposeOther}
          <span className="purpose-own">
            <input className="field" value={text} maxLength={200} onChange={(e) => setText(e.target.value)} />
            <button type="submit" className="button button-main" disabled={text.trim().length < SHORTEST}>
              {t.begin}
            </button>
          </span>
        </label>
      </form>
    </Panel>
  )
}
