import type { z } from 'zod'
import type { IncidentFacts, OrderFacts } from '../../domain/casework/state.ts'
import type { TrackSettings } from '../../domain/casework/track.ts'
import type { Facts } from '../../domain/finding.ts'
import type { ObservationKind } from '../../domain/observation/index.ts'
import { type Instant, minutes } from '../../domain/time.ts'
import { type DatedParams, defineRule, type Moment, type Rule } from '../define-rule.ts'
import { evidence, type Seen } from './case-file.ts'
import {
  byOrder,
  evolveOrder,
  noOrder,
  type OrderKind,
  type OrderState,
  orderIn,
  orderKinds,
  placeOf,
  toldOf,
} from './order-rule.ts'
import { by, LATE_MS, over } from './verdicts.ts'

type OrderRule<P> = Rule<OrderState, P, OrderKind | 'position.reported'>

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
    readonly minutes: (law: P, order: OrderFacts, incident: IncidentFacts | undefined) => number | undefined
    readonly done: (state: OrderState, order: OrderFacts, moment: Moment<P>) => OrderDeed
    readonly facts?: (state: OrderState, order: OrderFacts, moment: Moment<P>) => Facts
  },
): OrderRule<P> => {
  const { minutes: within, done, facts, ...head } = rule
  return defineRule<OrderState, P, OrderKind | 'position.reported'>({
    ...head,
    consumes: ['position.reported', ...orderKinds],
    subject: byOrder,
    initial: noOrder,
    evolve: evolveOrder,
    evaluate(state, moment) {
      const { now, paramsAt, register, subject } = moment
      const order = register.casework.order(orderIn(subject))
      const ordered = toldOf(state, 'dispatch.ordered')[0]
      if (!order || !ordered || ordered.data.planned) return state.told.length === 0 ? { is: 'clear' } : over(now)
      const law = paramsAt(order.orderedAt)
      const incident = register.casework.incident(order.incident)
      if (!law || incident?.test || incident?.urgency === 'not-police') return over(now)
      const amount = within(law, order, incident)
      if (amount === undefined)
        return { is: 'unknown', missing: 'area and urgency of the call', forgetAt: now + LATE_MS }
      const dueAt = order.orderedAt + minutes(amount)
      const deed = done(state, order, moment)
      const told = toldOf(state, 'dispatch.delayed').find((d) => d.at <= dueAt)
      const closed = toldOf(state, 'dispatch.closed')[0]
      // 情况特殊的要及时告知: whoever says in time that they will be late, and why, is late lawfully.
      if (told) return closed || deed !== undefined ? over(now) : { is: 'pending', dueAt: undefined }
      if (deed && 'missing' in deed) {
        if (now <= dueAt) return { is: 'pending', dueAt, startedAt: order.orderedAt }
        return { is: 'unknown', missing: deed.missing, forgetAt: now + LATE_MS }
      }
      const doneAt = deed?.at ?? closed?.at
      const carrier = order.carriers[0]!
      return by(
        { startedAt: order.orderedAt, dueAt, doneAt, now },
        {
          evidence: evidence(ordered, ...(deed?.seen ?? []), closed),
          facts: {
            order: order.order,
            incident: order.incident,
            promisedMinutes: amount,
            shownBy: deed?.by ?? null,
            ...facts?.(state, order, moment),
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
