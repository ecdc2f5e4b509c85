import type { Coverage, CoverageSpan, RecorderView } from '../../contract/custody.ts'
import { type Interval, union } from '../../domain/custody/marks.ts'
import type { WatchKind } from '../../domain/observation/case-area.ts'
import type { Register } from '../../domain/register.ts'
import type { Instant } from '../../domain/time.ts'
import type { CustodyMemory, Said } from './memory.ts'

/** Somebody's time in a room. */
export interface Segment {
  readonly room: string
  readonly from: Instant
  readonly to: Instant | null
}

const holds = (all: readonly Interval[], at: Instant): boolean =>
  all.some((i) => i.from <= at && (i.to === undefined || at < i.to))

const lastSaid = (said: readonly Said[] | undefined, at: Instant): Said | undefined => said?.findLast((s) => s.at <= at)

/** The sensors of a room that watch `what`. */
const watching = (room: string, what: WatchKind, { custody }: Register): readonly string[] =>
  custody.sensorsIn(room).filter((s) => {
    const sensor = custody.sensor(s)
    return sensor?.room === room && sensor.watches.includes(what)
  })

/** Why nothing that works watches `what` in the room at `at`. */
const blindness = (room: string, what: WatchKind, register: Register, memory: CustodyMemory, at: Instant): string => {
  const sensors = watching(room, what, register)
  for (const sensor of sensors) {
    const last = lastSaid(memory.sensors[sensor], at)
    if (last && !last.on && last.why !== null) return last.why
  }
  return 'no-sensor'
}

/**
 * How a room was covered over a stretch of time: on, off with how it ended, or unknown with what is broken.
 * What a broken sensor said before it broke proves nothing of the time after.
 */
export const coverageOf = (
  what: 'recording' | 'entry',
  { room, from, to }: Segment,
  now: Instant,
  register: Register,
  memory: CustodyMemory,
): CoverageSpan[] => {
  const until = to ?? now
  const sight = register.custody.watched(room, what)
  const installed = watching(room, what, register).length > 0
  const tapes = what === 'recording' ? tapesOf(room, register) : []
  const edges = [...sight, ...tapes].flatMap((i) => [i.from, ...(i.to === undefined ? [] : [i.to])])
  const causes = (memory.recorders[room] ?? []).map((s) => s.at)
  const cuts = [...new Set([from, ...edges, ...causes])].filter((at) => at >= from && at < until).sort((a, b) => a - b)
  const spans: CoverageSpan[] = []
  cuts.forEach((start, i) => {
    const end = cuts[i + 1] ?? to
    const state = stateAt(what, start)
    const last = spans.at(-1)
    if (last && last.state === state.state && last.cause === state.cause) spans[spans.length - 1] = { ...last, to: end }
    else spans.push({ room, from: start, to: end, ...state })
  })
  return spans

  function stateAt(kind: typeof what, at: Instant): { state: Coverage; cause: string | null } {
    const seen = holds(sight, at)
    const unknown = { state: 'unknown', cause: blindness(room, kind, register, memory, at) } as const
    if (kind === 'entry') return seen ? { state: 'on', cause: null } : unknown
    if (installed && !seen) return unknown
    if (holds(tapes, at)) return { state: 'on', cause: null }
    return installed ? { state: 'off', cause: lastSaid(memory.recorders[room], at)?.why ?? null } : unknown
  }
}

/** When the room was recorded, by its own recorder or by one that belongs to an act in it. */
const tapesOf = (room: string, register: Register): Interval[] => {
  const acts = register.custody.actsIn(room)
  return union([
    ...register.custody.recordings(room, ''),
    ...acts.flatMap((a) => register.custody.recordings(null, a.act).map((i) => ({ ...i, to: i.to ?? a.endedAt }))),
  ])
}

/** The recorder of a room now, as far as anybody can know. */
export const recorderOf = (room: string, now: Instant, register: Register, memory: CustodyMemory): RecorderView => {
  const [span] = coverageOf('recording', { room, from: now, to: null }, now + 1, register, memory)
  const { state, cause } = span ?? { state: 'unknown' as const, cause: 'no-sensor' }
  const since =
    state === 'unknown'
      ? lastOf(
          watching(room, 'recording', register).flatMap((s) => memory.sensors[s] ?? []),
          false,
          now,
        )
      : (tapesOf(room, register).findLast((i) => (state === 'on' ? i.from : (i.to ?? now)) <= now)?.[
          state === 'on' ? 'from' : 'to'
        ] ?? null)
  return { state, since: since ?? null, cause }
}

const lastOf = (said: readonly Said[], on: boolean, now: Instant): Instant | null =>
  said.findLast((s) => s.on === on && s.at <= now)?.at ?? null

/** Whether some source that works tells us of `what` at all. */
export const feedOf = (what: WatchKind, now: Instant, { custody }: Register): Coverage =>
  custody.feeds(what, now) ? 'on' : 'unknown'
