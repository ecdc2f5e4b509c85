import { useRef, useSyncExternalStore } from 'react'
import type { StatusView } from '../../server/contract/views.ts'
import { useWords } from '../i18n/language.ts'
import { clock, connection, live } from '../live/feed.ts'
import { useNow } from '../live/use-live.ts'
import { useCursor } from '../time/cursor.ts'
import { usePicture } from '../time/replay.ts'
import { dateTimeOf, durationOf, timeOf } from '../ui/format.ts'
import { useValue } from '../ui/subscribable.ts'

type Outage = StatusView['outage']

/**
 * Which band stands above the page: the one that counts how old everything is; before the first word a quiet one; and
 * one of an outage, while what fell due in it is not judged yet.
 */
export const useBand = (): 'lost' | 'first' | 'outage' | undefined => {
  const { phase, heardAtMs } = useValue(connection)
  const replaying = useCursor().mode === 'replay'
  const outage = useOutage()
  if (phase === 'none' || (phase === 'live' && !outage)) return undefined
  if (phase === 'live') return 'outage'
  if (phase !== 'connecting' && heardAtMs !== undefined) return 'lost'
  return replaying ? undefined : 'first'
}

/** The outage that the picture at the time cursor speaks of. Re-renders when it is another one, not with each status. */
const useOutage = (): Outage => {
  const picture = usePicture()
  const held = useRef<Outage>(null)
  return useSyncExternalStore(
    (listener) => picture.subscribe('status', listener),
    () => {
      const next = picture.status()?.outage ?? null
      if (next?.to !== held.current?.to) held.current = next
      return held.current
    },
  )
}

const OutageBand = () => {
  const t = useWords().frame
  const outage = useOutage()
  if (!outage) return null
  const { from, to, settledAt } = outage
  return <output className="lost lost-first">{t.outage(dateTimeOf(from), dateTimeOf(to), timeOf(settledAt))}</output>
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
  if (band === 'outage') return <OutageBand />
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
