import { useState } from 'react'
import { Entry } from '../../finding/entry.tsx'
import { useWords } from '../../i18n/language.ts'
import { request } from '../../live/request.ts'
import { useRequest } from '../../live/use-request.ts'
import { Message, Waiting } from '../../ui/message.tsx'

/** The newest entries of its devices with the frames as they came. Asked for by a click: each look is recorded. */
export const LastMessages = ({ id }: { readonly id: string }) => {
  const t = useWords()
  const [open, setOpen] = useState<string>()
  return (
    <section className="last-messages">
      <button
        type="button"
        className="button button-small"
        aria-expanded={open === id}
        onClick={() => setOpen(open === id ? undefined : id)}
      >
        {t.situation.lastMessages}
      </button>
      {open === id && <Entries id={id} />}
    </section>
  )
}

const Entries = ({ id }: { readonly id: string }) => {
  const t = useWords()
  const [state, again] = useRequest(`carrier ${id}`, (signal) =>
    request('GET /api/carriers/:id', { params: { id }, signal }),
  )
  if (state.is === 'failed')
    return <Message bad title={state.error.message} action={{ label: t.failures.retry, run: again }} />
  if (state.is === 'loading') return <Waiting rows={4} />
  if (state.value.last.length === 0) return <Message title={t.situation.noMessages} />
  return (
    <ol className="entries">
      {state.value.last.map((e) => (
        <Entry key={e.seq} entry={e} />
      ))}
    </ol>
  )
}
