import type { Entry } from '../domain/entry.ts'
import type { Instant } from '../domain/time.ts'
import { clear, type Verdict } from '../domain/verdict.ts'
import type { EvolveContext, Moment, Taken } from './define-rule.ts'
import { asLate, type DutyKind, type Fix, isFix, isLate, readFix } from './fix.ts'

/** What a rule holds of the reports of one carrier, and what it makes out as going on by them: a trip, a stop. */
export interface Watched<T> {
  readonly heardAt: Instant
  /** The newest usable position. */
  readonly newest: Fix | null
  /** Whether an app made up the position last told: it proves nothing either way. */
  readonly mocked: boolean
  readonly ongoing: T | null
}

const nothingHeard: Watched<never> = { heardAt: 0, newest: null, mocked: false, ongoing: null }

/** What several rules come to by the same report, one after the other, when it shows nothing: one object for all. */
let lastIdle = nothingHeard

const withFix = <T>(heardAt: Instant, newest: Fix, ongoing: T | null): Watched<T> => {
  if (ongoing !== null) return { heardAt, newest, mocked: false, ongoing }
  if (lastIdle.newest !== newest || lastIdle.heardAt !== heardAt)
    lastIdle = { heardAt, newest, mocked: false, ongoing: null }
  return lastIdle
}

/** The kinds that rules on positions hear: an order or a trip known late excuses what it covered. */
type Heard = Taken<'position.reported' | DutyKind | 'vehicle.trip-approved'>

interface Watching<T, P> {
  /**
   * What goes on after a position that may be relied on; the same object when it shows nothing new. `isBehind`: the
   * position is older than the newest one, and can only take away from what goes on.
   */
  readonly after: (state: Watched<T>, fix: Fix, isBehind: boolean, params: P, context: EvolveContext<P>) => T | null
  /** Whether what goes on is wrong. */
  readonly judge: (ongoing: T, moment: Moment<P>, heardAt: Instant) => Verdict
}

/** The fold and the verdict of a rule that watches where a carrier is, from one report to the next. */
export const watching = <T, P extends { readonly assumedAccuracyMetres: number }>({
  after,
  judge,
}: Watching<T, P>) => ({
  initial: nothingHeard as Watched<T>,

  evolve(state: Watched<T>, entry: Entry<Heard>, context: EvolveContext<P>): Watched<T> {
    const { observation: o, recordedAt } = entry
    if (o.kind !== 'position.reported') return state
    const params = context.paramsAt(o.observedAt)
    if (!params) return state
    const reading = readFix(o, entry, params.assumedAccuracyMetres)
    if (!isFix(reading)) return { ...state, heardAt: recordedAt, mocked: state.mocked || reading === 'mocked' }
    const { newest } = state
    const isBehind = newest !== null && reading.at < newest.at
    return withFix(recordedAt, isBehind ? newest : reading, after(state, reading, isBehind, params, context))
  },

  evaluate(state: Watched<T>, moment: Moment<P>): Verdict {
    const verdict = judged(state, moment, judge)
    return isLate(moment.subject) ? asLate(verdict, state.heardAt, moment.now) : verdict
  },

  quiet: ({ ongoing, mocked }: Watched<T>): boolean => ongoing === null && !mocked,
})

const judged = <T, P>(state: Watched<T>, moment: Moment<P>, judge: Watching<T, P>['judge']): Verdict => {
  if (state.ongoing !== null) return judge(state.ongoing, moment, state.heardAt)
  return state.mocked ? { is: 'unknown', missing: 'a position that no app made up' } : clear
}
