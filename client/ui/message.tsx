import './panel.css'

interface Props {
  readonly title: string
  readonly hint?: string | undefined
  readonly action?: { readonly label: string; readonly run: () => void } | undefined
  readonly bad?: boolean
}

/** What a place says when there is nothing to show, or when it cannot be shown. */
export const Message = ({ title, hint, action, bad = false }: Props) => (
  <div className={`message ${bad ? 'message-bad' : ''}`} role={bad ? 'alert' : 'status'}>
    <p className="message-title">{title}</p>
    {hint !== undefined && <p className="muted">{hint}</p>}
    {action !== undefined && (
      <button type="button" className="button" onClick={action.run}>
        {action.label}
      </button>
    )}
  </div>
)

/** Grey bars in the shape of what is coming. */
export const Waiting = ({ rows = 6 }: { readonly rows?: number }) => (
  <div className="waiting" aria-busy="true">
    {Array.from({ length: rows }, (_, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: bars without identity
      <span key={i} style={{ width: `${92 - ((i * 17) % 45)}%` }} />
    ))}
  </div>
)
