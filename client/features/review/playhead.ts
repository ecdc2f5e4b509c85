import { createValue, useValue } from '../../ui/subscribable.ts'
import { type Window, within } from './axis.ts'

/** Where the review is and how it runs. Below zero it runs backwards. */
export interface Playhead {
  readonly at: number
  readonly playing: boolean
  readonly rate: number
  /** The handles `[` and `]`: what a pin, a mark or an export takes. */
  readonly mark: { readonly from: number | null; readonly to: number | null }
}

export const rates = [0.25, 0.5, 1, 2, 4, 8, 16] as const
/** Pictures are ahead of nobody for longer than this: then the others go on without the late one. */
export const PATIENCE_MS = 5_000

export const playhead = createValue<Playhead>({ at: 0, playing: false, rate: 1, mark: { from: null, to: null } })
export const usePlayhead = (): Playhead => useValue(playhead)

export const resetPlayhead = (at: number): void =>
  playhead.set({ at, playing: false, rate: 1, mark: { from: null, to: null } })

export const seekTo = (at: number, range: Window): void => playhead.set({ ...playhead.get(), at: within(at, range) })

/** J and L: each press doubles in its direction; from the other direction it begins at one. */
export const shuttled = (p: Playhead, direction: 1 | -1): Playhead => {
  const same = p.playing && Math.sign(p.rate) === direction
  const speed = same ? Math.min(16, Math.abs(p.rate) * 2) : 1
  return { ...p, playing: true, rate: speed * direction }
}

/** Where it is after some time of the viewer's clock; it stops at the ends. */
export const moved = (p: Playhead, elapsedMs: number, range: Window): Playhead => {
  if (!p.playing) return p
  const at = p.at + elapsedMs * p.rate
  if (at <= range.from || at >= range.to) return { ...p, at: within(at, range), playing: false }
  return { ...p, at }
}

/** Sets a handle; one that passed the other pushes it away. */
export const withHandle = ({ at, mark, ...p }: Playhead, end: 'from' | 'to'): Playhead => {
  const second = Math.round(at / 1000) * 1000
  const from = end === 'from' ? second : mark.from
  const to = end === 'to' ? second : mark.to
  const crossed = from !== null && to !== null && to <= from
  return { ...p, at, mark: crossed ? (end === 'from' ? { from, to: null } : { from: null, to }) : { from, to } }
}
