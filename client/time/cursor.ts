import { clock } from '../live/feed.ts'
import { isoOf } from '../ui/format.ts'
import { place, setParams } from '../ui/location.ts'
import { createValue, useValue } from '../ui/subscribable.ts'

/** Live, or one instant of the past: the same for every panel. */
export type Cursor =
  | { readonly mode: 'live' }
  | { readonly mode: 'replay'; readonly at: number; readonly playing: boolean; readonly speed: Speed }

export const speeds = [1, 10, 60] as const
export type Speed = (typeof speeds)[number]

/** How far back the bar reaches. */
export const REACH_MS = 6 * 3_600_000

/** `2026-11-22T13:05:11+08:00` or nothing → cursor. An instant that cannot be read means live. */
export const cursorFrom = (at: string | undefined): Cursor => {
  const instant = at === undefined ? Number.NaN : Date.parse(at)
  return Number.isNaN(instant) ? { mode: 'live' } : { mode: 'replay', at: instant, playing: false, speed: 1 }
}

/** Where a playing cursor is after `elapsedMs` of the viewer's time; it stops at `now` and never passes it. */
export const advance = (c: Cursor, elapsedMs: number, now: number): Cursor => {
  if (c.mode === 'live' || !c.playing) return c
  const at = c.at + elapsedMs * c.speed
  return at >= now ? { ...c, at: now, playing: false } : { ...c, at }
}

export const cursor = createValue<Cursor>(cursorFrom(place.get().params.at))
export const useCursor = (): Cursor => useValue(cursor)

let written = place.get().params.at
/** The address follows, but not five times a second: browsers refuse more than a hundred in half a minute. */
const writeAddress = (): void => {
  const c = cursor.get()
  const at = c.mode === 'live' ? undefined : isoOf(c.at)
  if (at === written) return
  written = at
  setParams({ at })
}

place.subscribe(() => {
  const { at } = place.get().params
  if (at === written) return
  written = at
  cursor.set(cursorFrom(at))
})

export const backToLive = (): void => {
  cursor.set({ mode: 'live' })
  writeAddress()
}

/** Shows the past; from live this is how replay begins. The future cannot be shown. */
export const seek = (at: number): void => {
  const c = cursor.get()
  const bounded = Math.min(at, clock.now(performance.now()))
  const playing = c.mode === 'replay' && c.playing
  cursor.set({ mode: 'replay', at: bounded, playing, speed: c.mode === 'replay' ? c.speed : 1 })
  if (!playing) writeAddress()
}

export const setPlaying = (playing: boolean): void => {
  const c = cursor.get()
  if (c.mode === 'replay') cursor.set({ ...c, playing })
  if (!playing) writeAddress()
}

export const setSpeed = (speed: Speed): void => {
  const c = cursor.get()
  if (c.mode === 'replay') cursor.set({ ...c, speed })
}

let last = performance.now()
setInterval(() => {
  const nowMs = performance.now()
  cursor.set(advance(cursor.get(), nowMs - last, clock.now(nowMs)))
  last = nowMs
}, 200)
setInterval(writeAddress, 1_500)
