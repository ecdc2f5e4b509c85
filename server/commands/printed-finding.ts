import type { Facts } from '../domain/finding.ts'
import type { Instant } from '../domain/time.ts'
import { chinaDay } from '../domain/time.ts'
import type { EngineEvent } from '../engine/event.ts'
import type { ReplayedFinding } from '../engine/replay.ts'
import type { AnyRule, Citation } from '../rules/define-rule.ts'
import { maskedFacts, scrubbed } from '../supervision/tickets/mask.ts'

const iso = (at: Instant): string => new Date(at).toISOString()

/**
 * A finding as `replay` prints it: instants as ISO 8601 UTC, with the sentences in force when it began. What points at a
 * person is masked, as on a console (decision 0018), unless `unmasked`.
 */
export const printedFinding = (
  { finding, endedAt, endedBecause }: ReplayedFinding,
  rule: AnyRule,
  { unmasked = false }: { readonly unmasked?: boolean } = {},
) => ({
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
    Object.entries(unmasked ? finding.facts : shownFacts(finding.facts)).map(([name, value]) =>
      // A fact whose name ends in `At` is an instant, as everywhere (invariant I9).
      [name, /At$/.test(name) && typeof value === 'number' ? iso(value) : value],
    ),
  ),
  concerns: finding.concerns,
  citations: rule.citations
    .filter((c) => inForce(c, finding.since))
    .map(({ law, article, text }) => ({ law, article, text })),
})

/** An event as `replay --json-events` prints it unless `--unmasked`. */
export const maskedEvent = (event: EngineEvent): EngineEvent =>
  'finding' in event ? { ...event, finding: { ...event.finding, facts: shownFacts(event.finding.facts) } } : event

/** Marks of persons, and numbers of theirs that stand in a sentence. */
const shownFacts = (facts: Facts): Facts =>
  Object.fromEntries(
    Object.entries(maskedFacts(facts)).map(([name, value]) => [
      name,
      typeof value === 'string' ? scrubbed(value) : value,
    ]),
  )

const inForce = ({ inForce: { from, until } }: Citation, at: Instant): boolean =>
  chinaDay(from) <= at && (until === undefined || at < chinaDay(until))
