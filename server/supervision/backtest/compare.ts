import type { BacktestResult, SampleView } from '../../contract/rulebook.ts'
import type { Text } from '../../domain/text.ts'
import { chinaDate, days, type Instant } from '../../domain/time.ts'
import type { ReplayedFinding } from '../../engine/replay.ts'
import { maskedFacts } from '../tickets/mask.ts'
import { type Attendance, operatorMs, peak, perOperator, unattended } from './workload.ts'

/** Samples of each sort: enough to judge by, few enough to read. */
const SAMPLES = 12
const EVIDENCE_SHOWN = 40

export interface Compared {
  readonly would: readonly ReplayedFinding[]
  readonly made: readonly ReplayedFinding[]
  readonly attendances: readonly Attendance[]
  readonly from: Instant
  readonly to: Instant
  readonly titleOf: (rule: string) => Text
}

/** Lays the findings of two rulebooks over the same entries side by side; those opened before `from` are left out. */
export const compare = ({
  attendances,
  from,
  to,
  titleOf,
  ...given
}: Compared): Omit<BacktestResult, 'entries' | 'tookMs'> => {
  const within = (all: readonly ReplayedFinding[]) => all.filter((f) => f.finding.openedAt >= from)
  const [would, made] = [within(given.would), within(given.made)]
  const wouldIds = new Set(would.map((f) => f.finding.id))
  const madeIds = new Set(made.map((f) => f.finding.id))
  const opened = (all: readonly ReplayedFinding[]): Instant[] => all.map((f) => f.finding.openedAt)
  const staffedMs = operatorMs(attendances, from, to)
  const sample = (f: ReplayedFinding, where: SampleView['in']): SampleView => {
    const { id, rule, grade, subject, since, openedAt, facts, evidence } = f.finding
    const shown = evidence.slice(-EVIDENCE_SHOWN)
    return {
      in: where,
      id,
      rule,
      title: titleOf(rule),
      grade,
      subject,
      since,
      openedAt,
      endedAt: f.endedAt,
      facts: maskedFacts(facts),
      evidence: shown,
    }
  }
  const newest = (all: readonly ReplayedFinding[], where: SampleView['in']): SampleView[] =>
    [...all]
      .reverse()
      .slice(0, SAMPLES)
      .map((f) => sample(f, where))
  return {
    from,
    to,
    would: would.length,
    made: made.length,
    both: would.filter((f) => madeIds.has(f.finding.id)).length,
    days: byDay(opened(would), opened(made), from, to),
    load: {
      operatorHours: staffedMs / 3_600_000,
      would: perOperator(would.length, staffedMs),
      made: perOperator(made.length, staffedMs),
      peakWould: peak(opened(would), attendances),
      peakMade: peak(opened(made), attendances),
      unattendedWould: unattended(opened(would), attendances),
    },
    samples: [
      ...newest(
        would.filter((f) => !madeIds.has(f.finding.id)),
        'would',
      ),
      ...newest(
        made.filter((f) => !wouldIds.has(f.finding.id)),
        'made',
      ),
      ...newest(
        would.filter((f) => madeIds.has(f.finding.id)),
        'both',
      ),
    ],
  }
}

/** One row for each China day from `from` to `to`, those without a finding too. */
const byDay = (
  would: readonly Instant[],
  made: readonly Instant[],
  from: Instant,
  to: Instant,
): BacktestResult['days'] => {
  const count = (all: readonly Instant[]): Map<string, number> => {
    const found = new Map<string, number>()
    for (const at of all) found.set(chinaDate(at), (found.get(chinaDate(at)) ?? 0) + 1)
    return found
  }
  const [w, m] = [count(would), count(made)]
  return chinaDays(from, to).map((day) => ({ day, would: w.get(day) ?? 0, made: m.get(day) ?? 0 }))
}

/** The China days that `[from, to]` touches, oldest first. */
export const chinaDays = (from: Instant, to: Instant): string[] => {
  const last = chinaDate(to)
  const found: string[] = []
  for (let at = from; chinaDate(at) <= last; at += days(1)) found.push(chinaDate(at))
  return found
}
