import type { Instant } from '../domain/time.ts'
import { chinaDay } from '../domain/time.ts'
import type { ReplayedFinding } from '../engine/replay.ts'
import type { AnyRule, Citation } from '../rules/define-rule.ts'

const iso = (at: Instant): string => new Date(at).toISOString()

/** A finding as `replay` prints it: instants as ISO 8601 UTC, with the sentences in force when it began. */
export const printedFinding = ({ finding, endedAt, endedBecause }: ReplayedFinding, rule: AnyRule) => ({
  id: finding.id,
  rule: finding.rule,
  subject: finding.subject,
  grade: finding.grade,
  title: rule.title,
  since: iso(finding.since),
  openedAt: iso(finding.openedAt),
  endedAt: endedAt === null ? null : iso(endedAt),
  endedBecause,
  evidence: finding.evidence,
  facts: Object.fromEntries(
    Object.entries(finding.facts).map(([name, value]) =>
      // A fact whose name ends in `At` is an instant, as everywhere (invariant I9).
      [name, /At$/.test(name) && typeof value === 'number' ? iso(value) : value],
    ),
  ),
  concerns: finding.concerns,
  citations: rule.citations
    .filter((c) => inForce(c, finding.since))
    .map(({ law, article, text }) => ({ law, article, text })),
})

const inForce = ({ inForce: { from, until } }: Citation, at: Instant): boolean =>
  chinaDay(from) <= at && (until === undefined || at < chinaDay(until))
