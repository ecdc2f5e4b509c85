import net from 'node:net'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { encode, encodeInParts } from '../../server/protocols/jt808/codec.ts'
import { CARRIER, connectTerminal, DEVICE, type Gateway, gatewayWith, location, NOW, PHONE } from './terminal.ts'

let house: Gateway
afterEach(() => house.close())
const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const faults = () => house.journal.said('device.faulted').map((o) => ('fault' in o.data ? o.data.fault : ''))

describe('goal S6: who floods or dawdles is cut off and hurts nobody else', () => {
  it('cuts a sender of junk, journals a handful of it, and another terminal is answered meanwhile', async () => {
    house = await gatewayWith()
    const car = await house.terminal()
    await car.authenticate()
    const flooders = await Promise.all(Array.from({ length: 4 }, () => connectTerminal(house.gateway.port)))
    for (const flooder of flooders) flooder.raw(Buffer.alloc(1_000_000, Buffer.from('7e0102037e', 'hex')))
    for (let i = 0; i < 20; i++) {
      await car.ask(location({ time: NOW - i * 1000 }))
    }
    for (const flooder of flooders) expect(await flooder.closed()).toBe(true)
    expect(faults().length).toBeLessThanOrEqual(2)
  })
  it('cuts who sends eight kilobytes without an end flag', async () => {
    house = await gatewayWith({ faultsOfStranger: 0 })
    const car = await house.terminal()
    car.raw(Buffer.concat([Buffer.from([0x7e]), Buffer.alloc(9_000, 1)]))
    expect(await car.closed()).toBe(true)
    expect(faults()).toEqual(['unterminated'])
  })
  it('cuts who drips one frame byte by byte, though every byte comes in time', async () => {
    house = await gatewayWith({ frameWithinMs: 150 })
    const car = await house.terminal()
    await car.authenticate()
    const frame = encode({ edition: '2013', phone: PHONE, serial: 1, body: location() })
    let cut = false
    car.closed(5_000).then(() => {
      cut = true
    })
    for (const byte of frame) {
      if (cut) break
      car.raw(Buffer.from([byte]))
      await later(25)
    }
    expect(cut).toBe(true)
    expect(house.journal.said('position.reported')).toEqual([])
  })
  it('hears a frame that comes in small pieces but in time', async () => {
    house = await gatewayWith()
    const car = await house.terminal()
    await car.authenticate()
    for (const byte of encode({ edition: '2013', phone: PHONE, serial: 1, body: location() })) {
      car.raw(Buffer.from([byte]))
      await later(1)
    }
    expect((await car.next()).body).toMatchObject({ replyId: 0x0200, result: 0 })
  })
  it('takes no more connections than its bounds, from one address and altogether', async () => {
    house = await gatewayWith({ connectionsPerAddress: 2 })
    const [a, b] = [await house.terminal(), await house.terminal()]
    const third = net.connect(house.gateway.port, '127.0.0.1')
    const gone = await new Promise((resolve) => third.on('error', () => {}).on('close', () => resolve(true)))
    expect(gone).toBe(true)
    expect((await a.authenticate()).body).toMatchObject({ result: 0 })
    b.destroy()
    await later(50)
    expect((await (await house.terminal()).authenticate()).body).toMatchObject({ result: 0 })
  })
  it('forgives a terminal some broken frames, and says how many alike it did not journal', async () => {
    house = await gatewayWith()
    const car = await house.terminal()
    await car.authenticate()
    for (let i = 0; i < 5; i++) car.raw(Buffer.from('7e0002000001399548000100ff007e', 'hex'))
    expect((await car.ask(location())).body).toMatchObject({ result: 0 })
    expect(house.journal.said('device.faulted').map((o) => o.data)).toMatchObject([
      { device: DEVICE, carrier: CARRIER, fault: 'bad-checksum', suppressed: 0 },
    ])
  })
  it('tells how many there were even when nothing more comes', async () => {
    house = await gatewayWith({ faultWindowMs: 150 })
    const car = await house.terminal()
    await car.authenticate()
    for (let i = 0; i < 5; i++) car.raw(Buffer.from('7e0002000001399548000100ff007e', 'hex'))
    await car.ask(location())
    for (let i = 0; i < 100 && faults().length < 2; i++) await later(20)
    expect(house.journal.said('device.faulted').map((o) => 'suppressed' in o.data && o.data.suppressed)).toEqual([0, 4])
  })
  it('survives whatever chance sends, and answers the others meanwhile', async () => {
    house = await gatewayWith()
    const car = await house.terminal()
    await car.authenticate()
    const sound = encode({ edition: '2013', phone: PHONE, serial: 1, body: location() })
    const until = Date.now() + Number(process.env.FUZZ_SECONDS ?? '1') * 1000
    for (let round = 0; Date.now() < until; round++) {
      const stranger = await connectTerminal(house.gateway.port)
      for (const chunk of fc.sample(fc.uint8Array({ maxLength: 2_000 }), 10)) {
        stranger.raw(
          Buffer.concat([Buffer.from(chunk), sound.subarray(0, chunk.length % sound.length), Buffer.from([0x7e])]),
        )
      }
      expect((await car.ask(location({ time: NOW - round * 1_000 }))).body).toMatchObject({ result: 0 })
      stranger.destroy()
    }
  })
})

describe('goal S5: rate limits', () => {
  it('a terminal that floods with sound frames is read at the pace of the limit, and loses nothing', async () => {
    house = await gatewayWith({ framesPerSecond: 1_000, framesAtOnce: 20 })
    const car = await house.terminal()
    await car.authenticate()
    const from = performance.now()
    const frameBytes = encode({ edition: '2013', phone: PHONE, serial: 1, body: location() }).length
    for (let i = 0; i < 4_000; i++) car.send(location({ time: NOW - i * 100 }))
    for (let i = 0; i < 4_000; i++) await car.next()
    // Everything before the last read has been waited for, and a read hands over 64 KiB at most.
    const waitedFor = 4_000 - 65_536 / frameBytes - 20
    expect(performance.now() - from).toBeGreaterThan(0.9 * waitedFor)
    expect(house.journal.said('position.reported')).toHaveLength(4_000)
  })
})

describe('back-pressure: a journal that is behind stops the reading, not the process', () => {
  it('reads no further while the journal holds back, and loses nothing', async () => {
    house = await gatewayWith({ backlog: 50 })
    const car = await house.terminal()
    await car.authenticate()
    const open = house.journal.hold()
    // More than the kernel hands over in one read, so that reading can stop in between.
    for (let i = 0; i < 4_000; i++) {
      car.send(location({ time: NOW - i * 100 }))
      if (i % 100 === 0) await later(1)
    }
    await later(200)
    const waiting = house.journal.backlog()
    expect(house.counts.get('jt808.paused')).toBeGreaterThan(0)
    expect(waiting).toBeLessThan(4_000)
    open()
    for (let i = 0; i < 4_000; i++) await car.next()
    expect(house.journal.said('position.reported')).toHaveLength(4_000)
  })
})

describe('goal R3: a backlog comes in while live reports go on', () => {
  it('only so many buffered reports stand in the journal’s queue; a live one does not wait for the others', async () => {
    house = await gatewayWith({ bulkInFlight: 100 })
    await house.bind('jt808:13900000002', null)
    const [late, live] = [await house.terminal(), await house.terminal({ phone: '13900000002' })]
    await late.authenticate()
    await live.authenticate()
    const open = house.journal.hold()
    for (let n = 0; n < 40; n++) {
      const items = Array.from({ length: 25 }, (_, i) => location({ time: NOW - 86_400_000 + (n * 25 + i) * 10_000 }))
      late.send({ type: 'location-batch', kind: 'backfill', items })
      await later(3)
    }
    live.send(location())
    await later(100)
    // One read may hold several batches; it goes through alone when it is larger than the gate.
    expect(house.journal.backlog()).toBeLessThan(300)
    open()
    expect((await live.next()).body).toMatchObject({ replyId: 0x0200, result: 0 })
    for (let n = 0; n < 40; n++) expect((await late.next()).body).toMatchObject({ replyId: 0x0704, result: 0 })
    expect(house.journal.said('position.reported')).toHaveLength(1_001)
  })
})

describe('JT/T 808 §4.4.3, §8.5: messages in parts', () => {
  const batch = () =>
    encodeInParts({
      edition: '2013',
      phone: PHONE,
      serial: 40,
      body: {
        type: 'location-batch',
        kind: 'backfill',
        items: Array.from({ length: 80 }, (_, i) => location({ time: NOW - 3_600_000 + i * 10_000 })),
      },
    })
  it('are put together in whatever order they come, and answered once, with the serial of the first', async () => {
    house = await gatewayWith()
    const car = await house.terminal()
    await car.authenticate()
    const parts = batch()
    expect(parts.length).toBeGreaterThan(2)
    for (const part of [...parts].reverse()) car.raw(part)
    expect((await car.next()).body).toEqual({ type: 'platform-answer', replySerial: 40, replyId: 0x0704, result: 0 })
    expect(await car.silent(60)).toBe(true)
    expect(house.journal.said('position.reported')).toHaveLength(80)
  })
  it('are answered again, and recorded once, when the answer was lost and they come again', async () => {
    house = await gatewayWith()
    const car = await house.terminal()
    await car.authenticate()
    const parts = batch()
    for (const part of parts) car.raw(part)
    await car.next()
    car.raw(parts[1]!)
    expect((await car.next()).body).toMatchObject({ replySerial: 40, replyId: 0x0704, result: 0 })
    expect(house.journal.said('position.reported')).toHaveLength(80)
  })
  it('are asked for by 0x8003 when one is missing, and complete with it', async () => {
    house = await gatewayWith({ partWithinMs: 60 })
    const car = await house.terminal()
    await car.authenticate()
    const parts = batch()
    for (const [i, part] of parts.entries()) if (i !== 1) car.raw(part)
    expect((await car.next()).body).toEqual({ type: 'resend-request', firstSerial: 40, indexes: [2] })
    car.raw(parts[1]!)
    expect((await car.next()).body).toMatchObject({ type: 'platform-answer', replySerial: 40, result: 0 })
  })
  it('are given up after three requests, which is a fault of the device', async () => {
    house = await gatewayWith({ partWithinMs: 15 })
    const car = await house.terminal()
    await car.authenticate()
    car.raw(batch()[0]!)
    for (let i = 0; i < 3; i++) expect((await car.next()).body).toMatchObject({ type: 'resend-request' })
    for (let i = 0; i < 100 && faults().length === 0; i++) await later(20)
    expect(faults()).toEqual(['parts-missing'])
  })
})
