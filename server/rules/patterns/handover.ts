import type { Watch } from '../../domain/duty/register.ts'
import type { DataOf } from '../../domain/observation/index.ts'
import type { Register } from '../../domain/register.ts'
import { hours, type Instant, minutes } from '../../domain/time.ts'
import { all, type CaseFile, type Seen } from './case-file.ts'
import { rosterKinds } from './watch.ts'

export const handoverKinds = [...rosterKinds, 'duty.handed-over'] as const
export type HandoverKind = (typeof handoverKinds)[number]

/** A handover may be written this long before or after the change. */
const AROUND_MS = hours(3)
/** The next watch follows when it begins within this time of the end. */
const FOLLOWS_MS = minutes(30)

type About = { readonly kind: string; readonly data: object; readonly observedAt: Instant }

/** The ending watches of officers that an observation is about. */
export const endingWatches = ({ kind, data, observedAt }: About, { duty }: Register): readonly string[] => {
  if (kind !== 'duty.handed-over') {
    const { duty: named } = data as { duty: string }
    const own = duty.assigned(named)?.data
    if (own?.role !== 'officer' || own.post === null) return []
    // A watch that is put in or taken out may be the one that another is handed over to.
    const before = duty
      .ofUnit(own.unit)
      .filter((w) => w.role === 'officer' && w.post === own.post && Math.abs(w.endsAt - own.startsAt) <= FOLLOWS_MS)
    return [...new Set([named, ...before.map((w) => w.duty)])]
  }
  const { from, unit, post } = data as { from: readonly string[]; unit: string; post: string | null }
  return duty
    .ofUnit(unit)
    .filter(
      (w) =>
        w.role === 'officer' &&
        from.includes(w.officer) &&
        w.post !== null &&
        (post === null || w.post === post) &&
        Math.abs(w.endsAt - observedAt) <= AROUND_MS,
    )
    .map((w) => w.duty)
}

/** The watch as it ends, and the officers who take over at the same post; undefined when nobody does. */
export const changeOf = (
  subject: string,
  { duty }: Register,
): { readonly watch: Watch; readonly next: readonly Watch[] } | undefined => {
  const watch = duty.watches(subject).at(-1)
  if (watch?.role !== 'officer' || watch.post === null) return undefined
  const next = duty
    .ofUnit(watch.unit)
    .filter(
      (w) =>
        w.duty !== subject &&
        w.role === 'officer' &&
        w.post === watch.post &&
        Math.abs(w.startsAt - watch.endsAt) <= FOLLOWS_MS,
    )
  return next.length === 0 ? undefined : { watch, next }
}

/** The handover of this change that both sides signed. */
export const signedHandover = (
  file: CaseFile<HandoverKind>,
  watch: Watch,
  next: readonly Watch[],
): Seen<'duty.handed-over'> | undefined =>
  all(file, 'duty.handed-over').find(({ data }) => isOfChange(data, watch, next) && isSigned(data))

type Handover = DataOf<'duty.handed-over'>

/** Whether a handover is the one from this watch to one that follows it. */
export const isOfChange = ({ from, to }: Handover, watch: Watch, next: readonly Watch[]): boolean =>
  from.includes(watch.officer) && next.some((w) => to.includes(w.officer))

/** Whether both sides signed. */
export const isSigned = ({ from, to, signedBy }: Handover): boolean =>
  from.some((o) => signedBy.includes(o)) && to.some((o) => signedBy.includes(o))

/** When the change is, as the clock of the duty to hand over. */
export const handoverBegins = (file: CaseFile<HandoverKind>, subject: string, register: Register) => {
  const change = changeOf(subject, register)
  if (!change) return undefined
  const { watch, next } = change
  return {
    at: watch.endsAt,
    seen: all(file, 'duty.assigned', 'duty.swapped').slice(-3),
    unit: watch.unit,
    officers: [...new Set([watch.officer, ...next.map((w) => w.officer)])],
    facts: { duty: watch.duty, post: watch.post, from: watch.officer, to: next.map((w) => w.officer).join(',') },
  }
}

export const handoverDone = (file: CaseFile<HandoverKind>, subject: string, register: Register) => {
  const change = changeOf(subject, register)
  return change && signedHandover(file, change.watch, change.next)
}
