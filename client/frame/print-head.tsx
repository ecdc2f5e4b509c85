import { useWords } from '../i18n/language.ts'
import { live } from '../live/feed.ts'
import { useNow, useTopic } from '../live/use-live.ts'
import { useUser } from '../session/session.ts'
import { useCursor } from '../time/cursor.ts'
import { dateTimeOf } from '../ui/format.ts'
import { useBand } from './lost.tsx'

/** What a sheet must say by itself: what it shows and of when, who printed it, and that it is a demonstration. On paper only. */
export const PrintHead = ({ page }: { readonly page: string }) => {
  const t = useWords()
  const user = useUser()
  const cursor = useCursor()
  const band = useBand()
  const now = useNow()
  useTopic(live, 'status')
  const demo = live.status()?.demo ?? null
  return (
    <header className="print-head">
      <b>
        {t.app.name} · {page}
      </b>
      <span>
        {cursor.mode === 'replay' && `${t.frame.replay} ${dateTimeOf(cursor.at)}　`}
        {(band === 'lost' || band === 'first') && `${t.frame.notLive}　`}
        {t.frame.printed(dateTimeOf(now), user.displayName)}
        {demo !== null && `　${t.frame.demoHint}`}
      </span>
    </header>
  )
}
