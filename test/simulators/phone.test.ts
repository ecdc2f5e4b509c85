import { describe, expect, it } from 'vitest'
import { createPhone, type PhoneReading } from '../../simulators/devices/phone.ts'

const at = Date.parse('2026-03-10T10:00:00+08:00')
const reading = (more: Partial<PhoneReading> = {}, speedKmh = 18.52): PhoneReading => ({
  fix: { position: [106.3, 38.31], speedKmh, headingDeg: 270, satellites: 12, accuracyM: 9 },
  at,
  moving: true,
  mocked: false,
  ...more,
})
const phone = (dialect: 'query' | 'json') => createPhone({ id: 'yl-p01', token: 't1', dialect, battery: 0.8 })

describe('Traccar Client 8 sends a query: speed in knots, time in seconds', () => {
  it('says where it is', () => {
    const own = phone('query')
    own.measure(reading())
    const q = new URL(own.next()!.path, 'http://x').searchParams
    expect(Object.fromEntries(q)).toMatchObject({
      id: 'yl-p01',
      token: 't1',
      timestamp: String(at / 1_000),
      lat: '38.31',
      lon: '106.3',
      speed: '10.00',
      bearing: '270',
      accuracy: '9',
      batt: '80',
    })
    expect(q.has('mock')).toBe(false)
  })
})

describe('Traccar Client 9 posts JSON: speed in m/s, -1 for what it does not know', () => {
  it('says where it is', () => {
    const own = phone('json')
    own.measure(reading({ mocked: true }, 36))
    own.measure(reading({ at: at + 15_000, moving: false }, 0))
    const first = JSON.parse(own.next()!.body)
    expect(first).toMatchObject({
      device_id: 'yl-p01',
      location: {
        timestamp: '2026-03-10T02:00:00.000Z',
        coords: { latitude: 38.31, longitude: 106.3, speed: 10, accuracy: 9 },
        battery: { level: 0.8 },
        mock: true,
      },
    })
    own.delivered(200)
    const second = JSON.parse(own.next()!.body)
    expect(second.location.coords.heading).toBe(-1)
    expect(second.location.mock).toBeUndefined()
  })
})

describe('an offline buffer', () => {
  it('keeps what could not be delivered and sends the oldest first', () => {
    const own = phone('query')
    for (let i = 0; i < 5; i++) own.measure(reading({ at: at + i * 15_000 }))
    own.delivered(undefined)
    own.delivered(503)
    own.delivered(429)
    expect(own.queued()).toBe(5)
    own.delivered(200)
    expect(own.queued()).toBe(4)
    expect(own.next()!.path).toContain(`timestamp=${(at + 15_000) / 1_000}`)
  })
  it('drops what the server will never take', () => {
    const own = phone('query')
    own.measure(reading())
    own.delivered(400)
    expect(own.next()).toBeUndefined()
  })
  it('loses its battery, and says nothing without a fix', () => {
    const own = phone('json')
    own.measure(reading())
    own.measure(reading({ at: at + 7 * 3_600_000 }))
    expect(own.battery()).toBeCloseTo(0.3, 2)
    own.measure(reading({ at: at + 12 * 3_600_000 }))
    expect(own.battery()).toBe(0)
    expect(own.queued()).toBe(2)
    const blind = phone('json')
    blind.measure(reading({ fix: { ...reading().fix, position: null } }))
    expect(blind.queued()).toBe(0)
  })
})
