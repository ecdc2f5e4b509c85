import type { StayDetail } from '../../../server/contract/custody.ts'

/** A stretch on a track. `to` null: it goes on. */
export interface Bar {
  readonly key: string
  readonly from: number
  readonly to: number | null
  /** Decides the look: on, off, unknown, plain, strong, planned. */
  readonly look: 'on' | 'off' | 'unknown' | 'plain' | 'strong' | 'planned'
  readonly label: string
  readonly hint: string
}
/** A moment on a track. */
export interface Point {
  readonly key: string
  readonly at: number
  readonly look: 'tick' | 'meal' | 'approval' | 'refusal' | 'due' | 'over'
  readonly hint: string
}
export interface Track {
  readonly id: string
  /** Each line its own list of bars that do not lie over each other. */
  readonly lines: readonly (readonly Bar[])[]
  readonly points: readonly Point[]
}

/** Puts bars that overlap on lines of their own, as few as it takes; at most `most`, the rest on the last. */
export const stacked = (bars: readonly Bar[], now: number, most = 4): Bar[][] => {
  const lines: Bar[][] = []
  for (const bar of [...bars].sort((a, b) => a.from - b.from)) {
    const free = lines.find((line) => (line.at(-1)!.to ?? now) <= bar.from)
    if (free) free.push(bar)
    else if (lines.length < most) lines.push([bar])
    else lines.at(-1)!.push(bar)
  }
  return lines
}

export type Zoom = 'stay' | 'all' | '8h' | '1h'
const HOUR = 3_600_000

/** The stretch of time that is drawn. What comes next is in the picture as far as the soonest end. */
export const windowOf = (d: StayDetail, zoom: Zoom, now: number): readonly [from: number, to: number] => {
  if (zoom === '1h') return [now - HOUR, now + HOUR / 4]
  if (zoom === '8h') return [now - 8 * HOUR, now + HOUR]
  const end = d.stay.departedAt ?? now
  const ends = d.stay.deadlines.find((x) => x.ends)?.dueAt
  const arrived = d.stay.arrivedAt ?? now
  // What is to come may not squeeze what happened: an end further away than that lies outside the picture.
  const ahead = ends !== undefined && ends - now < Math.max(2 * HOUR, now - arrived) ? ends : end
  const signed = d.approvals.filter((a) => a.at < arrived && a.at > arrived - 3 * HOUR).map((a) => a.at)
  const starts = [
    arrived,
    ...signed,
    ...(zoom === 'all'
      ? [...d.stays.map((s) => s.arrivedAt ?? now), ...d.measures.map((m) => m.startedAt ?? now)]
      : []),
  ]
  const from = Math.min(...starts)
  const to = Math.max(end, ahead, from + HOUR / 2)
  const air = (to - from) * 0.03
  return [from - air, to + air]
}

const steps = [1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 1440, 2880, 10_080].map((m) => m * 60_000)
/** Instants for the marks of the axis: whole units of China's clock, at least `apartPx` from each other. */
export const marksOf = (from: number, to: number, widthPx: number, apartPx = 90): readonly number[] => {
  const step = steps.find((s) => (s / (to - from)) * widthPx >= apartPx) ?? steps.at(-1)!
  const first = Math.ceil((from + 8 * HOUR) / step) * step - 8 * HOUR
  const marks: number[] = []
  for (let at = first; at <= to; at += step) marks.push(at)
  return marks
}
