import type { DataOf } from '../observation/index.ts'
import type { Band } from './state.ts'

type Penalty = Pick<DataOf<'decision.made'>, 'penalties' | 'fineYuan' | 'detentionDays'>

const between = (n: number, from: number | null, to: number | null): boolean =>
  from !== null && n >= from && n <= (to ?? Number.POSITIVE_INFINITY)

/** Whether a penalty lies inside a band: every part of it, and both parts only where the band allows both. */
export const withinBand = (band: Band, { penalties: kinds, fineYuan, detentionDays }: Penalty): boolean => {
  const fine = fineYuan !== null && fineYuan > 0
  const detention = detentionDays !== null && detentionDays > 0
  if (!fine && !detention) return kinds.includes('warning') ? band.warning : false
  if (fine && !between(fineYuan, band.fineFromYuan, band.fineToYuan)) return false
  if (detention && !between(detentionDays, band.detentionFromDays, band.detentionToDays)) return false
  return !(fine && detention) || band.both
}

/** Whether a penalty is no heavier than a band allows: less of the same, or a fine, a warning or nothing in place of detention. */
export const notAboveBand = (band: Band, { penalties: kinds, fineYuan, detentionDays }: Penalty): boolean => {
  if (!kinds.every((kind) => ['none', 'warning', 'fine', 'detention'].includes(kind))) return false
  const most = (to: number | null, from: number | null) => to ?? (from === null ? 0 : Number.POSITIVE_INFINITY)
  const days = most(band.detentionToDays, band.detentionFromDays)
  const instead = days > 0 && (detentionDays ?? 0) === 0
  return (detentionDays ?? 0) <= days && (instead || (fineYuan ?? 0) <= most(band.fineToYuan, band.fineFromYuan))
}
