import type { ApproverRank, MeasureKind } from '../../domain/observation/measure.ts'
import { hours, type Instant } from '../../domain/time.ts'
import { all, type CaseFile, first, last, type Seen } from '../patterns/case-file.ts'

/** What the clock of one stay is made of. */
export const clockKinds = [
  'person.arrived',
  'person.departed',
  'measure.started',
  'measure.decided',
  'measure.extended',
  'measure.ended',
] as const
export type ClockKind = (typeof clockKinds)[number]

const toCustody = (next: MeasureKind | null | undefined): boolean =>
  next === 'criminal-detention' || next === 'arrest' || next === 'administrative-detention'

export interface Extension {
  readonly fromHours: number
  readonly toHours: number
  readonly approvers: readonly ApproverRank[]
}

/**
 * 继续盘问 counts from the moment the person is brought to the police (规定第十一条), approval time
 * included, to the moment they are free or handed over. The earlier of gate and paper begins it.
 */
export const clockOf = (file: CaseFile<ClockKind>) => {
  const begun = first(file, 'measure.started', 'measure.decided')
  if (!begun) return undefined
  const arrived = first(file, 'person.arrived')
  // 可以自由离开 or handed over ends the time; a doctor or a scene to identify does not.
  const left = all(file, 'person.departed').findLast((d) => d.data.how !== 'taken-out' && d.data.how !== 'hospital')
  const ended = last(file, 'measure.ended')
  // Whoever is decided to be detained is under it until handed over: 至…移交有关监管场所执行之时止.
  const handedOver = left?.data.how === 'handed-to-custody' && toCustody(ended?.data.next) ? left.at : undefined
  const ends = [left?.at, handedOver ?? ended?.at].filter((x): x is number => x !== undefined)
  return { begun, arrived, endedAt: ends.length === 0 ? undefined : Math.min(...ends), left, ended }
}

/**
 * How far the hours were lawfully extended: each approval in time, by the right person, from the step before. One to
 * fewer hours than its step allows holds for those; one to more than any step allows, for the last step.
 */
export const extendedTo = (
  file: CaseFile<ClockKind>,
  arrivedAt: Instant,
  baseHours: number,
  ladder: readonly Extension[],
): { readonly limitHours: number; readonly relied: readonly Seen<'measure.extended'>[] } => {
  let limitHours = baseHours
  const relied: Seen<'measure.extended'>[] = []
  for (const approval of all(file, 'measure.extended')) {
    const { total, rank } = approval.data
    const step = ladder.find((s) => total.amount <= s.toHours) ?? ladder.at(-1)
    if (total.unit !== 'hour' || total.amount <= limitHours || !step?.approvers.includes(rank)) continue
    if (limitHours < step.fromHours || approval.at > arrivedAt + hours(limitHours)) continue
    limitHours = Math.min(total.amount, step.toHours)
    relied.push(approval)
  }
  return { limitHours, relied }
}
