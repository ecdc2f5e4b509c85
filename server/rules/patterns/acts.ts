import type { ObservationKind } from '../../domain/observation/index.ts'
import type { Register } from '../../domain/register.ts'
import type { Instant } from '../../domain/time.ts'
import { hours } from '../../domain/time.ts'
import { all, type CaseFile, first, last, type Seen } from './case-file.ts'

/** What the record tells of one act. */
export const recordKinds = ['act.started', 'act.joined', 'act.left', 'act.ended', 'act.signed'] as const
export type RecordKind = (typeof recordKinds)[number]
/** What doors and badges tell of its room. */
export const doorKinds = ['room.entered', 'room.left'] as const
/** What recorders and their sensors tell. */
export const recorderKinds = [
  'recording.started',
  'recording.stopped',
  'recording.signal-lost',
  'recording.signal-restored',
] as const
export const sensorKinds = ['sensor.installed', 'sensor.failed', 'sensor.restored'] as const

/** Long enough for someone to be in the room before the act begins, and to leave after it ends. */
const AROUND_MS = hours(1)

/**
 * The acts an observation bears on: the one it names, or those going on in its room about that time.
 * `wanted` keeps acts of other kinds out of the rule's memory.
 */
export const actsOf =
  (wanted: (act: { readonly kind: string; readonly caseType: string }) => boolean) =>
  (
    o: { readonly kind: ObservationKind; readonly observedAt: Instant; readonly data: object },
    { custody }: Register,
  ): readonly string[] => {
    const data = o.data as Readonly<Record<string, unknown>>
    if (typeof data.act === 'string') {
      const known = o.kind === 'act.started' ? (data as { kind: string; caseType: string }) : custody.act(data.act)
      return known === undefined || wanted(known) ? [data.act] : []
    }
    // Any word of a recording bears on the act and the room that its other entries named.
    const recorded =
      (o.kind.startsWith('recording.') || o.kind === 'footage.deleted') && typeof data.recording === 'string'
        ? custody.recordingPlace(data.recording)
        : undefined
    const its = recorded?.act ? custody.act(recorded.act) : undefined
    // Of the person, and of where custody has them: news that bear on every act they were in.
    if (o.kind === 'person.described' || o.kind.startsWith('custody.'))
      return custody.deedsOf('act.started', String(data.person)).filter((id) => {
        const act = custody.act(id)
        return act !== undefined && wanted(act)
      })
    const rooms =
      typeof data.room === 'string'
        ? [data.room]
        : typeof data.sensor === 'string'
          ? [custody.sensor(data.sensor)?.room]
          : []
    const came = typeof data.who === 'string' ? custody.whereabouts(data.who)?.from : undefined
    const near = [...rooms, recorded?.room, came].filter((r): r is string => typeof r === 'string')
    const there = [...new Set(near)].flatMap((room) =>
      custody
        .actsIn(room)
        .filter(
          (a) =>
            wanted(a) &&
            a.startedAt - AROUND_MS <= o.observedAt &&
            (a.endedAt === undefined || o.observedAt <= a.endedAt + AROUND_MS),
        )
        .map((a) => a.act),
    )
    return its && wanted(its) ? [...new Set([its.act, ...there])] : there
  }

/** The act as the record has it: its beginning, its end, and the time that its recording must reach. */
export const actOf = <K extends ObservationKind>(file: CaseFile<K | RecordKind>) => {
  const own = file as CaseFile<RecordKind>
  const started = first(own, 'act.started')
  if (!started) return undefined
  const ended = last(own, 'act.ended')
  const signed = last(own, 'act.signed')
  return { started, ended, signed, data: started.data, endedAt: ended?.at ?? signed?.at }
}

/** The officers whom the record names as present at `at`. */
export const namedAt = (file: CaseFile<RecordKind>, started: Seen<'act.started'>, at: Instant): string[] => {
  const present = new Set(started.data.officers)
  for (const seen of all(file, 'act.joined', 'act.left')) {
    if (seen.at > at) break
    if (!seen.data.officer) continue
    if (seen.kind === 'act.left') present.delete(seen.data.officer)
    else present.add(seen.data.officer)
  }
  return [...present]
}
