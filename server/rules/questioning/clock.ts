import type { MeasureKind } from '../../domain/observation/measure.ts'
import type { Instant, Span } from '../../domain/time.ts'
import { all, type CaseFile, first } from '../patterns/case-file.ts'

export const clockKinds = [
  'person.arrived',
  'person.departed',
  'measure.started',
  'measure.extended',
  'measure.ended',
] as const
export type ClockKind = (typeof clockKinds)[number]

/** 传唤、投案、扭送: after each of them 询问查证 has the same limits (程序规定第七十条). */
export const questioningMeasures = [
  'summons-written',
  'summons-oral',
  'summons-forced',
  'surrender',
  'handed-over',
] as const
const isQuestioning = (kind: MeasureKind): boolean => (questioningMeasures as readonly MeasureKind[]).includes(kind)

/** The clock of one stay: when it began, what does not count, when it ended. */
export const clockOf = (file: CaseFile<ClockKind>) => {
  const begun = all(file, 'measure.started').find((m) => isQuestioning(m.data.kind))
  if (!begun) return undefined
  const arrived = first(file, 'person.arrived')
  const before = all(file, 'measure.started').some(
    (m) =>
      m.at < begun.at &&
      !isQuestioning(m.data.kind) &&
      m.data.kind !== 'protective-restraint' &&
      m.data.kind !== 'on-the-spot-check',
  )
  // After another measure in the same stay, 到案 for the summons is when it began.
  const startedAt = before ? begun.at : arrived?.at
  const left = all(file, 'person.departed').findLast((d) => d.data.how !== 'taken-out' && d.data.how !== 'hospital')
  const ended = all(file, 'measure.ended').find((m) => isQuestioning(m.data.kind))
  const ends = [left?.at, ended?.at].filter((x): x is number => x !== undefined)
  return {
    begun,
    arrived,
    startedAt,
    endedAt: ends.length === 0 ? undefined : Math.min(...ends),
    seen: [arrived, begun, left, ended],
    extensions: all(file, 'measure.extended').filter((m) => isQuestioning(m.data.kind)),
  }
}

/** 约束时间不计算在询问查证时间内: the stretches of protective restraint after `from`. */
export const restrained = (file: CaseFile<ClockKind>, from: Instant): Span[] =>
  all(file, 'measure.started')
    .filter((m) => m.data.kind === 'protective-restraint')
    .map((m) => ({
      from: Math.max(m.at, from),
      to: all(file, 'measure.ended').find((e) => e.data.measure === m.data.measure)?.at,
    }))

/** The instant at which `limitMs` of counted time are full, or undefined while the clock stands still. */
export const fullAt = (
  startedAt: Instant,
  limitMs: number,
  pauses: readonly Span[],
  now: Instant,
): Instant | undefined => {
  let left = limitMs
  let from = startedAt
  for (const pause of [...pauses].sort((a, b) => a.from - b.from)) {
    if (pause.from - from > left) return from + left
    left -= Math.max(0, pause.from - from)
    if (pause.to === undefined) return pause.from <= now ? undefined : from + left
    from = Math.max(from, pause.to)
  }
  return from + left
}
