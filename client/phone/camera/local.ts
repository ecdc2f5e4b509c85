import type { HouseClock } from './house-clock.ts'
import { keep } from './store.ts'

/** Each piece is a file of its own, that can be played without the others. */
const PIECE_MS = 10_000
const BITS = { videoBitsPerSecond: 1_000_000, audioBitsPerSecond: 48_000 }
/** What the server can write as it is comes first. */
const TYPES = [
  'video/mp4;codecs=avc1.42E01F,mp4a.40.2',
  'video/mp4;codecs=avc1.42E01F,opus',
  'video/mp4',
  'video/webm;codecs=h264,opus',
  'video/webm;codecs=vp8,opus',
  'video/webm',
] as const

export const hexOf = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((b) => b.toString(16).padStart(2, '0')).join('')

/**
 * Records on the phone beside what is sent, piece after piece, whatever the network does. `kept` is told after each
 * with how many unsent ones had to go for it; `failed` when the phone cannot. Returns how to stop; resolves when the
 * last piece is kept.
 */
export const recordLocally = (
  stream: MediaStream,
  officer: string,
  clock: HouseClock,
  kept: (lost: number) => void,
  failed: (error: unknown) => void,
): (() => Promise<void>) => {
  const type = TYPES.find((one) => 'MediaRecorder' in window && MediaRecorder.isTypeSupported(one))
  if (type === undefined) {
    failed(new Error('no MediaRecorder'))
    return async () => {}
  }
  let stopped = false
  let recorder: MediaRecorder | undefined
  let last: Promise<void> = Promise.resolve()
  let timer: ReturnType<typeof setTimeout> | undefined

  const next = (): void => {
    const before = recorder
    try {
      const one = new MediaRecorder(stream, { mimeType: type, ...BITS })
      const parts: Blob[] = []
      let begunMs = performance.now()
      one.onstart = () => {
        begunMs = performance.now()
      }
      one.ondataavailable = ({ data }) => void parts.push(data)
      one.onerror = () => failed(new Error('MediaRecorder'))
      const done = new Promise<void>((resolve) => {
        one.onstop = () => {
          const endedMs = performance.now()
          save(new Blob(parts, { type }), begunMs, endedMs).catch(failed).finally(resolve)
        }
      })
      last = last.then(() => done)
      one.start()
      recorder = one
      timer = setTimeout(next, PIECE_MS)
    } catch (error) {
      failed(error)
    }
    // The next one runs before this one ends: there is no hole between them.
    if (before?.state === 'recording') before.stop()
  }

  const save = async (blob: Blob, begunMs: number, endedMs: number): Promise<void> => {
    const [from, to] = [clock.at(begunMs), clock.at(endedMs)]
    if (!from || !to || blob.size === 0) return
    const sha256 = hexOf(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()))
    const facts = { piece: crypto.randomUUID(), officer, startsAt: from.at, endsAt: to.at }
    const lost = await keep({
      ...facts,
      ...{ uncertaintyMs: to.uncertaintyMs, bytes: blob.size, sha256, type: blob.type, blob, confirmed: false },
    })
    kept(lost)
  }
  next()

  return async () => {
    if (stopped) return last
    stopped = true
    clearTimeout(timer)
    if (recorder?.state === 'recording') recorder.stop()
    return last
  }
}
