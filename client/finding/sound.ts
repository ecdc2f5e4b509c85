import type { FindingView, Grade } from '../../server/contract/views.ts'
import { isUnseen } from './waiting.ts'

/** How often each grade sounds again until someone acknowledges it. */
export const repeatMs: Readonly<Record<Grade, number>> = { A: 6_000, B: 20_000, C: 60_000 }

/** In a flood no finding has a sound of its own, except grade A, which is never lost. */
export const FLOOD = 10

/**
 * Which grade should sound now, if any: the gravest that is unseen and due. Silence is not acknowledgement,
 * so muting is the caller's business and never changes what is due.
 */
export const soundDue = (
  findings: Iterable<FindingView>,
  lastAt: Readonly<Partial<Record<Grade, number>>>,
  nowMs: number,
): Grade | undefined => {
  const unseen = { A: 0, B: 0, C: 0 }
  for (const f of findings) if (isUnseen(f) && f.shelved === null) unseen[f.finding.grade]++
  const grade = (['A', 'B', 'C'] as const).find((g) => unseen[g] > 0)
  if (grade === undefined) return undefined
  const every = grade !== 'A' && unseen[grade] >= FLOOD ? repeatMs.C : repeatMs[grade]
  return nowMs - (lastAt[grade] ?? Number.NEGATIVE_INFINITY) >= every ? grade : undefined
}

/** Tones of each grade: `[hertz, seconds]`. Three quick high ones, two, one low. */
const tones: Readonly<Record<Grade, readonly (readonly [number, number])[]>> = {
  A: [
    [988, 0.12],
    [784, 0.12],
    [988, 0.12],
    [784, 0.2],
  ],
  B: [
    [659, 0.14],
    [880, 0.22],
  ],
  C: [[440, 0.18]],
}

let context: AudioContext | undefined
/** Browsers give sound only after a person asked for it. */
export const armSound = async (): Promise<void> => {
  context ??= new AudioContext()
  await context.resume()
}
export const soundArmed = (): boolean => context?.state === 'running'

export const play = (grade: Grade): void => {
  if (context === undefined || !soundArmed()) return
  let at = context.currentTime + 0.02
  for (const [hertz, seconds] of tones[grade]) {
    const [tone, volume] = [context.createOscillator(), context.createGain()]
    tone.type = 'triangle'
    tone.frequency.value = hertz
    volume.gain.setValueAtTime(0, at)
    volume.gain.linearRampToValueAtTime(0.22, at + 0.015)
    volume.gain.linearRampToValueAtTime(0, at + seconds)
    tone.connect(volume).connect(context.destination)
    tone.start(at)
    tone.stop(at + seconds)
    at += seconds + 0.04
  }
}
