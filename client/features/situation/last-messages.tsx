import { Fragment, useState } from 'react'
import type { RadioView } from '../../../server/contract/views.ts'
import { Entry } from '../../finding/entry.tsx'
import { say, useWords } from '../../i18n/language.ts'
import { request } from '../../live/request.ts'
import { useRequest } from '../../live/use-request.ts'
import { Age } from '../../ui/age.tsx'
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
  const { last, radios } = state.value
  return (
    <>
      {radios.length > 0 && <Radios radios={radios} />}
      {last.length === 0 ? (
        <Message title={t.situation.noMessages} />
      ) : (
        <ol className="entries">
          {last.map((e) => (
            <Entry key={e.seq} entry={e} />
          ))}
        </ol>
      )}
    </>
  )
}

/** Which radio, over which site, when last heard, registered or not; a lost channel says nothing of whoever carries it. */
const Radios = ({ radios }: { readonly radios: readonly RadioView[] }) => {
  const t = useWords().radio
  return (
    <dl className="facts">
      {radios.map((r) => (
        <Fragment key={r.radio}>
          <dt>{t.radios}</dt>
          <dd>
            <span className="mono">{r.radio}</span>{' '}
            <span className={`chip ${r.registered ? 'chip-ok' : 'chip-warn'}`}>
              {r.registered === null ? t.unheard : r.registered ? t.registered : t.notRegistered}
            </span>{' '}
            {r.channel === 'down' && <span className="chip chip-warn">{t.channelDown}</span>}{' '}
            {r.site === null ? r.lastHeardAt !== null && t.siteUnknown : say(r.site)}{' '}
            {r.lastHeardAt !== null && <Age at={r.lastHeardAt} />}
          </dd>
        </Fragment>
      ))}
    </dl>
  )
}
