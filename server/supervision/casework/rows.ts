import type { BandPosition, CaseFinding, CaseRow, DecisionRow, ItemRow } from '../../contract/casework.ts'
import type { DeadlineView } from '../../contract/custody.ts'
import { withinBand } from '../../domain/casework/band.ts'
import type { CaseFacts, ItemFacts } from '../../domain/casework/state.ts'
import type { DataOf } from '../../domain/observation/index.ts'
import type { Register } from '../../domain/register.ts'
import type { Instant } from '../../domain/time.ts'
import type { Pending, RuleWord } from '../custody/sources.ts'

export interface CaseSources {
  readonly register: Register
  readonly deadlinesOf: (subjects: Iterable<string>) => readonly Pending[]
  readonly ruleWord: (rule: string) => RuleWord
  /** The active findings about a subject of a rule. */
  readonly findingsOn: (subject: string) => readonly CaseFinding[]
}

export const deadlines = (
  subjects: readonly string[],
  { deadlinesOf, ruleWord }: Pick<CaseSources, 'deadlinesOf' | 'ruleWord'>,
): DeadlineView[] =>
  deadlinesOf(subjects).map(({ rule, subject, dueAt, startedAt }) => ({
    rule,
    ...ruleWord(rule),
    subject,
    startedAt: startedAt ?? null,
    dueAt,
    ends: false,
  }))

/** The subjects under which rules watch a case: itself, its decisions and its appraisals. */
export const subjectsOf = (one: CaseFacts): string[] => [one.case, ...one.decisions, ...one.appraisals]

export const caseRow = (one: CaseFacts, sources: CaseSources): CaseRow => {
  const subjects = subjectsOf(one)
  return {
    case: one.case,
    unit: one.unit,
    type: one.type,
    officers: one.officers,
    acceptedAt: one.acceptedAt ?? null,
    filedAt: one.filedAt ?? null,
    closedAt: one.closedAt ?? null,
    items: one.items.length,
    next: deadlines([...subjects, ...one.items], sources)[0] ?? null,
    findings: [...subjects, ...one.items].flatMap(sources.findingsOn),
  }
}

export const itemRow = (one: ItemFacts, sources: CaseSources): ItemRow => ({
  item: one.item,
  case: one.case,
  unit: one.unit,
  type: one.type,
  officers: one.officers,
  next: deadlines([one.item], sources)[0] ?? null,
  findings: sources.findingsOn(one.item),
})

/** A decision beside the band that was in force for its facts when it was made. */
export const decisionRow = (made: DataOf<'decision.made'>, at: Instant, register: Register): DecisionRow => {
  const { decision, unit, decidedBy, rank, enactment, article, pattern, penalties, fineYuan, detentionDays } = made
  const bands = pattern === null ? [] : register.casework.bandsFor(pattern, at).map((v) => v.band)
  const fitting = bands.find((band) => withinBand(band, made))
  const band = fitting ?? bands[0]
  const lies: BandPosition =
    pattern === null
      ? 'no-pattern'
      : band === undefined
        ? 'no-band'
        : fitting
          ? 'inside'
          : made.bandReason !== null
            ? 'reasoned'
            : 'outside'
  return {
    decision,
    case: made.case,
    unit,
    decidedAt: at,
    decidedBy,
    rank,
    enactment,
    article,
    pattern,
    penalties,
    fineYuan,
    detentionDays,
    hasReason: made.bandReason !== null,
    lies,
    band: band
      ? {
          id: band.band,
          facts: band.facts,
          warning: band.warning,
          fineFromYuan: band.fineFromYuan,
          fineToYuan: band.fineToYuan,
          detentionFromDays: band.detentionFromDays,
          detentionToDays: band.detentionToDays,
        }
      : null,
  }
}
