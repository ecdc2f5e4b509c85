import type { Grade } from '../../server/contract/views.ts'
import { armSound, play, soundArmed, soundDue } from '../finding/sound.ts'
import { live } from '../live/feed.ts'
import { createValue } from '../ui/subscribable.ts'

/** Minutes that a mute may last. There is no mute without an end. */
export const muteMinutes = [5, 15, 60] as const

export interface SoundState {
  readonly armed: boolean
  /** performance.now() at which sound comes back; undefined when it is not muted. */
  readonly mutedUntilMs: number | undefined
}
export const sound = createValue<SoundState>({ armed: false, mutedUntilMs: undefined })

export const arm = async (): Promise<void> => {
  await armSound()
  sound.set({ ...sound.get(), armed: soundArmed() })
}
export const mute = (minutes: number): void =>
  sound.set({ ...sound.get(), mutedUntilMs: performance.now() + minutes * 60_000 })
export const unmute = (): void => sound.set({ ...sound.get(), mutedUntilMs: undefined })
export const toggleMute = (): void => (sound.get().mutedUntilMs === undefined ? mute(muteMinutes[0]) : unmute())

/** Repeats each grade's sound until someone acknowledges. Returns how to stop. */
export const startSounding = (): (() => void) => {
  const last: Partial<Record<Grade, number>> = {}
  const timer = setInterval(() => {
    const { mutedUntilMs, armed } = sound.get()
    const nowMs = performance.now()
    if (mutedUntilMs !== undefined && nowMs >= mutedUntilMs) unmute()
    if (!armed || (mutedUntilMs !== undefined && nowMs < mutedUntilMs)) return
    const grade = soundDue(live.findings.values(), last, nowMs)
    if (grade === undefined) return
    last[grade] = nowMs
    play(grade)
  }, 500)
  return () => clearInterval(timer)
}
