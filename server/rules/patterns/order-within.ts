import type { z } from 'zod'
import { isPromised, type Promised, promised } from '../../domain/casework/promise.ts'
import type { CallClass, OrderFacts } from '../../domain/casework/state.ts'
import type { TrackSettings } from '../../domain/casework/track.ts'
import type { Entry } from '../../domain/entry.ts'
import type { Facts } from '../../domain/finding.ts'
import type { ObservationKind } from '../../domain/observation/index.ts'
import type { Register } from '../../domain/register.ts'
import type { Instant } from '../../domain/time.ts'
import { type DatedParams, defineRule, type Rule, type Taken } from '../define-rule.ts'
import { evidence, type Seen } from './case-file.ts'
import {
  byOrder,
  evolveOrder,
  noOrder,
  type OrderKind,
  type OrderOrFix,
  type OrderState,
  orderIn,
  orderKinds,
  placeOf,
  toldOf,
} from './order-rule.ts'
import { by, LATE_MS, over } from './verdicts.ts'

/** The call and what was put right in it, beside what concerns the order: the promise depends on them. */
const callKinds = ['call.received', 'incident.reclassified'] as const
type Heard = OrderKind | (typeof callKinds)[number] | 'position.reported'
type OrderRule<P> = Rule<OrderState, P, Heard>

const isOfCall = (o: Taken<Heard>): o is Taken<(typeof callKinds)[number]> =>
  (callKinds as readonly ObservationKind[]).includes(o.kind)

const ordersConcerned = (o: Taken<Heard>, register: Register): string | readonly string[] =>
  isOfCall(o) ? register.casework.ordersOf(o.data.incident) : byOrder(o, register)

/** Of an order whose call nobody told of. */
const unclassified: CallClass = { from: Number.NEGATIVE_INFINITY, area: null, urgency: null }

/** When the deed was done, and what shows it; or why nobody can say. */
export type OrderDeed =
  | { readonly at: Instant; readonly seen: readonly (Seen<ObservationKind> | readonly number[])[]; readonly by: string }
  | { readonly missing: string }
  | undefined

/**
 * Something that must follow an order within minutes that the bureau promises. A test call, an order that needs no
 * police, one from a plan, and one whose delay was told in time are not judged.
 */
export const orderWithin = <P extends TrackSettings>(
  rule: Pick<OrderRule<P>, 'id' | 'title' | 'grade' | 'citations' | 'limits' | 'localSettings'> & {
    readonly paramSchema: z.ZodType<P>
    readonly params: DatedParams<P>
    /** Minutes from the order; undefined when they depend on something nobody told. */
    readonly minutes: (law: P, order: OrderFacts, under: CallClass) => number | undefined
    readonly done: (state: OrderState, promise: Promised, law: P) => OrderDeed
    readonly facts?: (state: OrderState, promise: Promised) => Facts
  },
): OrderRule<P> => {
  const { minutes: within, done, facts, ...head } = rule
  return defineRule<OrderState, P, Heard>({
    ...head,
    consumes: ['position.reported', ...orderKinds, ...callKinds],
    subject: ordersConcerned,
    initial: noOrder,
    // What is told of the call stands in the register.
    evolve: (state, entry, context) =>
      isOfCall(entry.observation) ? state : evolveOrder(state, entry as Entry<OrderOrFix>, context),
    evaluate(state, moment) {
      const { now, paramsAt, register, subject } = moment
      const order = register.casework.order(orderIn(subject))
      const ordered = toldOf(state, 'dispatch.ordered')[0]
      if (!order || !ordered || ordered.data.planned) return state.told.length === 0 ? { is: 'clear' } : over(now)
      const law = paramsAt(order.orderedAt)
      const incident = register.casework.incident(order.incident)
      if (!law || incident?.test) return over(now)
      const classes = incident?.classes ?? [unclassified]
      const promise = promised(classes, order.orderedAt, (under) => within(law, order, under))
      if (promise === 'no-police') return over(now)
      if (!isPromised(promise))
        return { is: 'unknown', missing: 'area and urgency of the call', forgetAt: now + LATE_MS }
      const { dueAt } = promise
      const deed = done(state, promise, law)
      const told = toldOf(state, 'dispatch.delayed').find((d) => d.at <= dueAt)
      const closed = toldOf(state, 'dispatch.closed')[0]
      // 情况特殊的要及时告知: whoever says in time that they will be late, and why, is late lawfully.
      if (told) return closed || deed !== undefined ? over(now) : { is: 'pending', dueAt: undefined }
      if (deed && 'missing' in deed) {
        if (now <= dueAt) return { is: 'pending', dueAt, startedAt: promise.from }
        return { is: 'unknown', missing: deed.missing, forgetAt: now + LATE_MS }
      }
      const doneAt = deed?.at ?? closed?.at
      const carrier = order.carriers[0]!
      return by(
        { startedAt: promise.from, dueAt, doneAt, now },
        {
          evidence: evidence(ordered, ...(deed?.seen ?? []), closed),
          facts: {
            order: order.order,
            incident: order.incident,
            promisedMinutes: promise.minutes,
            shownBy: deed?.by ?? null,
            ...facts?.(state, promise),
          },
          concerns: {
            unit: order.unit,
            carrier,
            officers: register.shiftAt(carrier, order.orderedAt)?.crew ?? [],
            place: placeOf(register, order.order),
          },
        },
      )
    },
  })
}
