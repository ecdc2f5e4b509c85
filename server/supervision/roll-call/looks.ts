import { distanceM } from '../../domain/geometry/metric.ts'
import type { Row, RowFix } from '../../domain/roll-call/state.ts'
import { type Instant, seconds } from '../../domain/time.ts'

/** A radio to be asked where it is. */
export interface Look {
  readonly target: string
  readonly radio: string
}

/** How long an asked radio is waited for before it is asked again. */
const AGAIN_MS = seconds(30)
/** Radios of different posts that may have been nearer than this at one instant are looked at again, both at once. */
const SUSPICIOUS_M = 60
/** What a car drives between two looks that were not at one instant; more than so long apart says no more. */
const FASTEST_M_A_SECOND = 40
const MOST_SKEW_MS = seconds(15)
/** So long two are looked at: one look proves nothing, and of two that drive the first ones lie seconds apart. */
const SPAN_MS = seconds(95)

const radioOf = ({ answers }: Row): string | null => answers.find((a) => a.radio !== null)?.radio ?? null
const fixesOf = (row: Row, radio: string): readonly RowFix[] =>
  row.fixes.filter((f) => f.device === radio && f.at >= row.at)

/** Whether two that are called may well be together: in one house, or of one crew. Two patrols of one unit may not. */
const mayBeTogether = (a: Row, b: Row): boolean =>
  (a.unit === b.unit && a.post !== 'patrol' && b.post !== 'patrol') ||
  (a.carrier !== null && a.carrier === b.carrier) ||
  a.officers.some((o) => b.officers.includes(o))

/** Whether the newest place of one may be where the other was at that time. */
const suspicious = (last: RowFix, others: readonly RowFix[]): boolean => {
  const [nearest] = others.toSorted((a, b) => Math.abs(a.at - last.at) - Math.abs(b.at - last.at))
  if (!nearest) return false
  const skewMs = Math.min(Math.abs(nearest.at - last.at), MOST_SKEW_MS)
  return distanceM(nearest.place, last.place) <= SUSPICIOUS_M + FASTEST_M_A_SECOND * (skewMs / 1_000)
}

interface Present {
  readonly row: Row
  readonly radio: string
  readonly fixes: readonly RowFix[]
}
const presentIn = (rows: readonly Row[]): readonly Present[] =>
  rows.flatMap((row) => {
    const radio = radioOf(row)
    return radio === null ? [] : [{ row, radio, fixes: fixesOf(row, radio) }]
  })
/** Who may be carried by one and the same person with `one`. */
const partnersOf = ({ row, fixes }: Present, all: readonly Present[]): readonly Present[] => {
  const last = fixes.at(-1)
  if (last === undefined) return []
  return all.filter((o) => o.row.target !== row.target && !mayBeTogether(row, o.row) && suspicious(last, o.fixes))
}

/**
 * Whose radios are to be asked for their place now: everybody who answered by radio once, so that the answer can be held
 * against the post; and two that may be at one place, both at once, again and again for a while, because one look proves
 * nothing. `asked` says when each was asked last.
 */
export const looksDue = (rows: readonly Row[], asked: ReadonlyMap<string, Instant>, now: Instant): readonly Look[] => {
  const present = presentIn(rows)
  const rested = ({ row, fixes }: Present): boolean =>
    now - Math.max(asked.get(row.target) ?? 0, fixes.at(-1)?.at ?? 0) >= AGAIN_MS
  return present.flatMap((one) => {
    const look = { target: one.row.target, radio: one.radio }
    if (one.fixes.length === 0) return asked.has(one.row.target) ? [] : [look]
    const ongoing = one.fixes.at(-1)!.at - one.fixes[0]!.at < SPAN_MS
    return ongoing && rested(one) && partnersOf(one, present).some(rested) ? [look] : []
  })
}

/** Whether another look at somebody is still to come, so that the roll-call is not closed before it. */
export const awaitsLook = (rows: readonly Row[], now: Instant): boolean => {
  const present = presentIn(rows)
  return present.some((one) => {
    const [first, last] = [one.fixes[0], one.fixes.at(-1)]
    if (!first || !last || last.at - first.at >= SPAN_MS || now - first.at > SPAN_MS + 2 * AGAIN_MS) return false
    return partnersOf(one, present).length > 0
  })
}
