import { z } from 'zod'
import { grounds } from '../../domain/observation/measure.ts'
import { hours, type Instant } from '../../domain/time.ts'
import type { CaseFile, Seen } from '../patterns/case-file.ts'
import { type ClockKind, clockOf } from './clock.ts'

const tier = z.object({
  hours: z.number(),
  /** Any of these opens the tier. */
  anyOf: z.array(z.enum(grounds)),
  /** All of these are needed for it. */
  allOf: z.array(z.enum(grounds)),
})
export const tiers = z.object({ ordinaryHours: z.number(), longer: z.array(tier) })
export type Tiers = z.infer<typeof tiers>
type Tier = z.infer<typeof tier>
type Ground = (typeof grounds)[number]

const many: Tier = { hours: 12, anyOf: ['many-involved', 'identity-unknown'], allOf: [] }
const detention: Tier = { hours: 24, anyOf: [], allOf: ['complex', 'detention-possible'] }

/** 8 and 24 hours until the end of 2025; the tier of 12 hours exists from 2026 on. */
export const tierParams = [
  { from: '2006-03-01', value: { ordinaryHours: 8, longer: [detention] } },
  { from: '2026-01-01', value: { ordinaryHours: 8, longer: [many, detention] } },
]

export const allows = ({ anyOf, allOf }: Tier, named: readonly Ground[]): boolean =>
  allOf.every((g) => named.includes(g)) && (anyOf.length === 0 || anyOf.some((g) => named.includes(g)))

type Total = { readonly amount: number; readonly unit: 'hour' | 'day' | 'month' }

/** The tier that so many hours lie in; undefined beyond the longest. */
export const tierOf = ({ longer }: Tiers, { amount, unit }: Total): Tier | undefined =>
  unit === 'hour' ? longer.find((t) => amount <= t.hours) : undefined

/**
 * The longest tier whose ground is on the papers: named when the measure began, or in an extension decided
 * before the limit then in force. The statute asks for a ground, not for an approver: an extension gives no more than
 * its grounds carry. One that names no ground counts for the tier it lies in; whether a ground exists is another
 * rule's question.
 */
export const limitOf = (
  file: CaseFile<ClockKind>,
  law: Tiers,
  startedAt: Instant,
  notCounted: (limitMs: number) => Instant | undefined,
) => {
  const clock = clockOf(file)
  let limitHours = law.ordinaryHours
  const relied: Seen<'measure.extended'>[] = []
  if (!clock) return { limitHours, relied }
  for (const t of law.longer) if (allows(t, clock.begun.data.grounds)) limitHours = Math.max(limitHours, t.hours)
  for (const e of clock.extensions) {
    const { grounds, total } = e.data
    const most = total.unit === 'hour' ? (tierOf(law, total) ?? law.longer.at(-1)) : undefined
    const t = law.longer.findLast(
      (one) => most && one.hours <= most.hours && (grounds.length === 0 || allows(one, grounds)),
    )
    const full = notCounted(hours(limitHours))
    if (!t || t.hours <= limitHours || (full !== undefined && e.at > full) || e.at < startedAt - hours(24)) continue
    limitHours = t.hours
    relied.push(e)
  }
  return { limitHours, relied }
}
