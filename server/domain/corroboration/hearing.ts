import { AHEAD_MS, type Entry } from '../entry.ts'
import type { Register } from '../register.ts'
import { days, type Instant } from '../time.ts'
import { claimOf } from './claim.ts'
import { corroborate } from './corroborate.ts'
import type { Matrix } from './matrix.ts'
import { type Fix, type Handover, type Heard, handoverOf, sourcesOf } from './sources.ts'

/** Evidence that comes later than this after the end of an act is not waited for: doors are forgotten soon after. */
export const SETTLED_MS = days(3)

/** Where a device said it was; undefined for other entries, and where its clock cannot be right. */
const fixOf = ({ seq, recordedAt, observation: o }: Entry): Fix | undefined => {
  if (o.kind !== 'position.reported' || o.data.carrier === null || o.observedAt > recordedAt + AHEAD_MS)
    return undefined
  const { device, carrier, position, accuracyM, mocked } = o.data
  return { seq, at: o.observedAt, device, carrier, position, accuracyM, mocked: mocked ?? false }
}

/** Listens to a journal, in its order, and holds every act it tells of against the other sources. */
export const createHearing = () => {
  const acts = new Map<string, Entry[]>()
  const told = new Map<string, Matrix>()
  const handovers: Handover[] = []
  let fixes: Fix[] = []
  let counts: (Heard['counts'][number] & { readonly room: string })[] = []
  let swept = 0

  const hold = (act: string, entries: readonly Entry[], register: Register, now: Instant): void => {
    const claim = claimOf(act, entries)
    if (!claim) return
    const heard = { fixes, handovers, counts: counts.filter((c) => c.room === claim.room) }
    told.set(act, corroborate(claim, sourcesOf(claim, register, heard, { now })))
  }
  const endOf = (entries: readonly Entry[]): Instant | undefined =>
    entries.findLast((e) => e.observation.kind === 'act.ended' || e.observation.kind === 'act.signed')?.observation
      .observedAt

  return {
    /** Before the register takes the entry: what has been over for long is judged by what was known until then. */
    take: (entry: Entry, register: Register): void => {
      const { recordedAt, observation: o } = entry
      if (recordedAt - swept > days(1)) {
        swept = recordedAt
        let oldest = recordedAt
        for (const [act, entries] of acts) {
          const end = endOf(entries)
          if (end !== undefined && end < recordedAt - SETTLED_MS) {
            if (!told.has(act)) hold(act, entries, register, recordedAt)
            acts.delete(act)
          } else oldest = Math.min(oldest, ...entries.map((e) => e.observation.observedAt))
        }
        // An act told late may have begun before.
        const before = Math.min(oldest, recordedAt - SETTLED_MS)
        fixes = fixes.filter((f) => f.at >= before)
        counts = counts.filter((c) => c.at >= before)
      }
      if (o.kind.startsWith('act.') && 'act' in o.data && o.data.act !== null) {
        const entries = acts.get(o.data.act)
        if (entries) entries.push(entry)
        else acts.set(o.data.act, [entry])
      }
      if (o.kind === 'room.counted')
        counts.push({ seq: entry.seq, at: o.observedAt, people: o.data.people, room: o.data.room })
      const fix = fixOf(entry)
      if (fix) fixes.push(fix)
      const handover = handoverOf(entry)
      if (handover) handovers.push(handover)
    },
    /** Every act of which the beginning is known, by its beginning, as the sources stood at `now`. */
    matrices: (register: Register, now: Instant): readonly Matrix[] => {
      for (const [act, entries] of acts) hold(act, entries, register, now)
      return [...told.values()].sort((a, b) => a.claim.from - b.claim.from)
    },
  }
}
