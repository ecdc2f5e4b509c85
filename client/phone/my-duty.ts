import { useEffect, useRef, useState } from 'react'
import { io, type Socket } from 'socket.io-client'
import { type ClientMessages, LIVE_PATH, type ServerMessages } from '../../server/contract/live.ts'
import type { MyDutyView } from '../../server/contract/roll-call.ts'
import { leave } from '../session/session.ts'

/** The server speaks every few seconds; after this silence the page says that it is cut off. */
const SILENCE_MS = 12_000
/** While somebody looks at the page, it is in use. */
const HERE_MS = 60_000

export interface MyDuty {
  /** Undefined before the first word. */
  readonly view: MyDutyView | undefined
  readonly connected: boolean
  /** The house's clock now, carried on from its last word. */
  readonly now: number
  readonly show: (view: MyDutyView) => void
}

/** An officer's own duty and calls, kept up by the live feed; nothing of anybody else comes. */
export const useMyDuty = (): MyDuty => {
  const [view, setView] = useState<MyDutyView>()
  const [, setTick] = useState(0)
  const heardMs = useRef(0)
  const show = (next: MyDutyView): void => {
    heardMs.current = performance.now()
    setView((held) => (held && held.at > next.at ? held : next))
  }
  const shower = useRef(show)
  shower.current = show
  useEffect(() => {
    const socket: Socket<ServerMessages, ClientMessages> = io({
      path: LIVE_PATH,
      transports: ['websocket'],
      query: { page: 'phone' },
      reconnectionDelay: 500,
      reconnectionDelayMax: 5_000,
    })
    socket.on('duty', (next) => shower.current(next))
    socket.on('ended', ({ reason }) => leave(reason))
    const tick = setInterval(() => setTick((n) => n + 1), 500)
    const here = setInterval(() => {
      if (document.visibilityState === 'visible') socket.emit('here')
    }, HERE_MS)
    return () => {
      clearInterval(tick)
      clearInterval(here)
      socket.close()
    }
  }, [])
  const silentMs = performance.now() - heardMs.current
  return { view, connected: view !== undefined && silentMs < SILENCE_MS, now: (view?.at ?? 0) + silentMs, show }
}
