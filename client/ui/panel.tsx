import { Component, type ReactNode } from 'react'
import { useWords } from '../i18n/language.ts'
import { forgetFailed, NotLoaded } from './later.tsx'
import { Message } from './message.tsx'
import './panel.css'

/**
 * A part of the screen that may fail alone: an error here leaves the rest working and says so in its place.
 * React catches errors of its children only in a class component.
 */
export class Guard extends Component<{ readonly children: ReactNode }, { readonly error: Error | undefined }> {
  override state = { error: undefined as Error | undefined }
  static getDerivedStateFromError(error: Error) {
    return { error }
  }
  override componentDidCatch(error: Error) {
    console.error(error)
  }
  override render() {
    if (this.state.error === undefined) return this.props.children
    return <Failed error={this.state.error} retry={() => this.setState({ error: undefined })} />
  }
}

const Failed = ({ error, retry }: { error: Error; retry: () => void }) => {
  const t = useWords().failures
  if (error instanceof NotLoaded) {
    const again = (): void => {
      forgetFailed()
      retry()
    }
    return <Message title={t.notLoaded} hint={t.notLoadedHint} action={{ label: t.retry, run: again }} bad />
  }
  return (
    <Message title={t.panel} hint={`${t.panelHint} ${error.message}`} action={{ label: t.reload, run: retry }} bad />
  )
}

interface Props {
  readonly title?: ReactNode
  readonly extra?: ReactNode
  readonly className?: string
  readonly label?: string
  readonly children: ReactNode
}

export const Panel = ({ title, extra, className = '', label, children }: Props) => (
  <section className={`panel ${className}`} aria-label={label ?? (typeof title === 'string' ? title : undefined)}>
    {title !== undefined && (
      <header className="panel-head">
        <h2>{title}</h2>
        {extra}
      </header>
    )}
    <div className="panel-body">
      <Guard>{children}</Guard>
    </div>
  </section>
)
