import type { SegmentView } from '../../../server/contract/recordings.ts'
import { pieceAt, segmentAt } from './axis.ts'

/** What a picture does now. `gap`: nothing was recorded at this moment. */
export type PlayerState = 'shown' | 'loading' | 'gap' | 'failed'

const MOST_BYTES = 6_000_000
/** Kept behind the playhead, so that stepping back is quick. */
const BEHIND_S = 20
const AHEAD_MS = 8_000
/** Fragments that touch may be a rounding apart. */
const SEAM_S = 0.06
/** Beyond this a running picture is set anew instead of being hurried. */
const DRIFT_S = 0.25

export interface PlayerOptions {
  readonly video: HTMLVideoElement
  /** The axis instant, ms, at which the player's own time is zero. */
  readonly origin: number
  readonly bytes: (url: string, offset: number, length: number) => Promise<ArrayBuffer>
  readonly changed: (state: PlayerState, error: Error | undefined) => void
  /** Told the axis instant of each frame as it is really drawn. */
  readonly drawn: (at: number) => void
}

/**
 * One source on the axis: fetches fragments of sealed segments, appends them where they belong in time, and keeps
 * the picture at the playhead. The playhead leads; a picture never does.
 */
export const createPlayer = ({ video, origin, bytes, changed, drawn }: PlayerOptions) => {
  const media = new MediaSource()
  const address = URL.createObjectURL(media)
  video.src = address
  let buffer: SourceBuffer | undefined
  let mime = ''
  let initOf: number | undefined
  let busy = false
  let closed = false
  let state: PlayerState = 'loading'
  let failure: Error | undefined
  let segments: readonly SegmentView[] = []
  let target = 0
  /** Pieces that were appended and still left their moment empty. */
  const barren = new Set<string>()

  const become = (next: PlayerState, error?: Error): void => {
    if (next === state && error === failure) return
    state = next
    failure = error
    changed(next, error)
  }
  const opened = new Promise<void>((resolve) => media.addEventListener('sourceopen', () => resolve(), { once: true }))
  const settled = (sb: SourceBuffer): Promise<void> =>
    new Promise((resolve, reject) => {
      const end = (): void => {
        sb.removeEventListener('updateend', end)
        sb.removeEventListener('error', fail)
        resolve()
      }
      const fail = (): void => {
        sb.removeEventListener('updateend', end)
        sb.removeEventListener('error', fail)
        reject(new Error('the picture could not be decoded'))
      }
      sb.addEventListener('updateend', end)
      sb.addEventListener('error', fail)
    })
  const append = async (sb: SourceBuffer, data: ArrayBuffer): Promise<void> => {
    const done = settled(sb)
    sb.appendBuffer(data)
    await done
  }

  /** How far, in the player's seconds, the picture is held from `s` on without a break. */
  const heldUntil = (s: number): number => {
    const ranges = video.buffered
    let until = s
    for (let i = 0; i < ranges.length; i++)
      if (ranges.start(i) <= until + SEAM_S && ranges.end(i) > until) until = ranges.end(i)
    return until
  }

  const drop = async (sb: SourceBuffer): Promise<void> => {
    const ranges = video.buffered
    for (let i = 0; i < ranges.length; i++) {
      const [from, to] = [ranges.start(i), ranges.end(i)]
      const before = Math.min(to, target - BEHIND_S)
      if (before > from + 1) {
        const done = settled(sb)
        sb.remove(from, before)
        return done
      }
      if (from > target + 180) {
        const done = settled(sb)
        sb.remove(from, to)
        return done
      }
    }
  }

  /**
   * A file's last frame is said to last as long as the one before it, and may reach over the first of the next file.
   * A browser that held that one throws it away, with all that hangs on it, and still says that it is held: seeking
   * there would show a later moment. What was held beyond the end of a file is fetched anew.
   */
  const forgetBeyond = async (sb: SourceBuffer, end: number): Promise<void> => {
    const ranges = video.buffered
    if (ranges.length === 0 || ranges.end(ranges.length - 1) <= end + SEAM_S) return
    const done = settled(sb)
    sb.remove(end, Number.POSITIVE_INFINITY)
    await done
  }

  const fetchMore = async (aheadMs: number): Promise<void> => {
    if (busy || closed) return
    const until = heldUntil(target)
    if (until - target > aheadMs / 1000) return
    const nextAt = origin + Math.round(until * 1000) + (until > target ? 5 : 0)
    const piece = pieceAt(segments, nextAt, aheadMs, MOST_BYTES)
    if (!piece) return
    const key = `${piece.segment.seq} ${piece.offset}`
    if (barren.has(key)) return
    busy = true
    try {
      await opened
      const { segment } = piece
      buffer ??= media.addSourceBuffer(segment.mime)
      if (mime === '') mime = segment.mime
      if (mime !== segment.mime) {
        buffer.changeType(segment.mime)
        mime = segment.mime
        initOf = undefined
      }
      const fresh = initOf !== segment.seq
      const init = fresh ? await bytes(segment.url, 0, segment.initBytes) : undefined
      const data = await bytes(segment.url, piece.offset, piece.bytes)
      if (closed) return
      await drop(buffer)
      buffer.timestampOffset = (segment.from - origin) / 1000 - segment.mediaStartS
      if (init) {
        await append(buffer, init)
        initOf = segment.seq
      }
      await append(buffer, data)
      const [, lastAt, lastBytes] = segment.fragments.at(-1)!
      if (piece.offset + piece.bytes >= lastAt + lastBytes) await forgetBeyond(buffer, (segment.to - origin) / 1000)
      if (heldUntil(until + 0.005) <= until + 0.005) barren.add(key)
      become(heldUntil(target) > target ? 'shown' : 'loading')
    } catch (error) {
      if (!closed) become('failed', error instanceof Error ? error : new Error(String(error)))
    } finally {
      busy = false
    }
  }

  const follow = (playing: boolean, rate: number): void => {
    if (!playing || rate <= 0) {
      if (!video.paused) video.pause()
      if (!video.seeking && Math.abs(video.currentTime - target) > 0.0005) video.currentTime = target
      return
    }
    const drift = video.currentTime - target
    if (Math.abs(drift) > DRIFT_S * Math.max(1, rate)) video.currentTime = target
    const hurried = rate * (1 - Math.max(-0.2, Math.min(0.2, drift)))
    if (Math.abs(video.playbackRate - hurried) > 0.01) video.playbackRate = Math.max(0.0625, Math.min(16, hurried))
    if (video.paused) video.play().catch(() => undefined) // a picture that may not play yet is set by hand
  }

  const watch = (): void => {
    if (closed || !('requestVideoFrameCallback' in video)) return
    video.requestVideoFrameCallback((_, { mediaTime }) => {
      drawn(origin + Math.round(mediaTime * 1000))
      watch()
    })
  }
  watch()

  return {
    /** Every animation frame: what is known of the recording, where the picture should be (ms on the axis), how it runs. */
    show: (known: readonly SegmentView[], sure: boolean, at: number, playing: boolean, rate: number): void => {
      segments = known
      target = (at - origin) / 1000
      if (segmentAt(known, at) === undefined) {
        if (!video.paused) video.pause()
        become(sure ? 'gap' : 'loading')
      } else {
        // Fragments arrive whole: their last frame's end may be a rounding before the segment's.
        const held = heldUntil(target) > target || (heldUntil(target - SEAM_S) > target - SEAM_S && busy)
        if (state !== 'failed') become(held ? 'shown' : 'loading')
        if (held) follow(playing, rate)
      }
      if (state !== 'failed') void fetchMore(AHEAD_MS * Math.max(1, Math.min(8, Math.abs(rate))))
    },
    retry: (): void => {
      failure = undefined
      state = 'loading'
      barren.clear()
      changed('loading', undefined)
    },
    state: (): PlayerState => state,
    close: (): void => {
      closed = true
      video.removeAttribute('src')
      video.load()
      URL.revokeObjectURL(address)
    },
  }
}
export type Player = ReturnType<typeof createPlayer>
