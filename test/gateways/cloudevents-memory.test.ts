import { describe, expect, it } from 'vitest'
import { COMPARE_EVERY_MS, createClockWatch } from '../../server/gateways/cloudevents-clock.ts'
import { createDeliveries } from '../../server/gateways/cloudevents-deliveries.ts'
import { createLimit } from '../../server/gateways/cloudevents-limit.ts'
import { memoryJournal } from '../support/memory-journal.ts'

describe('S5: what must be remembered is remembered, and no more', () => {
  const delivery = (n: number) => ({ source: 's', id: `m${n}`, timestampMs: 0, bodySha256: '0' })

  it('a webhook-id for as long as its signature could pass', () => {
    let now = 0
    const deliveries = createDeliveries(
      memoryJournal(() => now),
      () => now,
    )
    deliveries.take(delivery(1))
    now = 10 * 60_000
    expect(deliveries.standing(delivery(1))).toBe('replayed')
    now = 16 * 60_000
    deliveries.take(delivery(2))
    expect(deliveries.size()).toBe(1)
    expect(deliveries.standing(delivery(1))).toBe('new')
  })

  it('at most fifty thousand of them', () => {
    const deliveries = createDeliveries(
      memoryJournal(() => 0),
      () => 0,
    )
    for (let n = 0; n < 50_100; n++) deliveries.take(delivery(n))
    expect(deliveries.size()).toBe(50_000)
    expect(deliveries.standing(delivery(50_099))).toBe('replayed')
  })

  it('tells a retry from a replay and from another body', () => {
    const deliveries = createDeliveries(
      memoryJournal(() => 0),
      () => 0,
    )
    deliveries.take(delivery(1))
    expect(deliveries.standing({ ...delivery(1), timestampMs: 1000 })).toBe('retried')
    expect(deliveries.standing({ ...delivery(1), timestampMs: 1000, bodySha256: '1' })).toBe('reused')
    deliveries.forget(delivery(1))
    expect(deliveries.standing(delivery(1))).toBe('new')
  })
})

describe('S6: a bucket by address', () => {
  it('empties by itself, refills with time, and does not grow with the number of addresses', () => {
    let now = 0
    const limit = createLimit({ perSecond: 2, burst: 3, most: 10 }, () => now)
    expect([1, 2, 3, 4].map(() => limit.take('a'))).toEqual([true, true, true, false])
    expect(limit.take('b')).toBe(true)
    now = 500
    expect([limit.take('a'), limit.take('a')]).toEqual([true, false])
    for (let i = 0; i < 1000; i++) limit.take(`x${i}`)
    expect(limit.size()).toBe(10)
  })
})

describe('clocks are compared now and then', () => {
  const offset = (offsetMs: number) => ({ device: 'd', room: null, owner: 'u', offsetMs })
  it('at first, every ten minutes, and when one moved', () => {
    let now = 0
    const watch = createClockWatch('s', () => now)
    const said = (offsetMs: number): boolean => watch.compare(offset(offsetMs)) !== undefined
    expect(said(0)).toBe(true)
    now = 59_000
    expect(said(90_000)).toBe(false)
    now = 61_000
    expect(said(90_000)).toBe(true)
    now += COMPARE_EVERY_MS - 1
    expect(said(90_000)).toBe(false)
    now += 1
    expect(said(90_000)).toBe(true)
  })
})
