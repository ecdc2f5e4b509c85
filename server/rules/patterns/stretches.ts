import { z } from 'zod'
import type { Stretch } from '../../domain/duty/spans.ts'
import type { Facts } from '../../domain/finding.ts'
import type { ObservationKind } from '../../domain/observation/index.ts'
import { days, type Instant, minutes, seconds } from '../../domain/time.ts'
import type { Verdict } from '../../domain/verdict.ts'
import { defineRule, type Moment, type Rule } from '../define-rule.ts'
import { about, breach, LATE_MS } from './verdicts.ts'

/** A stretch of time in which something was wrong, longer or shorter than what is tolerated; it may lie ahead. */
export interface WrongStretch extends Stretch {
  readonly seen: readonly number[]
  readonly unit: string | null | undefined
  readonly officers?: readonly string[]
  readonly carrier?: string | null
  readonly place?: readonly [number, number] | null
  readonly facts?: Facts
}
/** What a rule sees of its subject: wrong stretches, in order, and what it would have to see to say more. */
export interface Seen {
  readonly stretches: readonly WrongStretch[]
  /** Set when some of the time could not be observed. */
  readonly missing?: string | undefined
}

/** The newest stretch that has begun, as we last heard of it, and when that was; `to` is null while nobody knows its end. */
interface Told {
  readonly from: Instant
  readonly to: Instant | null
  readonly heardAt: Instant
}
interface State {
  readonly at: Instant | null
  readonly told: Told | null
}

/** What is over when we hear of it is shown this long before the finding ends. */
const SHOWN_MS = seconds(60)
/** Older than this it is no news. */
const NEWS_MS = days(7)

export const toleranceOf = z.object({ toleranceMinutes: z.number().min(0).max(1440) })
/** The same for what is measured in seconds; the rule names the setting itself. */
export const toleranceSecondsOf = z.object({ toleranceSeconds: z.number().min(0).max(3600) })
type Tolerance = z.infer<typeof toleranceOf> | z.infer<typeof toleranceSecondsOf>
const toleratedMs = (law: Tolerance): number =>
  'toleranceSeconds' in law ? seconds(law.toleranceSeconds) : minutes(law.toleranceMinutes)

/**
 * Something that must not last: it opens when a stretch is longer than is tolerated, dates it from its
 * beginning, and ends when the stretch does. One that we hear of when it is over gives a finding that ends at once.
 */
export const noLongerThan = <K extends ObservationKind, P extends Tolerance>(
  rule: Pick<
    Rule<State, P, K>,
    'id' | 'title' | 'grade' | 'citations' | 'limits' | 'consumes' | 'subject' | 'params' | 'paramSchema'
  > &
    Partial<Pick<Rule<State, P, K>, 'localSettings' | 'shipsOff'>> & {
      readonly look: (subject: string, law: P, moment: Pick<Moment<P>, 'now' | 'register' | 'paramsAt'>) => Seen
    },
): Rule<State, P, K> => {
  const { look, ...head } = rule
  const isWrong = (s: Stretch, law: P): boolean => s.to - s.from > toleratedMs(law)
  return defineRule<State, P, K>({
    localSettings: [tolerance],
    ...head,
    initial: { at: null, told: null },
    evolve(state, { recordedAt, observation: { observedAt: at } }, { register, paramsAt, subject }): State {
      const law = valuesAt(paramsAt, recordedAt)
      const { stretches } = look(subject, law, { now: recordedAt, register, paramsAt })
      const newest = stretches.findLast((s) => s.from <= recordedAt && isWrong(s, law) && paramsAt(s.from))
      if (!newest || recordedAt - newest.to > NEWS_MS) return { at, told: state.told }
      const to = Number.isFinite(newest.to) ? newest.to : null
      const known = state.told?.from === newest.from && state.told.to === to
      return { at, told: known ? state.told : { from: newest.from, to, heardAt: recordedAt } }
    },
    evaluate(state, moment): Verdict {
      const { now } = moment
      if (state.at === null) return { is: 'clear' }
      const law = valuesAt(moment.paramsAt, now)
      const { stretches, missing } = look(moment.subject, law, moment)
      const wrong = stretches.filter((s) => isWrong(s, moment.paramsAt(s.from) ?? law) && moment.paramsAt(s.from))
      const toleranceMs = toleratedMs(law)
      const running = wrong.findLast((s) => s.from + toleranceMs < now && now < s.to)
      const ahead = wrong.find((s) => s.from + toleranceMs >= now)
      const dueAt = ahead && ahead.from + toleranceMs
      if (running) return tell(running, now, earliest(running.to, dueAt && dueAt + 1))
      const last = wrong.findLast((s) => s.to <= now)
      const { told } = state
      const heardAt = last && told?.from === last.from && told.to === last.to ? told.heardAt : 0
      const shownUntil = last && Math.max(heardAt, last.to) + SHOWN_MS
      if (last && shownUntil! > now) return tell(last, now, earliest(shownUntil!, dueAt && dueAt + 1))
      // Not knowing comes first, but what lies ahead is looked at all the same.
      if (missing !== undefined)
        return {
          is: 'unknown',
          missing,
          ...(dueAt === undefined ? { forgetAt: now + LATE_MS } : { reviewAt: dueAt + 1 }),
        }
      if (dueAt !== undefined) return { is: 'pending', dueAt }
      return { is: 'clear', forgetAt: now + LATE_MS }
    },
  })
}

/** The values of an instant; before the rule came into force, those with which it will. */
const valuesAt = <P>(paramsAt: (at: Instant) => P | undefined, at: Instant): P =>
  paramsAt(at) ?? paramsAt(Number.MAX_SAFE_INTEGER)!

const tell = (s: WrongStretch, now: Instant, reviewAt: Instant): Verdict => {
  const facts = { ...s.facts, until: s.to <= now ? s.to : null }
  const concerns = { ...about(s.unit, s.officers), carrier: s.carrier ?? null, place: s.place ?? null }
  const verdict = breach(s.from, { evidence: [...new Set(s.seen)].sort((a, b) => a - b), facts, concerns })
  return verdict.is === 'breach' && Number.isFinite(reviewAt)
    ? { ...verdict, reviewAt: Math.max(reviewAt, now + 1) }
    : verdict
}

const earliest = (a: Instant, b: Instant | undefined): Instant => (b === undefined ? a : Math.min(a, b))

const tolerance = {
  param: 'toleranceMinutes',
  title: { zh: '容许时间', en: 'Time that is tolerated' },
  unit: 'minute',
} as const
