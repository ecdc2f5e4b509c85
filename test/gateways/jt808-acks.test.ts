import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { credential } from '../../server/gateways/credential.ts'
import { type Body, encode } from '../../server/protocols/jt808/codec.ts'
import { CARRIER, DEVICE, type Gateway, gatewayWith, location, NOW, PHONE, SECRET, type Terminal } from './terminal.ts'

let house: Gateway
let car: Terminal
beforeEach(async () => {
  house = await gatewayWith()
  car = await house.terminal()
  await car.authenticate()
})
afterEach(() => house.close())
const positions = () => house.journal.said('position.reported')

describe('invariant I1: nothing is acknowledged before the journal has it', () => {
  it('an append that does not resolve: no answer', async () => {
    const open = house.journal.hold()
    car.send(location())
    expect(await car.silent(200)).toBe(true)
    open()
    expect((await car.next()).body).toMatchObject({ replyId: 0x0200, result: 0 })
  })
  it('an append that fails: no answer, and the terminal sends again on its next connection', async () => {
    house.journal.fail(new Error('disk full'))
    car.send(location({ alarmBits: 2 }), { serial: 77 })
    expect(await car.closed()).toBe(true)
    expect(car.received).toHaveLength(1)
    house.journal.fail(undefined)
    const again = await house.terminal()
    await again.authenticate()
    again.send(location({ alarmBits: 2 }), { serial: 77 })
    expect((await again.next()).body).toMatchObject({ replySerial: 77, result: 0 })
    expect(positions()).toHaveLength(1)
    expect(house.journal.said('device.alarm-raised')).toHaveLength(1)
  })
  it('no code and no registration either', async () => {
    const other = await house.terminal()
    const open = house.journal.hold()
    other.send({ type: 'authentication', authCode: credential(SECRET, DEVICE), imei: null, softwareVersion: null })
    expect(await other.silent(100)).toBe(true)
    open()
    expect((await other.next()).body).toMatchObject({ replyId: 0x0102, result: 0 })
  })
  it('answers in the order of the frames, those of one read in one write', async () => {
    const frames = [1, 2, 3].map((n) =>
      encode({ edition: '2013', phone: PHONE, serial: 100 + n, body: location({ time: NOW - n * 1000 }) }),
    )
    car.raw(Buffer.concat(frames))
    const serials = [(await car.next()).body, (await car.next()).body, (await car.next()).body]
    expect(serials).toMatchObject([{ replySerial: 101 }, { replySerial: 102 }, { replySerial: 103 }])
  })
})

describe('goal R2: the same report sent again is acknowledged and not recorded twice', () => {
  it('by device, serial and device time', async () => {
    for (let i = 0; i < 3; i++) {
      car.send(location(), { serial: 9 })
      expect((await car.next()).body).toMatchObject({ replySerial: 9, result: 0 })
    }
    expect(positions()).toHaveLength(1)
  })
  it('another report with the same serial, as after 65,536 of them, is another report', async () => {
    car.send(location(), { serial: 9 })
    car.send(location({ time: NOW - 1_000 }), { serial: 9 })
    await car.next()
    await car.next()
    expect(positions()).toHaveLength(2)
  })
  it('reports without a time are told apart across the wrap of the serial', async () => {
    for (const serial of [0, 1, 65_535, 0, 1]) {
      car.send(location({ time: null, statusBits: 1 }), { serial })
      await car.next()
    }
    expect(positions()).toHaveLength(5)
  })
  it('items of a batch are counted one by one', async () => {
    const items = [location({ time: NOW - 600_000 }), location({ time: NOW - 590_000 })]
    for (let i = 0; i < 2; i++) {
      car.send({ type: 'location-batch', kind: 'backfill', items }, { serial: 12 })
      await car.next()
    }
    expect(positions().map((o) => 'delivery' in o.data && o.data.delivery)).toEqual(['backfill', 'backfill'])
  })
})

describe('JT/T 808 §8: the general answer says what became of a message', () => {
  it('an emergency is answered with 4, once it is journalled', async () => {
    expect((await car.ask(location({ alarmBits: 1 }))).body).toMatchObject({ result: 4 })
    expect(house.journal.said('device.alarm-raised')).toEqual([
      {
        kind: 'device.alarm-raised',
        observedAt: NOW - 20_000,
        data: { device: DEVICE, carrier: CARRIER, alarm: 'emergency-button' },
      },
    ])
  })
  it('an alarm that stays is raised once and ended once', async () => {
    for (const [i, alarmBits] of [2, 2, 2, 0, 0].entries())
      await car.ask(location({ alarmBits, time: NOW - 10_000 + i * 1000 }))
    expect(house.journal.said('device.alarm-raised')).toHaveLength(1)
    expect(house.journal.said('device.alarm-ended')).toHaveLength(1)
  })
  it('an alarm still on after a restart of the gateway is not raised again', async () => {
    await car.ask(location({ alarmBits: 256 }))
    car.destroy()
    const { openDeviceBook } = await import('../../server/gateways/device-book.ts')
    expect((await openDeviceBook(house.journal)).alarms(DEVICE)).toEqual(['main-power-off'])
  })
  it('an unknown message is unsupported: 3', async () => {
    expect((await car.ask({ type: 'unknown', id: 0x0f01, content: Buffer.from('0102', 'hex') })).body).toMatchObject({
      replyId: 0x0f01,
      result: 3,
    })
    expect((await car.ask({ type: 'transparent-up', channel: 0xf0, content: Buffer.alloc(3) })).body).toMatchObject({
      result: 3,
    })
  })
  it('a message whose body is too short is bad: 2, and journalled as a fault of the device', async () => {
    expect((await car.ask({ type: 'unknown', id: 0x0200, content: Buffer.alloc(20) })).body).toMatchObject({
      replyId: 0x0200,
      result: 2,
    })
    expect(house.journal.said('device.faulted')[0]!.data).toMatchObject({
      device: DEVICE,
      carrier: CARRIER,
      fault: 'bad-body',
    })
  })
  it('an additional item that runs over the end costs a fault, not the fix', async () => {
    const { body } = await car.ask(location({ additional: Buffer.from('310110', 'hex') }))
    expect(body).toMatchObject({ result: 0 })
    const broken = Buffer.concat([
      Buffer.alloc(4),
      Buffer.from('00000003', 'hex'),
      Buffer.alloc(20),
      Buffer.from('0109', 'hex'),
    ])
    Buffer.from('260315093000', 'hex').copy(broken, 22)
    expect((await car.ask({ type: 'unknown', id: 0x0200, content: broken })).body).toMatchObject({ result: 0 })
    expect(house.journal.said('device.faulted')[0]!.data).toMatchObject({ fault: 'bad-item' })
  })
  it('2019 §8.4: tells the time in UTC', async () => {
    const { header, body } = await car.ask({ type: 'time-query', extra: Buffer.alloc(0) })
    expect(header.id).toBe(0x8004)
    expect(body).toEqual({ type: 'time-answer', time: NOW })
  })
  it('the logout of the table printed in 2011 (0x0101) is one too', async () => {
    expect((await car.ask({ type: 'unknown', id: 0x0101, content: Buffer.alloc(0) })).body).toMatchObject({
      replyId: 0x0101,
      result: 0,
    })
    expect(house.gateway.sessions()).toEqual([])
  })
  it('after logout the terminal must authenticate again', async () => {
    expect((await car.ask({ type: 'logout', extra: Buffer.alloc(0) })).body).toMatchObject({
      replyId: 0x0003,
      result: 0,
    })
    car.send(location())
    expect(await car.silent(100)).toBe(true)
    expect(house.gateway.sessions()).toEqual([])
    const body: Body = {
      type: 'authentication',
      authCode: credential(SECRET, DEVICE),
      imei: null,
      softwareVersion: null,
    }
    expect((await car.ask(body)).body).toMatchObject({ result: 0 })
  })
})

describe('what is closed is journalled', () => {
  it('when the terminal hangs up, and when the gateway stops', async () => {
    car.destroy()
    const other = await house.terminal()
    await other.authenticate()
    await house.gateway.close()
    const reasons = house.journal.said('device.disconnected').map((o) => 'reason' in o.data && o.data.reason)
    expect(reasons.at(-1)).toBe('gateway-stopped')
    expect(reasons).toHaveLength(2)
  })
})
