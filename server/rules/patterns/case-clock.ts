import type { Instant } from '../../domain/time.ts'
import { all, type CaseFile, type Seen } from './case-file.ts'
import type { Pause, Prolonging } from './case-period.ts'

/** What touches the clock of a case besides its beginning. */
export const clockKinds = [
  'case.period-extended',
  'appraisal.begun',
  'appraisal.ended',
  'hearing.requested',
  'hearing.waived',
  'hearing.refused',
  'hearing.held',
] as const
export type ClockKind = (typeof clockKinds)[number]

/** From the commission of an appraisal to its opinion. */
export const appraisals = (file: CaseFile<ClockKind>): Pause[] =>
  all(file, 'appraisal.begun').map((begun) => {
    const ended = all(file, 'appraisal.ended').find((e) => e.data.appraisal === begun.data.appraisal)
    return pause(begun, ended)
  })

/** From the request for a hearing to its end, or to where it was refused or given up. */
export const hearings = (file: CaseFile<ClockKind>): Pause[] =>
  all(file, 'hearing.requested').map((requested) => {
    const over = all(file, 'hearing.held', 'hearing.refused', 'hearing.waived').find(
      (h) => h.data.decision === requested.data.decision && h.at >= requested.at,
    )
    return pause(requested, over)
  })

const pause = (from: Seen<ClockKind>, to: Seen<ClockKind> | undefined): Pause => ({
  from: from.at,
  to: to?.at,
  seen: to ? [from, to] : [from],
})

/** The extensions that somebody of one of these ranks approved. */
export const prolongings = (file: CaseFile<ClockKind>, competent: readonly string[]): Prolonging[] =>
  all(file, 'case.period-extended')
    .filter((e) => competent.includes(e.data.rank))
    .map((e) => ({ at: e.at, endsAt: e.data.endsAt, seen: e }))

/** The extensions that were approved by nobody competent: said in the finding, because they explain it. */
export const withoutPower = (file: CaseFile<ClockKind>, competent: readonly string[], until: Instant): number =>
  all(file, 'case.period-extended').filter((e) => e.at <= until && !competent.includes(e.data.rank)).length
