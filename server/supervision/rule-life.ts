import { type ProposalView, RULE_DAYS, type RuleDetail, type RuleState } from '../contract/rulebook.ts'
import type { Proposal } from '../domain/settings.ts'
import { days, type Instant } from '../domain/time.ts'
import { onSince, valueAt } from '../engine/in-force.ts'
import type { AnyRule } from '../rules/define-rule.ts'
import type { Queryable } from '../storage/database.ts'
import { chinaDays } from './backtest/compare.ts'
import { ruleView } from './rulebook-view.ts'
import type { Supervision } from './supervision.ts'

const HOUR_MS = 3_600_000

export const proposalView = (p: Proposal): ProposalView => ({
  id: p.proposal,
  rule: p.rule,
  change: p.change,
  validFrom: p.validFrom,
  by: p.by,
  role: p.role,
  reason: p.reason,
  at: p.at,
  seq: p.seq,
  decision: p.decision && { ...p.decision, from: p.decision.from ?? null },
})

/** What of a rule holds at `at`. */
export const ruleState = (rule: AnyRule, { register, inForce }: Supervision, at: Instant): RuleState => {
  const now = inForce(rule.id)
  const value = now && (valueAt(now.steps, at) as Readonly<Record<string, unknown>> | undefined)
  const law = rule.params.findLast((p) => value !== undefined && Date.parse(`${p.from}T00:00:00+08:00`) <= at)
  const standard = law?.value as Readonly<Record<string, unknown>> | undefined
  return {
    rule: rule.id,
    on: now !== undefined && onSince(now, at) !== undefined,
    waiting: register.settings.historyOf(rule.id).filter((p) => p.decision === null).length,
    set: rule.localSettings.filter((s) => value?.[s.param] !== standard?.[s.param]).length,
  }
}

/** One rule with its values over time, who set them, and how many findings it opened on each of the last days. */
export const ruleDetail = async (
  rule: AnyRule,
  supervision: Supervision,
  onlyUnit: string | null | undefined,
): Promise<RuleDetail> => {
  const at = supervision.now()
  const now = supervision.inForce(rule.id)
  return {
    rule: ruleView(rule, !supervision.failing().has(rule.id)),
    state: ruleState(rule, supervision, at),
    values: (now?.steps ?? []).map(({ from, value }) => ({ from, value: value as Readonly<Record<string, unknown>> })),
    switches: now?.switches ?? [],
    proposals: supervision.register.settings.historyOf(rule.id).map(proposalView),
    days: await findingsByDay(supervision.database, rule.id, at, onlyUnit),
  }
}

/** Findings of a rule by the China day on which they opened; days without one are there too. */
const findingsByDay = async (
  db: Queryable,
  rule: string,
  now: Instant,
  onlyUnit: string | null | undefined,
): Promise<RuleDetail['days']> => {
  const all = chinaDays(now - days(RULE_DAYS - 1), now)
  const rows = await db.query<{ day: number; count: number }>(
    `select floor((opened_at + $3) / 86400000.0)::int as day, count(*)::int as count from finding
      where rule = $1 and opened_at >= $2 and ($4::boolean or unit = $5) group by 1`,
    [rule, Date.parse(`${all[0]}T00:00:00+08:00`), 8 * HOUR_MS, onlyUnit === undefined, onlyUnit ?? null],
  )
  const counts = new Map(rows.map((r) => [new Date(r.day * days(1)).toISOString().slice(0, 10), r.count]))
  return all.map((day) => ({ day, count: counts.get(day) ?? 0 }))
}
