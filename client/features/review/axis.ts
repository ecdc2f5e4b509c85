import type { Fragment, SegmentView, SpanView } from '../../../server/contract/recordings.ts'

/** The stretch of the axis that is shown. */
export interface Window {
  readonly from: number
  readonly to: number
}

/** No deeper: a frame is then some pixels wide. */
const CLOSEST_MS = 10_000

export const shareOf = (at: number, { from, to }: Window): number => (at - from) / (to - from)
export const instantAt = (share: number, { from, to }: Window): number =>
  Math.round(from + Math.max(0, Math.min(1, share)) * (to - from))
export const within = (at: number, { from, to }: Window): number => Math.max(from, Math.min(to, at))

/** `factor` below 1 looks closer, around an instant that stays under the pointer; never beyond the review's range. */
export const zoomed = (shown: Window, around: number, factor: number, range: Window): Window => {
  const length = Math.max(Math.min(CLOSEST_MS, range.to - range.from), (shown.to - shown.from) * factor)
  if (length >= range.to - range.from) return range
  const from = within(around - shareOf(around, shown) * length, { from: range.from, to: range.to - length })
  return { from, to: from + length }
}

/** The window moved so that `at` is in it; the same one when it is already. */
export const following = (shown: Window, at: number, range: Window): Window => {
  if (at >= shown.from && at <= shown.to) return shown
  const length = shown.to - shown.from
  const from = within(at - length * 0.1, { from: range.from, to: Math.max(range.from, range.to - length) })
  return { from, to: from + length }
}

const STEPS_S = [1, 5, 10, 30, 60, 300, 600, 1800, 3600, 10_800, 21_600, 86_400]
/** Round instants of China's clock, at most a dozen. */
export const ticksOf = ({ from, to }: Window): readonly number[] => {
  const step = (STEPS_S.find((s) => (to - from) / (s * 1000) <= 12) ?? 86_400) * 1000
  // China's midnight is 16:00 UTC: days must begin there, shorter steps do anyway.
  const shift = 8 * 3_600_000
  const first = Math.ceil((from + shift) / step) * step - shift
  return Array.from({ length: Math.max(0, Math.floor((to - first) / step) + 1) }, (_, i) => first + i * step)
}

/** The segment that holds the instant: its first moment included, its end not. */
export const segmentAt = (segments: readonly SegmentView[], at: number): SegmentView | undefined =>
  // What was recorded here weighs more than what a phone brought of the same moment.
  segments.findLast((s) => s.from <= at && at < s.to && !s.late) ?? segments.findLast((s) => s.from <= at && at < s.to)

export const spanAt = (spans: readonly SpanView[], at: number): SpanView | undefined =>
  spans.findLast((s) => s.from <= at && at < s.to)

/** A run of bytes to fetch at once: fragments of one segment that lie next to each other. */
export interface Piece {
  readonly segment: SegmentView
  readonly offset: number
  readonly bytes: number
  /** The instant of the first fragment. */
  readonly at: number
}

/** The fragment of a segment that shows the instant; fragments begin with key frames. */
const fragmentAt = (fragments: readonly Fragment[], at: number): number => {
  let low = 0
  let high = fragments.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (fragments[middle]![0] <= at) low = middle + 1
    else high = middle
  }
  return Math.max(0, low - 1)
}

/** What to fetch so that `at` and some time after it can be shown; undefined where nothing is recorded. */
export const pieceAt = (
  segments: readonly SegmentView[],
  at: number,
  aheadMs: number,
  mostBytes: number,
): Piece | undefined => {
  const segment = segmentAt(segments, at)
  if (!segment || segment.fragments.length === 0) return undefined
  const { fragments } = segment
  const first = fragmentAt(fragments, at)
  const [begins, offset] = fragments[first]!
  let bytes = fragments[first]![2]
  for (let i = first + 1; i < fragments.length; i++) {
    const [fragmentAtMs, , size] = fragments[i]!
    if (fragmentAtMs > at + aheadMs || bytes + size > mostBytes) break
    bytes += size
  }
  return { segment, offset, bytes, at: begins }
}

/** The next moment at which any of the lines has a picture; undefined when none has. Playing jumps there from a gap. */
export const nextPicture = (lines: Iterable<readonly SpanView[]>, at: number): number | undefined => {
  let next: number | undefined
  for (const spans of lines)
    for (const { from, to, is } of spans) {
      if (is !== 'recorded' || to <= at) continue
      const begins = Math.max(from, at)
      if (next === undefined || begins < next) next = begins
    }
  return next
}
