import type { UnmaskedTicket } from '../../../server/contract/tickets.ts'
import { useWords } from '../../i18n/language.ts'
import { request } from '../../live/request.ts'
import { useMay } from '../../session/session.ts'
import { AskPurpose } from '../../ui/ask-purpose.tsx'

interface Props {
  readonly id: string
  readonly shown: UnmaskedTicket | undefined
  readonly onShown: (unmasked: UnmaskedTicket | undefined) => void
}

/** Plate and driver for whoever says why; they stay on this card only. */
export const UnmaskTicket = ({ id, shown, onShown }: Props) => {
  const t = useWords().tickets
  const may = useMay()('tickets.unmask')
  if (!may) return <span className="chip">{t.masked}</span>
  if (shown)
    return (
      <button type="button" className="button button-small" onClick={() => onShown(undefined)}>
        {t.hide}
      </button>
    )
  const send = async (purpose: string): Promise<void> =>
    onShown(await request('POST /api/tickets/:id/unmask', { params: { id }, body: { purpose } }))
  return <AskPurpose words={t} send={send} />
}
