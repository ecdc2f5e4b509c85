import { useWords } from '../i18n/language.ts'
import { clock, connection, live } from '../live/feed.ts'
import { useNow } from '../live/use-live.ts'
import { useCursor } from '../time/cursor.ts'
import { dateTimeOf, durationOf } from '../ui/format.ts'
import { useValue } from '../ui/subscribable.ts'

/** Which band stands above the page: the one that counts how old everything is, or before the first word a quiet one. */
export const useBand = (): 'lost' | 'first' | undefined => {
  const { phase, heardAtMs } = useValue(connection)
  const replaying = useCursor().mode === 'replay'
  if (phase === 'live' || phase === 'none') return undefined
  if (phase !== 'connecting' && heardAtMs !== undefined) return 'lost'
  return replaying ? undefined : 'first'
}

/**
 * The whole screen says that it is old, and how old, for as long as it is: greyed out and hatched beneath a
 * band that cannot be closed. What is under it can still be read.
 */
export const Lost = () => {
  const t = useWords().frame
  const { phase, heardAtMs, attempts } = useValue(connection)
  const band = useBand()
  useNow()
  if (band === 'first') return <output className="lost lost-first">{t.connecting}</output>
  if (band === undefined || heardAtMs === undefined) return null
  // By this workstation's steady clock: the server's cannot be asked just now.
  const age = performance.now() - heardAtMs
  return (
    <>
      <div className="lost-veil" />
      <div className="lost" role="alert">
        <strong>{phase === 'stale' ? t.staleTitle : t.lostTitle}</strong>
        <span className="lost-age">{t.lostAge(durationOf(age))}</span>
        <span>{t.lostAt(dateTimeOf(live.status()?.now ?? clock.now(heardAtMs)))}</span>
        <span>{t.retrying(attempts)}</span>
      </div>
    </>
  )
}
