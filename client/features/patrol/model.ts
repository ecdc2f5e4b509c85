import type { BeatRow, PresenceEvidence, ShiftBoard, UnitShift, WatchState } from '../../../server/contract/duty.ts'
import { dateOf } from '../../ui/format.ts'

const DAY_MS = 86_400_000

/** `2026-11-28` and so many days → another day. */
export const dayAfter = (day: string, by: number): string => dateOf(Date.parse(`${day}T12:00:00+08:00`) + by * DAY_MS)

/** What a person still has to look at. */
export const needsLook = (state: WatchState): boolean =>
  state === 'absent' || state === 'contradicted' || state === 'unknown'

export const countedStates = ['present', 'absent', 'contradicted', 'away', 'unknown'] as const

/** How many of the duties and patrols of now are in each state. */
export const countsOf = (units: readonly UnitShift[]): Readonly<Record<(typeof countedStates)[number], number>> => {
  const counts = { present: 0, absent: 0, contradicted: 0, away: 0, unknown: 0 }
  for (const { watches, patrols } of units)
    for (const { state } of [...watches, ...patrols]) if (state !== 'ahead' && state !== 'over') counts[state]++
  return counts
}

/** The units with something to look at, narrowed to that. */
export const onlyOpen = ({ units }: ShiftBoard): UnitShift[] =>
  units
    .map((u) => ({
      ...u,
      watches: u.watches.filter((w) => needsLook(w.state)),
      patrols: u.patrols.filter((p) => needsLook(p.state)),
      handovers: u.handovers.filter((h) => h.state === 'overdue' || h.state === 'one-sided' || h.state === 'due'),
      leave: u.leave.filter((l) => l.onDuty),
      conferences: [],
    }))
    .filter((u) => u.watches.length + u.patrols.length + u.handovers.length + u.leave.length + u.findings.length > 0)

/** What tells most comes first: who saw, who says not, then those that cannot tell. */
const rank: Readonly<Record<PresenceEvidence['says'], number>> = { absent: 0, present: 1, silent: 2, unobservable: 3 }
export const byWeight = (all: readonly PresenceEvidence[]): PresenceEvidence[] =>
  [...all].sort((a, b) => rank[a.says] - rank[b.says])

/** Widths of a bar of the time to patrol, in percent: in the beat, elsewhere, not observed. */
export const barOf = ({ dutyMinutes, observedMinutes, inBeatMinutes }: BeatRow) => {
  const of = (n: number): number => (dutyMinutes === 0 ? 0 : (n * 100) / dutyMinutes)
  return {
    inBeat: of(inBeatMinutes),
    elsewhere: of(observedMinutes - inBeatMinutes),
    unseen: of(dutyMinutes - observedMinutes),
  }
}

/** How strongly a cell is drawn, 0 to 1: by the square root, so that one stop does not drown the rounds. */
export const heatOf = (minutes: number, most: number): number => (most <= 0 ? 0 : Math.sqrt(minutes / most))
