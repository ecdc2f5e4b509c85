import { useState } from 'react'
import { useWords } from '../../i18n/language.ts'
import { request } from '../../live/request.ts'
import { useMay } from '../../session/session.ts'
import { useCursor } from '../../time/cursor.ts'
import { AskPurpose } from '../../ui/ask-purpose.tsx'

/** A name for whoever says why; it stays on this page only. */
export const Unmask = ({ stay }: { readonly stay: string }) => {
  const t = useWords().custody
  const may = useMay()('custody.unmask')
  const live = useCursor().mode === 'live'
  const [found, setFound] = useState<{ readonly name: string | null }>()
  if (!may || !live) return <span className="chip">{t.masked}</span>
  if (found)
    return (
      <span className="unmask">
        <b>{found.name === null ? t.nameUnknown : t.unmasked(found.name)}</b>
        <button type="button" className="button button-small" onClick={() => setFound(undefined)}>
          {t.hide}
        </button>
      </span>
    )
  const send = async (purpose: string): Promise<void> =>
    setFound(await request('POST /api/stays/:id/unmask', { params: { id: stay }, body: { purpose } }))
  return <AskPurpose words={t} send={send} />
}
