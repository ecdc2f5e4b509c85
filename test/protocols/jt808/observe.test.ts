import { describe, expect, it } from 'vitest'
import { parseObservation } from '../../../server/domain/observation/index.ts'
import { alarmEdges, bitsOf, meaningful } from '../../../server/protocols/jt808/alarms.ts'
import { type Body, decode, encode, type Location } from '../../../server/protocols/jt808/codec.ts'
import { observe } from '../../../server/protocols/jt808/observe.ts'

const NOW = Date.parse('2026-03-15T01:30:20Z')
const WHO = { device: 'jt808:13995480001', carrier: 'vehicle/宁A12345警' }
const usual: Location = {
  alarmBits: 0,
  statusBits: 3,
  latitude: 38.2772,
  longitude: 106.2517,
  altitudeM: 1117,
  speedKmh: 36.5,
  headingDeg: 90,
  time: NOW - 20_000,
  additional: Buffer.from('0104000012d6310110', 'hex'),
}
const seen = (body: Body, at = NOW) => {
  const [message] = decode(encode({ edition: '2013', phone: '13995480001', serial: 1, body })).messages
  const observations = observe(message!, WHO, at)
  for (const observation of observations) expect(parseObservation(observation)).toMatchObject({ is: 'observation' })
  return observations
}
const reported = (change: Partial<Location>, at = NOW) => seen({ type: 'location', ...usual, ...change }, at)[0]!
const positionOf = (change: Partial<Location>) => {
  const { data } = reported(change)
  return 'position' in data ? data.position : undefined
}

describe('a location is a position when the device has a fix that can be true', () => {
  it('in WGS-84, by the device’s clock', () =>
    expect(reported({})).toEqual({
      kind: 'position.reported',
      observedAt: NOW - 20_000,
      data: {
        ...WHO,
        position: [106.2517, 38.2772],
        accuracyM: null,
        altitudeM: 1117,
        speedKmh: 36.5,
        headingDeg: 90,
        satellites: 16,
        ignitionOn: true,
        delivery: 'live',
        mocked: null,
      },
    }))
  it.each<[string, Partial<Location>]>([
    ['status bit 1 is 0', { statusBits: 1 }],
    ['0,0 with bit 1 set', { latitude: 0, longitude: 0 }],
    ['off the globe', { latitude: 116.3 }],
    ['coordinates shifted by the state plugin (bit 5)', { statusBits: 3 | 32 }],
    ['no time', { time: null }],
    ['a time more than 10 minutes ahead', { time: NOW + 601_000 }],
    ['a time more than 30 days ago', { time: NOW - 30 * 86_400_000 - 1_000 }],
  ])('alive without a fix: %s', (_, change) => {
    const { data } = reported(change)
    expect(data).toMatchObject({ position: null, speedKmh: null, altitudeM: null, headingDeg: null, ignitionOn: true })
  })
  it('at the edges of the window the time still counts', () => {
    expect(positionOf({ time: NOW + 600_000 })).toEqual([106.2517, 38.2772])
    expect(positionOf({ time: NOW - 30 * 86_400_000 + 20_000 })).toEqual([106.2517, 38.2772])
  })
  it('an unusable time is replaced by ours, never by a guess', () =>
    expect(reported({ time: NOW + 601_000 }).observedAt).toBe(NOW))
  it('a heading beyond 360 and missing satellites are unknown', () =>
    expect(reported({ headingDeg: 5463, additional: Buffer.alloc(0) }).data).toMatchObject({
      headingDeg: null,
      satellites: null,
    }))
})

describe('what was buffered is history, never now', () => {
  const delivery = (o: ReturnType<typeof reported>) => 'delivery' in o.data && o.data.delivery
  it('0x0704 kind 1, however young', () =>
    expect(seen({ type: 'location-batch', kind: 'backfill', items: [usual] }).map(delivery)).toEqual(['backfill']))
  it('0x0704 kind 0 and 0x0200 by age: two minutes are live, more is backfill', () => {
    const old = { ...usual, time: NOW - 121_000 }
    expect(seen({ type: 'location-batch', kind: 'normal', items: [usual, old] }).map(delivery)).toEqual([
      'live',
      'backfill',
    ])
    expect(delivery(reported({ time: NOW - 120_000 }))).toBe('live')
    expect(delivery(reported({ time: NOW - 121_000 }))).toBe('backfill')
  })
})

describe('other messages', () => {
  it('a heartbeat is one by our clock', () =>
    expect(seen({ type: 'heartbeat', extra: Buffer.alloc(0) })).toEqual([
      { kind: 'device.heartbeat', observedAt: NOW, data: WHO },
    ]))
  it('a logout observes nothing by itself', () => expect(seen({ type: 'logout', extra: Buffer.alloc(0) })).toEqual([]))
})

describe('2013 table 24: alarms are edges, not levels', () => {
  const kinds = (before: number, bits: number, edition: '2013' | '2019' = '2013') =>
    alarmEdges(before, bits, edition, WHO, NOW).observations.map(
      (o) => `${o.kind} ${'alarm' in o.data ? o.data.alarm : ''}`,
    )
  it('raised once, ended once', () => {
    expect(kinds(0, 0b11)).toEqual(['device.alarm-raised emergency-button', 'device.alarm-raised overspeed'])
    expect(kinds(0b11, 0b11)).toEqual([])
    expect(kinds(0b11, 0b10)).toEqual(['device.alarm-ended emergency-button'])
  })
  it('the highest bit is an alarm like the others', () =>
    expect(kinds(0, 0x80000000)).toEqual(['device.alarm-raised illegal-door']))
  it('bits 15 to 17 mean something since 2019 only', () => {
    expect(kinds(0, 0x38000)).toEqual([])
    expect(kinds(0, 0x38000, '2019')).toHaveLength(3)
    expect(meaningful(0x38001, '2013')).toBe(1)
  })
  it('go on after a restart from what was journalled', () => {
    const before = bitsOf(['emergency-button', 'illegal-door'])
    expect(kinds(before, 0x80000001)).toEqual([])
  })
})
