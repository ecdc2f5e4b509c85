import { useEffect, useState } from 'react'
import { knownUntil } from '../live/connection.ts'
import { clock, connection } from '../live/feed.ts'
import { useNow } from '../live/use-live.ts'
import { useValue } from '../ui/subscribable.ts'
import { useCursor } from './cursor.ts'

/** A cursor that is being drawn along the bar asks only where it rests. */
const REST_MS = 350

/** The instant of the past that is looked at, once the cursor rests; undefined while live. */
export const useMoment = (): number | undefined => {
  const cursor = useCursor()
  const step = cursor.mode === 'replay' && cursor.playing ? 5_000 * cursor.speed : 1_000
  const wanted = cursor.mode === 'live' ? undefined : Math.floor(cursor.at / step) * step
  const [moment, setMoment] = useState(wanted)
  useEffect(() => {
    const timer = setTimeout(() => setMoment(wanted), wanted === undefined ? 0 : REST_MS)
    return () => clearTimeout(timer)
  }, [wanted])
  return wanted === undefined ? undefined : (moment ?? wanted)
}

/**
 * False until the server has told what time it is: what is left of a time limit is not reckoned by the clock of a
 * workstation, which may be an hour wrong and would show everybody as held too long.
 */
export const useTimed = (moment: number | undefined): boolean => {
  useNow()
  return moment !== undefined || clock.known()
}

/** The shared clock, or in replay the moment that is shown. */
export const useShownNow = (moment: number | undefined): number => {
  const now = useNow()
  return moment ?? now
}

/** Until when the picture tells what happened: the shown moment, or while disconnected the server’s last word. */
export const useKnownUntil = (moment: number | undefined): number => {
  const now = useNow()
  const state = useValue(connection)
  if (moment !== undefined) return moment
  const local = performance.now()
  const until = knownUntil(state, local)
  return until === local ? now : clock.now(until)
}
