import { describe, expect, it } from 'vitest'
import type { Entry } from '../../../server/domain/entry.ts'
import type { LngLat } from '../../../server/domain/geo.ts'
import { createRegister } from '../../../server/domain/register.ts'
import { hours, minutes } from '../../../server/domain/time.ts'
import {
  byOrder,
  byOrderAndCarrier,
  orderIn,
  ordersOfPosition,
  placeOf,
} from '../../../server/rules/patterns/order-rule.ts'

const NOON = Date.parse('2026-03-02T12:00:00+08:00')
const at = (minute: number): number => NOON + minutes(minute)
const CALL: LngLat = [116.1, 30.1]
const ORDER: LngLat = [116.2, 30.2]

let seq = 0
const entry = (kind: string, observedAt: number, data: object) =>
  ({ seq: ++seq, recordedAt: observedAt, observation: { kind, observedAt, data } }) as unknown as Entry
/** A car and its crew under order at noon. */
const register = (...more: readonly Entry[]) => {
  const made = createRegister()
  const shift = { shift: 's', carrier: 'vehicle/v1', unit: 'u', beat: null, crew: ['o1'] }
  made.apply(entry('shift.scheduled', at(-60), { ...shift, startsAt: at(-60), endsAt: at(600) }))
  made.apply(entry('call.received', at(-2), { incident: 'i', line: 'l', place: CALL, test: false }))
  made.apply(ordered('a', ['vehicle/v1', 'vehicle/v2'], null))
  for (const one of more) made.apply(one)
  return made
}
const ordered = (order: string, carriers: readonly string[], place: LngLat | null): Entry =>
  entry('dispatch.ordered', NOON, { order, incident: 'i', carriers, place, urgent: false, unit: null, planned: false })
const closed = (minute: number): Entry => entry('dispatch.closed', at(minute), { order: 'a', carriers: ['vehicle/v1'] })
const position = (carrier: string | null, minute: number) =>
  entry('position.reported', at(minute), { carrier }).observation as Parameters<typeof byOrder>[0]

describe('a position tells of an order from when it was given until ten minutes after its end', () => {
  it('not before, and for six hours if nobody closes it', () => {
    const known = register()
    const orders = (minute: number) => ordersOfPosition('vehicle/v1', at(minute), known).map((o) => o.order)
    expect([-1, 0, 6 * 60 + 10].map(orders)).toEqual([[], ['a'], ['a']])
    expect(ordersOfPosition('vehicle/v1', NOON + hours(6) + minutes(10) + 1, known)).toEqual([])
  })
  it('an order that was closed is over ten minutes later', () => {
    const known = register(closed(30))
    const of = (minute: number) => ordersOfPosition('vehicle/v1', at(minute), known).length
    expect([40, 41].map(of)).toEqual([1, 0])
  })
})

describe('whose position tells of which order', () => {
  it('that of a carrier, and that of whoever rides in it', () => {
    const known = register()
    expect(byOrder(position('officer/o1', 1), known)).toEqual(['a'])
    expect(byOrderAndCarrier(position('officer/o1', 1), known)).toEqual(['a/vehicle/v1'])
    expect(byOrderAndCarrier(position('vehicle/v2', 1), known)).toEqual(['a/vehicle/v2'])
  })
  it('nobody’s whom no order names, and none of a device without a carrier', () => {
    const known = register()
    for (const carrier of ['vehicle/v3', 'officer/o9', null]) {
      expect(byOrder(position(carrier, 1), known)).toEqual([])
      expect(byOrderAndCarrier(position(carrier, 1), known)).toEqual([])
    }
  })
  it('what the dispatch system tells without a carrier goes to all of them, with one to that one', () => {
    const known = register()
    const told = (data: object) => entry('dispatch.arrived', at(5), { order: 'a', ...data }).observation as never
    expect(byOrderAndCarrier(told({ carrier: 'vehicle/v2' }), known)).toEqual(['a/vehicle/v2'])
    expect(byOrderAndCarrier(told({ carrier: null }), known)).toEqual(['a/vehicle/v1', 'a/vehicle/v2'])
    expect(byOrder(told({ carrier: null }), known)).toBe('a')
  })
  it('the order’s name is read back from either form, whatever stands in it', () => {
    expect(orderIn('110-7/vehicle/A1')).toBe('110-7')
    expect(orderIn('x/y/officer/o1')).toBe('x/y')
    expect(orderIn('x/y')).toBe('x/y')
  })
})

describe('where help is wanted', () => {
  it('is where the order says, else where the call came from, else unknown', () => {
    const known = register(ordered('b', ['vehicle/v1'], ORDER))
    expect([placeOf(known, 'a'), placeOf(known, 'b'), placeOf(known, 'none')]).toEqual([CALL, ORDER, null])
  })
})
