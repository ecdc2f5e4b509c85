import { describe, expect, it } from 'vitest'
import type { Entry } from '../../server/domain/entry.ts'
import type { Observation } from '../../server/domain/observation/index.ts'
import { createRegister } from '../../server/domain/register.ts'
import { minutes, seconds } from '../../server/domain/time.ts'
import { LIVE_FOR_MS, SILENT_AFTER_MS } from '../../server/supervision/carriers.ts'
import { createDevices } from '../../server/supervision/devices.ts'
import { createPicture } from '../../server/supervision/picture.ts'
import { fix, observe } from '../web/house.ts'
import { T0 } from './case-support.ts'

let seq = 0
const entry = (observation: Observation, recordedAt = observation.observedAt): Entry => ({
  seq: seq++,
  recordedAt,
  observation,
})

describe('unknown devices are listed, never trusted, and cannot fill the memory', () => {
  const alive = (device: string, at: number) => entry(observe('device.heartbeat', at, { device, carrier: null }))
  it('at most a thousand strangers; the longest unheard goes first', () => {
    const devices = createDevices(createRegister())
    for (let i = 0; i < 1000; i++) devices.apply(alive(`jt808:${i}`, T0 + i))
    devices.apply(alive('jt808:0', T0 + 2000))
    devices.apply(alive('jt808:new', T0 + 3000))
    expect(devices.ids()).toHaveLength(1000)
    expect(devices.view('jt808:0', null)?.trust).toBe('unknown')
    expect(devices.view('jt808:1', null)).toBeUndefined()
  })
  it('what was approved is never forgotten', () => {
    const devices = createDevices(createRegister())
    devices.apply(entry(observe('device.approved', T0, { device: 'jt808:ours', by: 'admin' })))
    for (let i = 0; i < 2000; i++) devices.apply(alive(`jt808:${i}`, T0 + i))
    expect(devices.view('jt808:ours', null)?.trust).toBe('approved')
  })
  it('a blocked one stays blocked when the register names it again', () => {
    const devices = createDevices(createRegister())
    devices.apply(entry(observe('device.blocked', T0, { device: 'jt808:1', by: 'admin', reason: 'r' })))
    devices.apply(entry(observe('device.bound', T0, { device: 'jt808:1', carrier: null, owner: 's1' })))
    expect(devices.view('jt808:1', null)?.trust).toBe('blocked')
  })
})

describe('sources of the intake are let in by the configuration, and wait for nobody’s approval', () => {
  const faulted = (device: string) =>
    entry(
      observe('device.faulted', T0, {
        device,
        carrier: null,
        protocol: device.split(':')[0]!,
        fault: 'payload',
        detail: 'd',
        suppressed: 0,
      }),
    )
  const refused = (device: string, at = T0) =>
    entry(observe('device.refused', at, { device, carrier: null, protocol: 'mqtt', reason: 'on no list' }))
  it('one that sent something wrong is a source, a terminal that did waits for approval', () => {
    const devices = createDevices(createRegister())
    for (const id of ['cloudevents:cases', 'mqtt:area', 'jt808:1']) devices.apply(faulted(id))
    expect(['cloudevents:cases', 'mqtt:area', 'jt808:1'].map((id) => devices.view(id, null)?.trust)).toEqual([
      'source',
      'source',
      'unknown',
    ])
  })
  it('one that is on no list is refused and said to be on none, until the configuration names it', () => {
    const devices = createDevices(createRegister())
    devices.apply(refused('mqtt:x'))
    expect(devices.view('mqtt:x', null)?.trust).toBe('unlisted')
    devices.apply(
      entry(
        observe('device.connected', T0, {
          device: 'mqtt:x',
          carrier: null,
          protocol: 'mqtt',
          remoteAddress: '10.0.0.1',
        }),
      ),
    )
    expect(devices.view('mqtt:x', null)?.trust).toBe('source')
  })
  it('those on no list cannot fill the memory, and those on one are never forgotten', () => {
    const devices = createDevices(createRegister())
    devices.apply(faulted('mqtt:area'))
    for (let i = 0; i < 2000; i++) devices.apply(refused(`mqtt:${i}`, T0 + i))
    expect(devices.ids()).toHaveLength(1001)
    expect(devices.view('mqtt:area', null)?.trust).toBe('source')
  })
})

describe('silence is information: live, last known, silent, off duty', () => {
  const house = (...observations: Observation[]) => {
    const register = createRegister()
    const picture = createPicture(register)
    const car = { vehicle: 'v1', plate: 'x', unit: 's1', name: { zh: '车', en: 'car' } }
    for (const o of [observe('vehicle.registered', T0, car), ...observations]) {
      register.apply(entry(o))
      picture.apply(entry(o))
    }
    return (at: number) => picture.carriers.view('vehicle/v1', at)?.state
  }
  const shift = observe('shift.scheduled', T0, {
    shift: 'm',
    carrier: 'vehicle/v1',
    unit: 's1',
    beat: null,
    startsAt: T0,
    endsAt: T0 + minutes(480),
    crew: [],
  })
  it('without a shift and unheard: off duty', () => expect(house()(T0)).toBe('off-duty'))
  it('heard within the bound: live, to the millisecond', () => {
    const state = house(shift, fix('v1', T0 + 1000, 30))
    expect(state(T0 + 1000 + LIVE_FOR_MS)).toBe('live')
    expect(state(T0 + 1001 + LIVE_FOR_MS)).toBe('last-known')
  })
  it('on duty and not heard: silent, counted from the beginning of the shift', () => {
    const state = house(shift)
    expect(state(T0 + SILENT_AFTER_MS)).toBe('last-known')
    expect(state(T0 + SILENT_AFTER_MS + 1)).toBe('silent')
  })
  it('a heartbeat is not a position, but it is not silence either', () => {
    const state = house(shift, observe('device.heartbeat', T0 + minutes(10), { device: 'd', carrier: 'vehicle/v1' }))
    expect(state(T0 + minutes(14))).toBe('last-known')
    expect(state(T0 + minutes(15) + seconds(1))).toBe('silent')
  })
  it('backfill does not break the silence', () => {
    const late = { ...fix('v1', T0 + minutes(9), 30, { delivery: 'backfill' }) }
    expect(house(shift, late)(T0 + minutes(9))).toBe('silent')
  })
  it('driving without a shift is shown as what it is: live', () =>
    expect(house(fix('v1', T0, 30))(T0 + seconds(10))).toBe('live'))
})
