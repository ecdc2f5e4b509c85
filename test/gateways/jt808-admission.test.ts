import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Body } from '../../server/protocols/jt808/codec.ts'
import { DEVICE, type Gateway, gatewayWith, location, NOW, PHONE } from './terminal.ts'

const heartbeat: Body = { type: 'heartbeat', extra: Buffer.alloc(0) }
const registration: Body = {
  type: 'registration',
  layout: '2013',
  provinceId: 64,
  cityId: 121,
  manufacturerId: '70111',
  terminalModel: 'SUPV-SIM',
  terminalId: 'NXYN001',
  plateColor: 2,
  plate: '宁A12345警',
}

let house: Gateway
beforeEach(async () => {
  house = await gatewayWith()
})
afterEach(() => house.close())
const kinds = () => house.journal.entries().map(({ observation: o }) => o.kind)

describe('JT/T 808 §7.2: whoever has not authenticated is not heard', () => {
  it('says nothing to reports and heartbeats before authentication, and records nothing of them', async () => {
    const car = await house.terminal()
    car.send(location())
    car.send(heartbeat)
    expect(await car.silent(150)).toBe(true)
    expect(kinds()).toEqual(['device.bound'])
  })
  it('lets a terminal back in that sends 0x0102 alone, as all do on a reconnect', async () => {
    const first = await house.terminal()
    await first.authenticate()
    first.destroy()
    const again = await house.terminal()
    expect((await again.authenticate()).body).toMatchObject({ replyId: 0x0102, result: 0 })
    expect((await again.ask(location())).body).toMatchObject({ replyId: 0x0200, result: 0 })
  })
  it('answers a wrong code with result 1, hears nothing afterwards, and hangs up after three', async () => {
    const car = await house.terminal()
    const guess: Body = { type: 'authentication', authCode: 'T0KEN-64012', imei: null, softwareVersion: null }
    expect((await car.ask(guess)).body).toMatchObject({ result: 1 })
    car.send(location())
    expect(await car.silent(100)).toBe(true)
    expect((await car.ask(guess)).body).toMatchObject({ result: 1 })
    expect((await car.ask(guess)).body).toMatchObject({ result: 1 })
    expect(await car.closed()).toBe(true)
    expect(house.journal.said('device.refused')).toHaveLength(1)
    expect(house.journal.said('position.reported')).toEqual([])
  })
  it('cuts a connection that never authenticates', async () => {
    await house.close()
    house = await gatewayWith({ authenticateWithinMs: 80 })
    const car = await house.terminal()
    expect(await car.closed(1_000)).toBe(true)
  })
  it('cuts a terminal that is silent for three heartbeats, and says so in the journal', async () => {
    await house.close()
    house = await gatewayWith({ idleMs: 100 })
    const car = await house.terminal()
    await car.authenticate()
    expect(await car.closed(1_000)).toBe(true)
    await house.gateway.close()
    expect(house.journal.said('device.disconnected')[0]!.data).toMatchObject({ device: DEVICE, reason: 'idle' })
  })
})

describe('only terminals on the list are let in', () => {
  it('registers nobody else: result 4, journalled once, listed for approval', async () => {
    const stranger = await house.terminal({ phone: '13900000000' })
    expect((await stranger.ask(registration)).body).toEqual({
      type: 'registration-answer',
      replySerial: 0,
      result: 4,
      authCode: null,
    })
    await stranger.ask(registration)
    expect(house.journal.said('device.refused')).toHaveLength(1)
    expect(house.book.waiting().map(({ device }) => device)).toEqual(['jt808:13900000000'])
  })
  it('lets it in as soon as somebody approved it, without a carrier until it is bound', async () => {
    const stranger = await house.terminal({ phone: '13900000000' })
    await stranger.ask(registration)
    await house.journal.append([
      {
        source: 'console',
        key: 'approve-1',
        observation: { kind: 'device.approved', observedAt: NOW, data: { device: 'jt808:13900000000', by: 'admin' } },
      },
    ])
    expect((await stranger.ask(registration)).body).toMatchObject({ result: 0 })
    expect(house.book.waiting()).toEqual([])
    await stranger.authenticate()
    await stranger.ask(location())
    expect(house.journal.said('position.reported')[0]!.data).toMatchObject({
      device: 'jt808:13900000000',
      carrier: null,
    })
  })
  it('cuts a terminal the moment it is blocked, and refuses it with its right code', async () => {
    const car = await house.terminal()
    await car.authenticate()
    await house.journal.append([
      {
        source: 'console',
        key: 'block-1',
        observation: {
          kind: 'device.blocked',
          observedAt: NOW,
          data: { device: DEVICE, by: 'admin', reason: 'stolen' },
        },
      },
    ])
    expect(await car.closed()).toBe(true)
    const again = await house.terminal()
    expect((await again.authenticate()).body).toMatchObject({ result: 1 })
    expect((await again.ask(registration)).body).toMatchObject({ result: 4, authCode: null })
  })
  it('binding again does not lift a block', async () => {
    await house.journal.append([
      {
        source: 'console',
        key: 'block-2',
        observation: {
          kind: 'device.blocked',
          observedAt: NOW,
          data: { device: DEVICE, by: 'admin', reason: 'stolen' },
        },
      },
    ])
    house.time.now += 1
    await house.bind(DEVICE, null)
    expect(house.book.standing(DEVICE)).toBe('blocked')
  })
  it('journals it when another terminal registers under the same phone', async () => {
    const car = await house.terminal()
    await car.ask(registration)
    await car.ask({ ...registration, terminalId: 'OTHER-1' })
    expect(house.journal.said('device.faulted')[0]!.data).toMatchObject({ device: DEVICE, fault: 'terminal-changed' })
  })
})

describe('a terminal that comes back supersedes its old connection', () => {
  it('closes the old one, and the journal sees it leave before the new one arrives', async () => {
    const old = await house.terminal()
    await old.authenticate()
    const young = await house.terminal()
    await young.authenticate()
    expect(await old.closed()).toBe(true)
    expect((await young.ask(location())).body).toMatchObject({ result: 0 })
    expect(kinds()).toEqual([
      'device.bound',
      'device.connected',
      'device.disconnected',
      'device.connected',
      'position.reported',
    ])
    expect(house.journal.said('device.disconnected')[0]!.data).toMatchObject({ reason: 'superseded' })
    expect(house.gateway.sessions()).toMatchObject([{ device: DEVICE }])
  })
  it('does not hear another terminal on its connection', async () => {
    const car = await house.terminal()
    await car.authenticate()
    car.send(location(), { phone: '13900000000' })
    expect(await car.silent(100)).toBe(true)
    expect(house.journal.said('position.reported')).toEqual([])
    expect(house.journal.said('device.faulted')[0]!.data).toMatchObject({ device: DEVICE, fault: 'foreign-phone' })
  })
  it('tells who is connected', async () => {
    const car = await house.terminal({ edition: '2019' })
    await car.authenticate()
    await car.ask(heartbeat)
    expect(house.gateway.sessions()).toEqual([
      {
        device: `jt808:${PHONE}`,
        remoteAddress: '127.0.0.1',
        edition: '2019',
        connectedAt: NOW,
        lastFrameAt: NOW,
        frames: 2,
      },
    ])
  })
})
