import { z } from 'zod'
import { gaps, type Interval } from '../../domain/custody/marks.ts'
import type { CustodyRegister } from '../../domain/custody/register.ts'
import { hours, type Instant, seconds } from '../../domain/time.ts'
import type { LocalSetting } from '../define-rule.ts'
import { actOf, type RecordKind } from './acts.ts'
import { all, type CaseFile } from './case-file.ts'

/** How far recorders may break off and clocks may differ: measurement, not law. */
export const continuity = z.object({ gapSeconds: z.number().nonnegative(), driftSeconds: z.number().nonnegative() })
export const continuityDefaults = { gapSeconds: 5, driftSeconds: 30 }
export const continuitySettings: readonly LocalSetting[] = [
  {
    param: 'gapSeconds',
    title: { zh: '录音录像间断容许值', en: 'Break in a recording that is tolerated' },
    unit: 'second',
  },
  {
    param: 'driftSeconds',
    title: { zh: '设备时钟误差容许值', en: 'Difference between clocks that is tolerated' },
    unit: 'second',
  },
]

export type Coverage =
  | { readonly is: 'whole'; readonly evidence: readonly number[] }
  | {
      readonly is: 'gap'
      readonly from: Instant
      readonly to: Instant
      readonly evidence: readonly number[]
      readonly none: boolean
    }
  /** Not long enough to be a gap yet: look again after `dueAt`. */
  | { readonly is: 'growing'; readonly from: Instant; readonly dueAt: Instant }
  | { readonly is: 'unseen' }

/**
 * Whether the act was recorded without a break from the person's entry into the room (from the act's
 * beginning when no door saw it) to the signature (to the end, or now, while unsigned). A gap counts
 * only where we know that the recorder would have told us: its sensor worked, or the recording is seen to
 * end before the gap or to begin after it and no sensor of the room was down.
 */
export const coverage = (
  file: CaseFile<RecordKind>,
  custody: CustodyRegister,
  now: Instant,
  { gapSeconds, driftSeconds }: z.infer<typeof continuity>,
): Coverage => {
  const act = actOf(file)
  if (!act) return { is: 'unseen' }
  const { room, person } = act.data
  const entry = room && person ? enteredAt(custody, room, person, act.started.at) : undefined
  const from = entry?.from ?? act.started.at
  const to = Math.max(act.signed?.at ?? 0, act.ended?.at ?? 0) || now
  const running = act.signed === undefined && act.ended === undefined
  // A recording that begins this very moment is there, whatever went before it.
  const begun = (r: Interval): boolean => r.from < to || (running && r.from === to)
  const runs = custody.recordings(room, act.data.act).filter((r) => begun(r) && (r.to === undefined || r.to > from))
  const evidence = [...runs.flatMap((r) => r.evidence), ...(entry?.evidence ?? [])]
  const drift = seconds(driftSeconds)
  const tolerated = (g: { from: Instant; to: Instant }): number =>
    // Only at the edges do two devices' clocks meet; inside, one recorder's own clock tells the break.
    (g.from === from ? drift : 0) + (g.to === to && !(running && g.from === from) ? drift : 0) || seconds(gapSeconds)

  let growing: Coverage | undefined
  let unseen = runs.length === 0 && !(room && custody.sees(room, 'recording', from, to))
  // A session just begun, or a recorder just stopped: the gap is still empty, and must be looked at again.
  const open = gaps(runs, from, to, 0)
  if (running && open.at(-1)?.to !== to && !runs.some((r) => r.to === undefined || r.to > to))
    open.push({ from: to, to })
  for (const gap of open) {
    if (!proven(gap, runs, room, custody)) {
      unseen ||= gap.to - gap.from > tolerated(gap)
      continue
    }
    if (gap.to - gap.from > tolerated(gap)) return { is: 'gap', ...gap, evidence, none: runs.length === 0 }
    if (running && gap.to === to) growing = { is: 'growing', from: gap.from, dueAt: gap.from + tolerated(gap) }
  }
  return growing ?? (unseen ? { is: 'unseen' } : { is: 'whole', evidence })
}

/** The person's presence in the room that the act took place in, when its door saw the entry shortly before. */
const enteredAt = (custody: CustodyRegister, room: string, person: string, startedAt: Instant) =>
  custody
    .presence(room)
    .find(
      (p) =>
        p.who === person &&
        p.from <= startedAt &&
        startedAt - p.from <= hours(1) &&
        (p.to === undefined || p.to >= startedAt),
    )

const proven = (
  gap: { from: Instant; to: Instant },
  runs: readonly Interval[],
  room: string | null,
  custody: CustodyRegister,
): boolean => {
  const watchers =
    room === null ? [] : custody.sensorsIn(room).filter((s) => custody.sensor(s)?.watches.includes('recording'))
  if (room !== null && watchers.length > 0) return custody.sees(room, 'recording', gap.from, gap.to)
  return runs.some((r) => r.to === gap.from || r.from === gap.to)
}

/** Whether the record explains a break or a change of place. */
export const explained = (file: CaseFile<RecordKind | 'act.explained'>): boolean =>
  all(file as CaseFile<'act.explained'>, 'act.explained').length > 0
