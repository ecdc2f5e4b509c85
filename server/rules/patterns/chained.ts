import type { CustodyRegister } from '../../domain/custody/register.ts'
import type { MeasureSpan } from '../../domain/custody/state.ts'
import type { MeasureKind } from '../../domain/observation/measure.ts'
import type { Register } from '../../domain/register.ts'
import { hours } from '../../domain/time.ts'
import type { Moment } from '../define-rule.ts'
import { held } from './held.ts'
import type { Judgement } from './wrong-when.ts'

interface Interval {
  readonly intervalHours: number
}

/**
 * A summons that follows another on the same person too soon; each that does is a finding of its own. `ofOne` says
 * which of the earlier ones it may be held against.
 */
export const chained = (kinds: readonly MeasureKind[], ofOne: (before: MeasureSpan, next: MeasureSpan) => boolean) => {
  const spansOf = (custody: CustodyRegister, person: string): readonly MeasureSpan[] =>
    custody.measuresOf(person).filter((m) => m.startedAt !== undefined && kinds.includes(m.kind))
  const personOf = held(...kinds)
  return {
    subject(o: { readonly data: object }, { custody }: Register): readonly string[] {
      const person = personOf(o)
      return person === undefined ? [] : spansOf(custody, person).map((m) => m.measure)
    },
    judge(_: unknown, { intervalHours }: Interval, { register: { custody }, subject }: Moment<Interval>): Judgement {
      const next = custody.measure(subject)
      if (next?.startedAt === undefined) return undefined
      const spans = spansOf(custody, next.person)
      const before = spans
        .slice(
          0,
          spans.findIndex((m) => m.measure === subject),
        )
        .findLast((b) => ofOne(b, next))
      const gap = before?.endedAt === undefined ? undefined : next.startedAt - before.endedAt
      if (before === undefined || gap === undefined || gap >= hours(intervalHours)) return undefined
      const { person, measure: second, unit } = next
      return {
        since: next.startedAt,
        seen: [before.seqs, next.seqs],
        unit,
        facts: { intervalHours, gapMinutes: Math.round(gap / 60_000), first: before.measure, second, person },
      }
    },
  }
}
