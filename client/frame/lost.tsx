import { useWords } from '../i18n/language.ts'
import { clock, connection, live } from '../live/feed.ts'
import { useNow } from '../live/use-live.ts'
import { useCursor } from '../time/cursor.ts'
import { dateTimeOf, durationOf } from '../ui/format.ts'
import { useValue } from '../ui/subscribable.ts'

export const useIsLost = (): boolean => ['lost', 'stale'].includes(useValue(connection).phase)

/**
 * The whole screen says that it is old, and how old, for as long as it is: greyed out and hatched beneath a
 * band that cannot be closed. What is under it can still be read.
 */
export const Lost = () => {
  const t = useWords().frame
  const { phase, heardAtMs, attempts } = useValue(connection)
  const replaying = useCursor().mode === 'replay'
  useNow()
  if (phase === 'live' || phase === 'none') return null
  if (phase === 'connecting' || heardAtMs === undefined)
    return replaying ? null : <output className="lost lost-first">{t.connecting}</output>
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
